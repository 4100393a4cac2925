package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Remote
public interface Users {
  @Get("/b")
  // error: [FAR409] @Query("a b") on 'text': that is no name (expected: letters, digits and any of _.-~$[]).
  String b(@Query("a b") String text);
}
