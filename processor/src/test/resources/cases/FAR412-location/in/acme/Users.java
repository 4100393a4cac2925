package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Remote
public interface Users {
  record User(int id, Optional<String> name) {}

  @Post("/a")
  // error: [FAR412] @Status on Users.a: location has {key}, which is no component (expected: components of the record that it answers, each of which is one text). Correct location.
  @Status(value = 201, location = "/users/{key}")
  User a();

  @Post("/b")
  // error: [FAR412] @Status on Users.b: location has {name}, which cannot stand in a path (expected: components of the record that it answers, each of which is one text). Correct location.
  @Status(value = 201, location = "/users/{name}")
  User b();

  @Post("/c")
  // error: [FAR412] @Status on Users.c: location has {id}, which is no component (expected: components of the record that it answers, each of which is one text). Correct location.
  @Status(value = 201, location = "/users/{id}")
  Optional<User> c();
}
