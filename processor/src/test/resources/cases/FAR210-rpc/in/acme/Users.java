package acme;

import dev.farcall.annotation.Remote;
import dev.farcall.annotation.Rpc;

@Remote
public interface Users {
  // error: [FAR210] @Rpc on Users.get: 'get it' is no name (expected: an identifier in upper camel case).
  @Rpc(name = "get it")
  String get();

  // error: [FAR210] @Rpc on Users.make: a static method has no instance to call. Remove it.
  @Rpc
  static String make() {
    return "";
  }
}
