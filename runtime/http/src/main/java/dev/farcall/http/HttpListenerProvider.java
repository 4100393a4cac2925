package dev.farcall.http;

import dev.farcall.spi.Listener;
import dev.farcall.spi.ListenerProvider;

/** The server side of HTTP; found by {@link java.util.ServiceLoader}. */
public final class HttpListenerProvider implements ListenerProvider {

  @Override
  public String wire() {
    return "http";
  }

  @Override
  public Listener listener(int port) {
    return Http.port(port);
  }
}
