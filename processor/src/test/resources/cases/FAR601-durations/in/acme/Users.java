package acme;

import dev.farcall.annotation.Remote;
import dev.farcall.annotation.Timeout;

@Remote
public interface Users {
  @Timeout("0")
  void none();

  // error: [FAR601] @Timeout "fast" on Users.fast is no duration (expected: a whole number and ms, s, m or h, as in "300ms", or "0" for no limit).
  @Timeout("fast")
  void fast();

  // error: [FAR601] @Timeout "1.5s" on Users.slow is no duration (expected: a whole number and ms, s, m or h, as in "300ms", or "0" for no limit).
  @Timeout(value = "2s", attempt = "1.5s")
  void slow();
}
