package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Remote
public interface Users {
  @Get("/a")
  // error: [FAR409] 'second' and 'first' have the same name 'q' in JSON and in the query. Give one another name.
  String a(@Query("q") String first, @Query("q") String second);

  @Get("/b")
  // error: [FAR409] @Query("a b") on 'text': that is no name (expected: letters, digits and any of _.-~$[]).
  String b(@Query("a b") String text);
}
