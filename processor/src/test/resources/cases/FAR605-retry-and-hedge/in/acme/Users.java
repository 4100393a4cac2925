package acme;

import dev.farcall.annotation.Hedge;
import dev.farcall.annotation.Remote;
import dev.farcall.annotation.Retry;
import dev.farcall.annotation.Safe;

@Remote
public interface Users {
  @Safe
  @Retry
  // error: [FAR605] @Hedge on Users.get: it both retries and hedges, and would send up to 6 times. Choose one: @Retry against failures, @Hedge against slowness.
  @Hedge
  void get();
}
