package dev.farcall.discovery;

import dev.farcall.call.Endpoint;
import dev.farcall.spi.Discovery;
import java.util.List;

/** Endpoints that somebody has written down. */
final class StaticDiscovery implements Discovery {

  static final String EXAMPLE = "static:///127.0.0.1:9090,127.0.0.1:9091";

  private final List<Endpoint> endpoints;

  StaticDiscovery(List<Endpoint> endpoints) {
    this.endpoints = List.copyOf(endpoints);
  }

  @Override
  public Watch watch(Listener listener) {
    listener.found(endpoints);
    return () -> {};
  }

  @Override
  public void close() {}

  @Override
  public String toString() {
    return "static " + endpoints;
  }
}
