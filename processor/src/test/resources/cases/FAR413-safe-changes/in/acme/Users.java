package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Remote
public interface Users {
  @Put("/a")
  // error: [FAR413] @Safe on Users.a, which changes something by its verb PUT. Remove @Safe, or use @Get or @Post.
  @Safe
  void a();

  @Safe
  @Post("/b")
  String b(String query);
}
