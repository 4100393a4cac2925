package acme;

import dev.farcall.annotation.Remote;
import dev.farcall.annotation.Retry;
import dev.farcall.annotation.Safe;
import dev.farcall.annotation.Timeout;

@Remote
public interface Users {
  @Safe
  @Timeout("40ms")
  // error: [FAR607] @Retry on Users.get: the pause before the second attempt may take 50 ms, the whole call only 40 ms: there may be no second one. Make backoff shorter.
  @Retry
  void get();
}
