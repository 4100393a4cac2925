package dev.farcall.grpc.fleet;

import dev.farcall.annotation.Remote;
import dev.farcall.annotation.Retry;
import dev.farcall.annotation.Safe;
import dev.farcall.annotation.Timeout;

/** What each server of a fleet serves. */
@Remote
public interface Fleet {

  /** The name of the server that answers. */
  @Safe
  @Timeout("5s")
  @Retry
  String name();
}
