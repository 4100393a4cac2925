package dev.farcall.grpc;

import dev.farcall.security.Tls;
import dev.farcall.spi.Transport;
import dev.farcall.spi.TransportOptions;
import dev.farcall.spi.TransportProvider;

/** The client side of the {@code grpc} wire; found by {@link java.util.ServiceLoader}. */
public final class GrpcTransportProvider implements TransportProvider {

  @Override
  public String wire() {
    return "grpc";
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the PEM files are not what {@link Tls} was told they are
   */
  @Override
  public Transport open(TransportOptions options) {
    Tls tls = options.tls();
    return new GrpcTransport(options, tls == null ? null : TlsContexts.forClient(tls));
  }
}
