package acme;

import dev.farcall.call.CallContext;
import dev.farcall.annotation.*;
import java.util.*;

@Remote
public interface Users {
  @Post("/a/{id}")
  String a(
      // error: [FAR404] @Query on Users.a(id), which is in the path: a parameter stands in one place. Remove one.
      @Query int id,
      // error: [FAR404] @Query on Users.a(name), which is the body: a parameter stands in one place. Remove one.
      @Query @Body String name,
      // error: [FAR404] @Body on Users.a(tenant), which is a header: a parameter stands in one place. Remove one.
      @Body @Header("x-tenant") String tenant,
      // error: [FAR404] @Query on Users.a(context), which is the call's context: a parameter stands in one place. Remove one.
      @Query CallContext context);

  record User(String name) {}

  @Post("/b")
  // error: [FAR404] @Query on Users.b(user), which is the whole request: a parameter stands in one place. Remove one.
  String b(@Query User user);
}
