package acme;

import dev.farcall.annotation.Remote;

@Remote
public interface Users {
  int count();
}
