package acme;

import dev.farcall.annotation.*;
import java.io.IOException;
import java.util.List;

@Remote
public interface Users {
  // error: [FAR612] @Fallback(Wrong.class) on Users.name: no method of Wrong fits (expected: String name(String), with Throwable as a last parameter if it likes; found: int name(String); String name(String, Exception); String name(int)).
  @Fallback(Wrong.class)
  String name(String id);

  // error: [FAR612] @Fallback(Wrong.class) on Users.absent: no method of Wrong fits (expected: void absent(), with Throwable as a last parameter if it likes; found: int name(String); String name(String, Exception); String name(int); void careless() throws IOException; private void hidden()).
  @Fallback(Wrong.class)
  void absent();

  // error: [FAR612] @Fallback(Wrong.class) on Users.careless: no method of Wrong fits (expected: void careless(), with Throwable as a last parameter if it likes; found: void careless() throws IOException).
  @Fallback(Wrong.class)
  void careless();

  // error: [FAR612] @Fallback(Wrong.class) on Users.hidden: no method of Wrong fits (expected: void hidden(), with Throwable as a last parameter if it likes; found: private void hidden()).
  @Fallback(Wrong.class)
  void hidden();
}

class Wrong {
  int name(String id) {
    return 0;
  }

  String name(String id, Exception why) {
    return "";
  }

  String name(int id) {
    return "";
  }

  void careless() throws IOException {}

  private void hidden() {}
}
