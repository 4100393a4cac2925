package acme;

import dev.farcall.annotation.Remote;
import dev.farcall.annotation.Safe;
import dev.farcall.annotation.Timeout;

@Remote
public interface Users {
  @Safe
  // warning: [FAR611] @Timeout on Users.get: it has no limit of time: a peer that does not answer keeps its caller for ever. Give @Timeout a value.
  @Timeout("0")
  void get();
}
