package dev.farcall.samples.shop;

import dev.farcall.Farcall;
import dev.farcall.Server;
import dev.farcall.ServerBuilder;
import dev.farcall.samples.shop.payments.Payments;
import dev.farcall.samples.shop.payments.UnwellPayments;
import dev.farcall.samples.shop.users.Users;
import java.time.Clock;
import java.util.List;

/** All services in this process. */
final class Monolith implements Deployment {

  private final Server server;

  private Monolith(Server server) {
    this.server = server;
  }

  static Monolith start(int failing) {
    ServerBuilder server = Farcall.server().local();
    Clock clock = Clock.systemUTC();
    Users users = new Users(clock);
    UnwellPayments payments = new UnwellPayments(new Payments(clock), failing);
    for (String name : Services.NAMES) {
      Services.serve(name, server, users, payments);
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
  public String kill(String service) {
    throw new UnsupportedOperationException("one process holds all services");
  }

  @Override
  public void close() {
    server.close();
  }
}
