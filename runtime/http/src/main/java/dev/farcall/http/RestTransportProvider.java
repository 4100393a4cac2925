package dev.farcall.http;

import dev.farcall.spi.Transport;
import dev.farcall.spi.TransportOptions;
import dev.farcall.spi.TransportProvider;

/** The client side of the {@code rest} wire; found by {@link java.util.ServiceLoader}. */
public final class RestTransportProvider implements TransportProvider {

  @Override
  public String wire() {
    return "rest";
  }

  @Override
  public Transport open(TransportOptions options) {
    return HttpWire.rest().open(options);
  }
}
