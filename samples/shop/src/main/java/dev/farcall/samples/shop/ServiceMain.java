package dev.farcall.samples.shop;

import dev.farcall.Farcall;
import dev.farcall.Server;
import dev.farcall.grpc.Grpc;
import dev.farcall.samples.shop.payments.Payments;
import dev.farcall.samples.shop.payments.UnwellPayments;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;

/**
 * One service in a process of its own: its name, its port or 0, how many of a hundred payments fail
 * for a while, and the file that payments are kept in. It tells its port on standard output and
 * ends when standard input does, so that it does not outlive the process that started it.
 */
final class ServiceMain {

  private ServiceMain() {}

  public static void main(String[] args) throws IOException {
    Logs.quiet();
    int port = Integer.parseInt(args[1]);
    int failing = Integer.parseInt(args[2]);
    Payments payments = new Payments(Clock.systemUTC(), Path.of(args[3]));
    try (Server server =
        Services.serve(
                args[0],
                Farcall.server().listen(Grpc.port(port).host("127.0.0.1")),
                new UnwellPayments(payments, failing))
            .start()) {
      System.out.println(ServiceProcess.READY + server.port());
      System.in.transferTo(OutputStream.nullOutputStream());
    }
  }
}
