package dev.farcall.spi;

/** Found by {@link java.util.ServiceLoader}: the client side of a wire. */
public interface TransportProvider {

  /** The name of the wire in configuration, as in {@code grpc}. */
  String wire();

  /** Opens the wire. */
  Transport open(TransportOptions options);
}
