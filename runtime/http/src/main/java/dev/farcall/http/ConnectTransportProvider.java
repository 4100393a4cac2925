package dev.farcall.http;

import dev.farcall.spi.Transport;
import dev.farcall.spi.TransportOptions;
import dev.farcall.spi.TransportProvider;

/** The client side of the {@code connect} wire; found by {@link java.util.ServiceLoader}. */
public final class ConnectTransportProvider implements TransportProvider {

  @Override
  public String wire() {
    return "connect";
  }

  @Override
  public Transport open(TransportOptions options) {
    return HttpWire.connect().open(options);
  }
}
