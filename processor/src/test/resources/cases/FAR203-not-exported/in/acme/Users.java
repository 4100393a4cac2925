package acme;

import dev.farcall.annotation.Remote;

@Remote
// error: [FAR203] Users: package acme is not exported by module acme: the library could not load its client. Add 'exports acme;' to module-info.java.
public interface Users {
  void ping();
}
