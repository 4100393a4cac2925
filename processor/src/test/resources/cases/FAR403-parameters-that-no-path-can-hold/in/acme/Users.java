package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Remote
public interface Users {
  record Name(String first, String last) {}

  @Get("/a/{id}")
  // error: [FAR403] Users.a: 'id', Optional<String> cannot stand in a path (expected: text, a number, a boolean, an enum, a time or another value that is one text and always there). Leave it out of the path.
  String a(Optional<String> id);

  @Get("/b/{ids}")
  // error: [FAR403] Users.b: 'ids', List<Integer> cannot stand in a path (expected: text, a number, a boolean, an enum, a time or another value that is one text and always there). Leave it out of the path.
  String b(List<Integer> ids);

  @Get("/c/{name}/{key}")
  // error: [FAR403] Users.c: 'name', Users.Name cannot stand in a path (expected: text, a number, a boolean, an enum, a time or another value that is one text and always there). Leave it out of the path.
  // error: [FAR403] Users.c: 'key', byte[] cannot stand in a path (expected: text, a number, a boolean, an enum, a time or another value that is one text and always there). Leave it out of the path.
  String c(Name name, byte[] key);
}
