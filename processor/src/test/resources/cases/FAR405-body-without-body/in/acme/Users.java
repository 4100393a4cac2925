package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Remote
public interface Users {
  record User(String name) {}

  @Get("/a")
  // error: [FAR405] @Body on Users.a(names): GET has no body. Remove it, or use @Post.
  String a(@Body List<String> names);

  @Delete("/b")
  // error: [FAR405] @Body on Users.b(user): DELETE has no body. Remove it, or use @Post.
  String b(@Body User user);
}
