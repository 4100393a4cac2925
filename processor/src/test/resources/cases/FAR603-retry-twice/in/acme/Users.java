package acme;

import dev.farcall.annotation.Remote;
import dev.farcall.annotation.Retry;

@Remote
public interface Users {
  // error: [FAR603] @Retry on Users.get: a call that is sent again may be done twice (expected: a method that is @Safe or @Idempotent, or has such a verb). Add @Idempotent if twice is as good as once, or remove @Retry; what never left is sent again without it.
  @Retry
  void get();
}
