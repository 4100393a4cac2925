package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Remote
public interface Users {
  @Get("/a")
  // error: [FAR134] 'first' and 'second' of Users.a are both 'q' in JSON. Give one another name, by @Json or @Query.
  String a(@Query("q") String first, @Query("q") String second);
}
