package acme;

import dev.farcall.annotation.Bulkhead;
import dev.farcall.annotation.Remote;
import dev.farcall.annotation.Safe;

@Remote
public interface Users {
  @Safe
  // warning: [FAR619] @Bulkhead on Users.get: 20000 calls at once: a server takes 10000 on a connection over gRPC, and fewer over HTTP, unless told otherwise, and each endpoint has one; more wait where nobody counts them. Make maxConcurrent smaller, unless there are many endpoints.
  @Bulkhead(maxConcurrent = 20_000)
  void get();
}
