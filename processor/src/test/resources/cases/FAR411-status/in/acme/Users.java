package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Remote
public interface Users {
  @Post("/a")
  // error: [FAR411] @Status(404) on Users.a (expected: 200 to 299, a success).
  @Status(404)
  void a();

  @Post("/b")
  // error: [FAR411] @Status(204) on Users.b (expected: a status with a body: the method answers).
  @Status(204)
  String b();

  @Post("/c")
  @Status(202)
  void c();
}
