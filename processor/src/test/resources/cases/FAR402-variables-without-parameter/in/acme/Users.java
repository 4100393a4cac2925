package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Remote
public interface Users {
  record User(int id, String name) {}

  // error: [FAR402] Users.get: the path has {userId}, and no parameter is called so (expected: id). Rename one of them.
  @Get("/users/{userId}")
  String get(int id);

  // error: [FAR402] Users.put: the path has {id}, and no parameter is called so (expected: a path without it). Rename one of them.
  @Put("/users/{id}")
  void put(User user);

  // error: [FAR402] Users.find: the path has {user}, and no component is called so (expected: id, name). Rename one of them.
  @Get("/find/{user}")
  String find(User user);
}
