package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Remote
public interface Users {
  record Name(String first, String last) {}

  record Filter(Name name) {}

  sealed interface Choice {}

  record One(int value) implements Choice {}

  @UnknownValue
  record Other() implements Choice {}

  @Get("/a")
  String a(
      // error: [FAR408] 'names': List<Users.Name> cannot stand in a query (expected: a value that is one text, an Optional, List or Set of such, or a record of these). Use @Post, or a record of such values.
      List<Name> names,
      // error: [FAR408] 'ages': Map<String, Integer> cannot stand in a query (expected: a value that is one text, an Optional, List or Set of such, or a record of these). Use @Post, or a record of such values.
      Map<String, Integer> ages,
      // error: [FAR408] 'filter': Users.Filter cannot stand in a query (expected: a value that is one text, an Optional, List or Set of such, or a record of these). Its component 'name' cannot. Use @Post, or a record of such values.
      Filter filter);

  @Get("/b")
  // error: [FAR408] Users.b(choice): Users.Choice cannot stand in a query (expected: a value that is one text, an Optional, List or Set of such, or a record of these). Declare its parts as parameters, or use @Post.
  String b(Choice choice);
}
