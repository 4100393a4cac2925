package acme;

import dev.farcall.annotation.Hedge;
import dev.farcall.annotation.Remote;
import dev.farcall.annotation.Safe;
import dev.farcall.annotation.Timeout;

@Remote
public interface Users {
  @Safe
  @Timeout("1s")
  // error: [FAR608] @Hedge on Users.get: a hedge is sent after 2 s, when the call of at most 1 s has ended. Make delay shorter.
  @Hedge(delay = "2s")
  void get();
}
