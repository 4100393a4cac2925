package dev.farcall.spi;

/** Found by {@link java.util.ServiceLoader}: the server side of a wire with its defaults. */
public interface ListenerProvider {

  /** The name of the wire, as in {@code grpc}. */
  String wire();

  /** A listener on the port; 0 lets the system choose. */
  Listener listener(int port);
}
