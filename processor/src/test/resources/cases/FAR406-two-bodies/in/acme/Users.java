package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Remote
public interface Users {
  @Post("/a")
  // error: [FAR406] @Body on Users.a(second) is the second of the method: a request has one body. Remove @Body from both, and they are members of one object.
  String a(@Body String first, @Body String second);
}
