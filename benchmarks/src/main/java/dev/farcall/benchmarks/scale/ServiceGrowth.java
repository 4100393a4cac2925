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
 * microseconds of processor time that a call of each in turn takes; and microseconds until the
 * server is up and each service has a client, divided by the services.
 */
final class ServiceGrowth {

  static final int[] SERVICES = {1, 10, 100, 1_000};

  private static final int ROUNDS = 7;
  private static final int WARM_UP_ROUNDS = 3;
  private static final long ROUND_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final String TEXT = "x".repeat(90);

  /** In steps of 10 ms, so that only many rounds together tell something. */
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private ServiceGrowth() {}

  public static void main(String[] args) {
    int sizes = SERVICES.length;
    long[] calls = new long[sizes];
    long[] cpu = new long[sizes];
    double[][] opening = new double[sizes][ROUNDS];
    for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
      for (int i = 0; i < sizes; i++) {
        try (Opened opened = Opened.of(SERVICES[i])) {
          long before = PROCESS.getProcessCpuTime();
          long made = opened.calls();
          if (round >= 0) {
            calls[i] += made;
            cpu[i] += PROCESS.getProcessCpuTime() - before;
            opening[i][round] = opened.nanos / 1e3 / SERVICES[i];
          }
        }
      }
    }
    for (int i = 0; i < sizes; i++) {
      Fork.point(SERVICES[i], cpu[i] / 1e3 / calls[i], Rounds.median(opening[i]));
    }
    System.exit(0);
  }

  /** A server and a client of each of its services. */
  private record Opened(
      Server server, Connection connection, List<NumberedShop.Client> clients, long nanos)
      implements AutoCloseable {

    static Opened of(int services) {
      long begin = System.nanoTime();
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
      return new Opened(server, connection, clients, System.nanoTime() - begin);
    }

    long calls() {
      long end = System.nanoTime() + ROUND_NANOS;
      long calls = 0;
      while (System.nanoTime() - end < 0) {
        call((int) (calls++ % clients.size()));
      }
      return calls;
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
