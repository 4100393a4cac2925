package acme;

import dev.farcall.annotation.Bulkhead;
import dev.farcall.annotation.CircuitBreaker;
import dev.farcall.annotation.Mode;
import dev.farcall.annotation.Remote;
import dev.farcall.annotation.Retry;
import dev.farcall.annotation.Timeout;

@Remote
// error: [FAR601] @Bulkhead on Users: maxConcurrent = 0 (expected: 1 to 1000000).
@Bulkhead(maxConcurrent = 0)
public interface Users {
  // error: [FAR601] @Timeout on Users.fast: value = fast (expected: a whole number and ms, s, m or h, as in 300ms).
  @Timeout("fast")
  void fast();

  // error: [FAR601] @Timeout on Users.slow: attempt = 1.5s (expected: a whole number and ms, s, m or h, as in 300ms).
  @Timeout(value = "2s", attempt = "1.5s")
  void slow();

  // error: [FAR601] @CircuitBreaker on Users.often: failureRate = 1.5 (expected: above 0, at most 1).
  @CircuitBreaker(failureRate = 1.5, mode = Mode.SHADOW)
  void often();
}
