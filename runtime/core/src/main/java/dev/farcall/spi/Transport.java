package dev.farcall.spi;

import dev.farcall.call.Endpoint;

/** A way out: makes channels to endpoints. Shared by the clients of one connection. */
public interface Transport extends AutoCloseable {

  /**
   * A new channel to one endpoint. It connects lazily; a failure to connect is a failed response
   * that names the endpoint.
   */
  Link connect(Endpoint endpoint);

  /** Ends all calls in flight and lets go of connections and threads. */
  @Override
  void close();
}
