package dev.farcall.benchmarks.call;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
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
 * Blocking callers in a closed loop, one pair of stub and server after the other, several rounds of
 * all, so that a disturbance hits each of them alike. Prints the median round of each: calls per
 * second and latencies; and the least CPU that the whole process (client and server) took per call,
 * since a disturbance can only add to it.
 *
 * <pre>UnaryLoad callers seconds rounds stub:SERVER…</pre>
 */
public final class UnaryLoad {

  private static final String MESSAGE = "x".repeat(90);
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final Stubs.Call call;
  private final int callers;
  private final ExecutorService threads;

  private UnaryLoad(Stubs.Call call, int callers, ExecutorService threads) {
    this.call = call;
    this.callers = callers;
    this.threads = threads;
  }

  public static void main(String[] args) throws Exception {
    int callers = Integer.parseInt(args[0]);
    int seconds = Integer.parseInt(args[1]);
    int rounds = Integer.parseInt(args[2]);
    List<Pair> pairs = new ArrayList<>();
    for (int i = 3; i < args.length; i++) {
      pairs.add(Pair.open(args[i]));
    }
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    try {
      for (int round = -2; round < rounds; round++) {
        for (Pair pair : pairs) {
          Round result = new UnaryLoad(pair.stub.call(), callers, threads).run(seconds);
          if (round >= 0) {
            pair.rounds.add(result);
          }
        }
      }
      double base = pairs.get(0).median().callsPerSecond;
      for (Pair pair : pairs) {
        System.out.println(pair.line(callers, base));
      }
    } finally {
      threads.shutdownNow();
      pairs.forEach(Pair::close);
    }
  }

  private Round run(int seconds) throws InterruptedException, ExecutionException {
    long cpu = PROCESS.getProcessCpuTime();
    long begin = System.nanoTime();
    long end = begin + TimeUnit.SECONDS.toNanos(seconds);
    List<Future<Histogram>> loops = new ArrayList<>();
    for (int i = 0; i < callers; i++) {
      loops.add(threads.submit(() -> loop(end)));
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

  private Histogram loop(long end) {
    Histogram latencies = new Histogram(3);
    long now = System.nanoTime();
    while (now - end < 0) {
      if (!call.echo(MESSAGE).equals(MESSAGE)) {
        throw new IllegalStateException("another answer");
      }
      long after = System.nanoTime();
      latencies.recordValue(after - now);
      now = after;
    }
    return latencies;
  }

  /** A stub and its server, and what they did. */
  private record Pair(String name, Peers.Running server, Stubs.Connected stub, List<Round> rounds) {

    static Pair open(String name) {
      String[] parts = name.toUpperCase(Locale.ROOT).split(":", 2);
      Peers.Running server = Peers.valueOf(parts[1]).start();
      return new Pair(
          name, server, Stubs.valueOf(parts[0]).connect(server.port()), new ArrayList<>());
    }

    Round median() {
      rounds.sort(Comparator.comparingDouble(Round::callsPerSecond));
      return rounds.get(rounds.size() / 2);
    }

    double leastCpuMicros() {
      return rounds.stream().mapToDouble(Round::cpuMicros).min().orElseThrow();
    }

    String line(int callers, double base) {
      Round round = median();
      return String.format(
          Locale.ROOT,
          "%-28s %2d callers %8.0f calls/s (%.2f) %6.1f us CPU, p50 %6.0f us, p99 %6.0f us",
          name,
          callers,
          round.callsPerSecond,
          round.callsPerSecond / base,
          leastCpuMicros(),
          round.medianMicros,
          round.p99Micros);
    }

    void close() {
      stub.close();
      server.close();
    }
  }

  private record Round(
      double callsPerSecond, double cpuMicros, double medianMicros, double p99Micros) {}
}
