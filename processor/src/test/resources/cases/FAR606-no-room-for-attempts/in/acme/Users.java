package acme;

import dev.farcall.annotation.Remote;
import dev.farcall.annotation.Retry;
import dev.farcall.annotation.Safe;
import dev.farcall.annotation.Timeout;

@Remote
public interface Users {
  @Safe
  @Timeout(value = "1s", attempt = "400ms")
  // warning: [FAR606] @Retry on Users.get: 3 attempts of 400 ms with pauses of up to 150 ms take up to 1350 ms, the whole call only 1 s: the last may be cut short. Make attempt shorter, value longer, or attempts fewer.
  @Retry
  void get();
}
