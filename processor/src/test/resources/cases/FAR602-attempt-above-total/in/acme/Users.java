package acme;

import dev.farcall.annotation.Remote;
import dev.farcall.annotation.Timeout;

@Remote
public interface Users {
  // error: [FAR602] @Timeout on Users.get: an attempt may take 2 s, the whole call only 500 ms. Make attempt shorter than value, or leave it out.
  @Timeout(value = "500ms", attempt = "2s")
  void get();
}
