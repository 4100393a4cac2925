package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Remote
// error: [FAR211] @Http on Users has no effect: no method has a path. Add @Get, @Post, @Put, @Patch or @Delete to those that are to be called over HTTP.
@Http("/users")
public interface Users {
  // error: [FAR211] @Status on Users.a has no effect: the method has no path. Add @Get, @Post, @Put, @Patch or @Delete.
  @Status(201)
  String a(
      // error: [FAR211] @Query on Users.a(name) has no effect: the method has no path. Add @Get, @Post, @Put, @Patch or @Delete.
      @Query String name,
      // error: [FAR211] @Body on Users.a(age) has no effect: the method has no path. Add @Get, @Post, @Put, @Patch or @Delete.
      @Body int age);

  // error: [FAR211] @Get on Users.b has no effect: the method runs where it is called. Add @Rpc if it is to be remote.
  @Get("/b")
  default String b() {
    return "b";
  }
}
