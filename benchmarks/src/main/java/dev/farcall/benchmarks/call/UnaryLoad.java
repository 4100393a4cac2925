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
 * <pre>UnaryLoad [callers seconds rounds stub:SERVER…]</pre>
 *
 * Without arguments, the comparisons of the README.
 */
public final class UnaryLoad {

  private static final String MESSAGE = "x".repeat(90);
  private static final int WARM_UP_ROUNDS = 2;

  /** The implementation runs on the event loop. */
  private static final List<String> EVENT_LOOP =
      List.of(
          "protoc:GRPC_DIRECT",
          "farcall:GRPC_DIRECT",
          "protoc:FARCALL_EVENT_LOOP",
          "farcall:FARCALL_EVENT_LOOP",
          "protoc:FARCALL_HTTP_EVENT_LOOP",
          "farcall:FARCALL_HTTP_EVENT_LOOP");

  /** The implementation may block. */
  private static final List<String> POOL =
      List.of(
          "protoc:GRPC_FIXED_64",
          "protoc:GRPC_DEFAULT",
          "protoc:FARCALL_BLOCKING",
          "farcall:FARCALL_BLOCKING",
          "protoc:FARCALL_HTTP_BLOCKING",
          "farcall:FARCALL_HTTP_BLOCKING");

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
    if (args.length == 0) {
      for (int callers : new int[] {1, 16}) {
        compare(callers, 2, 8, EVENT_LOOP);
      }
      compare(16, 2, 8, POOL);
      return;
    }
    List<String> pairs = List.of(args).subList(3, args.length);
    compare(Integer.parseInt(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]), pairs);
  }

  private static void compare(int callers, int seconds, int rounds, List<String> names)
      throws InterruptedException, ExecutionException {
    List<Pair> pairs = names.stream().map(Pair::open).toList();
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    try {
      for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
        for (Pair pair : pairs) {
          Round result = new UnaryLoad(pair.stub.call(), callers, threads).run(seconds);
          if (round >= 0) {
            pair.rounds.add(result);
          }
        }
      }
      Pair base = pairs.get(0);
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

    String line(int callers, Pair base) {
      Round round = median();
      return String.format(
          Locale.ROOT,
          "%-31s %2d callers %7.0f calls/s (%.2f) %6.1f us CPU (%.2f), p50 %5.0f us, p99 %5.0f us",
          name,
          callers,
          round.callsPerSecond,
          round.callsPerSecond / base.median().callsPerSecond,
          leastCpuMicros(),
          leastCpuMicros() / base.leastCpuMicros(),
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
