package acme;

import dev.farcall.annotation.Remote;

@Remote
public interface Compiled {
  void go(String where);
}
