package acme;

import dev.farcall.annotation.*;
import java.util.*;

// error: [FAR211] @Http on Local has no effect: it is no @Remote interface. Remove it.
@Http("/local")
public interface Local {
  @Post("/a")
  @Post("/b")
  // error: [FAR211] @Post on Local.a has no effect: Local is no @Remote interface, and none of this module extends it. Annotate it with @Remote.
  void a();
}
