package dev.farcall.benchmarks.http;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * HTTP clients under blocking callers in a closed loop, one after the other, several rounds of all,
 * so that a disturbance hits each of them alike. Prints the median round of each, and the least CPU
 * that the client's process took per call, since a disturbance can only add to it.
 *
 * <pre>HttpClientLoad [callers seconds rounds]</pre>
 *
 * Without arguments, the comparison of the README.
 */
public final class HttpClientLoad {

  private static final byte[] BODY =
      ("{\"id\":\"u-1024\",\"name\":\"Ada Lovelace\",\"email\":\"ada@example.org\","
              + "\"tags\":[\"admin\",\"beta\"],\"active\":true,\"logins\":41}")
          .getBytes(StandardCharsets.UTF_8);

  private static final int WARM_UP_ROUNDS = 2;

  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private HttpClientLoad() {}

  public static void main(String[] args) throws Exception {
    int callers = args.length == 0 ? 32 : Integer.parseInt(args[0]);
    int seconds = args.length == 0 ? 3 : Integer.parseInt(args[1]);
    int rounds = args.length == 0 ? 6 : Integer.parseInt(args[2]);
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    List<Contender> contenders = new ArrayList<>();
    try (HttpEchoServer server = HttpEchoServer.start()) {
      for (HttpClients library : HttpClients.values()) {
        contenders.add(new Contender(library, library.open(server.port()), new ArrayList<>()));
      }
      for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
        for (Contender contender : contenders) {
          Round result = run(contender.client, callers, seconds, threads);
          if (round >= 0) {
            contender.rounds.add(result);
          }
        }
      }
      contenders.forEach(contender -> System.out.println(contender.line(contenders.get(0))));
    } finally {
      threads.shutdownNow();
      contenders.forEach(contender -> contender.client.close());
    }
  }

  private static Round run(
      HttpClients.Posting client, int callers, int seconds, ExecutorService threads)
      throws InterruptedException, ExecutionException {
    long cpu = PROCESS.getProcessCpuTime();
    long begin = System.nanoTime();
    long end = begin + TimeUnit.SECONDS.toNanos(seconds);
    List<Future<Histogram>> loops = new ArrayList<>();
    for (int i = 0; i < callers; i++) {
      loops.add(threads.submit(() -> loop(client, end)));
    }
    Histogram latencies = new Histogram(3);
    for (Future<Histogram> loop : loops) {
      latencies.add(loop.get());
    }
    long time = System.nanoTime() - begin;
    long calls = latencies.getTotalCount();
    return new Round(
        calls * 1e9 / time,
        (PROCESS.getProcessCpuTime() - cpu) / 1e3 / calls,
        latencies.getValueAtPercentile(50) / 1e3,
        latencies.getValueAtPercentile(99) / 1e3);
  }

  private static Histogram loop(HttpClients.Posting client, long end) throws IOException {
    Histogram latencies = new Histogram(3);
    long now = System.nanoTime();
    while (now - end < 0) {
      if (!Arrays.equals(client.post(BODY), BODY)) {
        throw new IllegalStateException("another answer");
      }
      long after = System.nanoTime();
      latencies.recordValue(after - now);
      now = after;
    }
    return latencies;
  }

  private record Contender(HttpClients library, HttpClients.Posting client, List<Round> rounds) {

    Round median() {
      rounds.sort(Comparator.comparingDouble(Round::callsPerSecond));
      return rounds.get(rounds.size() / 2);
    }

    double leastCpuMicros() {
      return rounds.stream().mapToDouble(Round::cpuMicros).min().orElseThrow();
    }

    String line(Contender base) {
      Round round = median();
      return String.format(
          Locale.ROOT,
          "%-18s %7.0f calls/s (%.2f) %6.1f us client CPU (%.2f), p50 %5.0f us, p99 %5.0f us",
          library,
          round.callsPerSecond,
          round.callsPerSecond / base.median().callsPerSecond,
          leastCpuMicros(),
          leastCpuMicros() / base.leastCpuMicros(),
          round.medianMicros,
          round.p99Micros);
    }
  }

  private record Round(
      double callsPerSecond, double cpuMicros, double medianMicros, double p99Micros) {}
}
