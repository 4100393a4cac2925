package acme;

import dev.farcall.annotation.Hedge;
import dev.farcall.annotation.Remote;

@Remote
public interface Users {
  // error: [FAR604] @Hedge on Users.get: a call that is hedged is done twice (expected: a method that is @Safe or @Idempotent, or has such a verb). Add @Idempotent if twice is as good as once, or remove @Hedge.
  @Hedge
  void get();
}
