package dev.farcall.benchmarks.load;

/** A framework that is compared. A mode is one of its ways to be set up, named by the peer. */
public interface Peer {

  /** Serves on a port of loopback that the system chose, until the process ends. */
  int serve(String mode) throws Exception;

  /** Connects to what {@link #serve} of the same mode began. */
  Client connect(String mode, int port) throws Exception;
}
