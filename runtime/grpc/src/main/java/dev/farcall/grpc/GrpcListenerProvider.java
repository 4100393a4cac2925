package dev.farcall.grpc;

import dev.farcall.spi.Listener;
import dev.farcall.spi.ListenerProvider;

/** The server side of the {@code grpc} wire; found by {@link java.util.ServiceLoader}. */
public final class GrpcListenerProvider implements ListenerProvider {

  @Override
  public String wire() {
    return "grpc";
  }

  @Override
  public Listener listener(int port) {
    return Grpc.port(port);
  }
}
