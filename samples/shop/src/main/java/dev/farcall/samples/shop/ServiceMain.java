package dev.farcall.samples.shop;

import dev.farcall.Farcall;
import dev.farcall.Server;
import dev.farcall.grpc.Grpc;
import dev.farcall.samples.shop.payments.Payments;
import dev.farcall.samples.shop.payments.UnwellPayments;
import dev.farcall.samples.shop.users.SlowUsers;
import dev.farcall.samples.shop.users.Users;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;

/**
 * One service in a process of its own, told by {@link ServiceSettings}. It tells its port on
 * standard output and ends when standard input does, so that it does not outlive the process that
 * started it.
 */
final class ServiceMain {

  private ServiceMain() {}

  public static void main(String[] args) throws IOException {
    Logs.quiet();
    ServiceSettings settings = ServiceSettings.of(args);
    Clock clock = Clock.systemUTC();
    Users users = new Users(clock, settings.users());
    if (settings.name().equals("users")) {
      users.followOthers();
    }
    Payments payments = new Payments(clock, settings.payments());
    try (Server server =
        Services.serve(
                settings.name(),
                Farcall.server().listen(Grpc.port(settings.port()).host("127.0.0.1")),
                settings.slow() == 0
                    ? users
                    : new SlowUsers(users, Duration.ofMillis(settings.slow())),
                new UnwellPayments(payments, settings.failing()))
            .start()) {
      System.out.println(ServiceProcess.READY + server.port());
      System.in.transferTo(OutputStream.nullOutputStream());
    }
  }
}
