package acme;

import dev.farcall.annotation.CircuitBreaker;
import dev.farcall.annotation.Remote;
import dev.farcall.annotation.Safe;
import dev.farcall.annotation.Timeout;

@Remote
public interface Users {
  @Safe
  @Timeout("1s")
  // error: [FAR609] @CircuitBreaker on Users.get: a call is slow after 1 s, but it ends after 1 s: none can be slow. Make slowAfter shorter.
  @CircuitBreaker(slowAfter = "1s")
  void get();
}
