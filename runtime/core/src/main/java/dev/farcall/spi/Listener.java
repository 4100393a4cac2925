package dev.farcall.spi;

import java.io.IOException;

/** A way in: configuration of a port on which services are offered. */
public interface Listener {

  /**
   * Opens the port and offers the services.
   *
   * @throws IOException if the port cannot be had; the message names it
   */
  Running start(ServedServices services) throws IOException;

  /** An open port. Its methods may be called by any thread. */
  interface Running {

    /** What is spoken there: {@code grpc}, {@code http} or {@code local}. */
    String kind();

    /** The host it was told to listen on; empty for all addresses. */
    String host();

    /** The port that is bound; the one the system chose if 0 was asked for; 0 if it has none. */
    int port();

    /** The protocol and address, for people: {@code grpc 127.0.0.1:9090}. */
    String describe();

    /** Takes no new connections and calls; those in flight go on. */
    void refuse();

    /** Waits until nothing is in flight; false if the time ran out first. */
    boolean awaitDrained(long timeoutNanos) throws InterruptedException;

    /** Ends what is in flight and frees the port. */
    void close();
  }
}
