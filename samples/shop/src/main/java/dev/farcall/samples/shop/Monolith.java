package dev.farcall.samples.shop;

import dev.farcall.Farcall;
import dev.farcall.Server;
import dev.farcall.ServerBuilder;
import java.util.List;

/** All services in this process. */
final class Monolith implements Deployment {

  private final Server server;

  private Monolith(Server server) {
    this.server = server;
  }

  static Monolith start() {
    ServerBuilder server = Farcall.server().local();
    for (String name : Services.NAMES) {
      Services.serve(name, server);
      Services.target(name, "local:");
    }
    return new Monolith(server.start());
  }

  @Override
  public List<String> describe() {
    return List.of("users, orders and payments run in this process");
  }

  @Override
  public List<String> lost() {
    return List.of();
  }

  @Override
  public void kill(String service) {
    throw new UnsupportedOperationException("one process holds all services");
  }

  @Override
  public void close() {
    server.close();
  }
}
