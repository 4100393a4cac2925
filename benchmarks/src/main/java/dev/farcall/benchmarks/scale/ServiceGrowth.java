package dev.farcall.benchmarks.scale;

import com.sun.management.OperatingSystemMXBean;
import dev.farcall.Connection;
import dev.farcall.Farcall;
import dev.farcall.Server;
import dev.farcall.ServerBuilder;
import dev.farcall.benchmarks.shop.NumberedShop;
import dev.farcall.grpc.Grpc;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * More and more services of three methods on one server, over loopback, both sides in this process:
 * microseconds of processor time that a call of each in turn takes, and that it takes to serve one
 * service more and to make its client.
 */
final class ServiceGrowth {

  static final int[] SERVICES = {1, 10, 100, 1_000};

  private static final int ROUNDS = 7;
  private static final int WARM_UP_ROUNDS = 3;
  private static final long ROUND_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final String TEXT = "x".repeat(90);
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private ServiceGrowth() {}

  public static void main(String[] args) {
    int sizes = SERVICES.length;
    double[][] calls = new double[sizes][ROUNDS];
    double[][] opening = new double[sizes][ROUNDS];
    for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
      for (int i = 0; i < sizes; i++) {
        try (Opened opened = Opened.of(SERVICES[i])) {
          double micros = opened.microsOfACall();
          if (round >= 0) {
            calls[i][round] = micros;
            opening[i][round] = opened.micros / SERVICES[i];
          }
        }
      }
    }
    for (int i = 0; i < sizes; i++) {
      Fork.point(SERVICES[i], Rounds.median(calls[i]), Rounds.median(opening[i]));
    }
    System.exit(0);
  }

  /** A server and a client of each of its services. */
  private record Opened(
      Server server, Connection connection, List<NumberedShop.Client> clients, double micros)
      implements AutoCloseable {

    static Opened of(int services) {
      long begin = PROCESS.getProcessCpuTime();
      ServerBuilder builder = Farcall.server().listen(Grpc.port(0).host("127.0.0.1"));
      for (int i = 0; i < services; i++) {
        builder.serve(new NumberedShop(i));
      }
      Server server = builder.start();
      Connection connection = Farcall.connect("static:///127.0.0.1:" + server.port());
      List<NumberedShop.Client> clients = new ArrayList<>();
      for (int i = 0; i < services; i++) {
        clients.add(new NumberedShop.Client(connection.peer(), i));
      }
      double micros = (PROCESS.getProcessCpuTime() - begin) / 1e3;
      return new Opened(server, connection, clients, micros);
    }

    double microsOfACall() {
      call(0);
      long cpu = PROCESS.getProcessCpuTime();
      long end = System.nanoTime() + ROUND_NANOS;
      int calls = 0;
      while (System.nanoTime() - end < 0) {
        call(calls++ % clients.size());
      }
      return (PROCESS.getProcessCpuTime() - cpu) / 1e3 / calls;
    }

    private void call(int service) {
      String answer = clients.get(service).echo(TEXT);
      if (!answer.equals(TEXT)) {
        throw new IllegalStateException("another answer: " + answer);
      }
    }

    @Override
    public void close() {
      connection.close();
      server.close();
    }
  }
}
