package acme;

import dev.farcall.annotation.Bulkhead;
import dev.farcall.annotation.Remote;
import dev.farcall.annotation.Safe;
import dev.farcall.annotation.Timeout;

@Remote
public interface Users {
  @Safe
  @Timeout("1s")
  // error: [FAR610] @Bulkhead on Users.get: a call may wait 2 s for its turn, but it ends after 1 s. Make maxWait shorter.
  @Bulkhead(maxConcurrent = 1, queue = 5, maxWait = "2s")
  void get();
}
