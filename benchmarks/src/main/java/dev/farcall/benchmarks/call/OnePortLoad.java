package dev.farcall.benchmarks.call;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;

/**
 * What gRPC costs on the port that it shares with REST: our server on the HTTP engine beside ours
 * on grpc-java, each in a process of its own, called by protoc's blocking stub from this one. The
 * rounds are interleaved; a line is the median of calls per second and the least CPU of the server
 * for a call, with the ratios to the line before it that begins a pair.
 *
 * <pre>OnePortLoad [callers seconds rounds SERVER...]</pre>
 *
 * Without arguments, the comparisons of the README.
 */
public final class OnePortLoad {

  private static final String MESSAGE = "x".repeat(90);
  private static final int WARM_UP_ROUNDS = 2;

  private static final List<Peers> EVENT_LOOP =
      List.of(Peers.FARCALL_EVENT_LOOP, Peers.FARCALL_HTTP_EVENT_LOOP, Peers.VERTX_BARE);

  private static final List<Peers> POOL =
      List.of(Peers.FARCALL_BLOCKING, Peers.FARCALL_HTTP_BLOCKING);

  private final Peers peer;
  private final ServerProcess server;
  private final Stubs.Connected stub;
  private final List<Double> callsPerSecond = new ArrayList<>();
  private final List<Double> cpuMicros = new ArrayList<>();

  private OnePortLoad(Peers peer) throws IOException {
    this.peer = peer;
    this.server = ServerProcess.start(peer);
    this.stub = Stubs.PROTOC.connect(server.port());
  }

  public static void main(String[] args) throws Exception {
    if (args.length == 0) {
      for (int callers : new int[] {16, 1}) {
        compare(callers, 2, 7, EVENT_LOOP);
        compare(callers, 2, 7, POOL);
      }
      return;
    }
    List<Peers> peers = List.of(args).subList(3, args.length).stream().map(Peers::valueOf).toList();
    compare(Integer.parseInt(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]), peers);
  }

  private static void compare(int callers, int seconds, int rounds, List<Peers> peers)
      throws Exception {
    List<OnePortLoad> loads = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    try {
      for (Peers peer : peers) {
        loads.add(new OnePortLoad(peer));
      }
      for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
        for (OnePortLoad load : loads) {
          load.round(threads, callers, seconds, round >= 0);
        }
      }
      loads.forEach(load -> System.out.println(load.line(callers, loads.get(0))));
    } finally {
      threads.shutdownNow();
      loads.forEach(OnePortLoad::close);
    }
  }

  private void round(ExecutorService threads, int callers, int seconds, boolean counts)
      throws InterruptedException, ExecutionException {
    long cpu = server.cpuNanos();
    long begin = System.nanoTime();
    long end = begin + TimeUnit.SECONDS.toNanos(seconds);
    List<Future<Long>> loops = new ArrayList<>();
    for (int i = 0; i < callers; i++) {
      loops.add(threads.submit(() -> loop(end)));
    }
    long calls = 0;
    for (Future<Long> loop : loops) {
      calls += loop.get();
    }
    if (counts) {
      callsPerSecond.add(calls * 1e9 / (System.nanoTime() - begin));
      cpuMicros.add((server.cpuNanos() - cpu) / 1e3 / calls);
    }
  }

  private long loop(long end) {
    long calls = 0;
    while (System.nanoTime() - end < 0) {
      if (!stub.call().echo(MESSAGE).equals(MESSAGE)) {
        throw new IllegalStateException("another answer");
      }
      calls++;
    }
    return calls;
  }

  private double median() {
    return sorted(callsPerSecond).skip(callsPerSecond.size() / 2).findFirst().orElseThrow();
  }

  private double leastCpu() {
    return sorted(cpuMicros).findFirst().orElseThrow();
  }

  private static DoubleStream sorted(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).sorted();
  }

  private String line(int callers, OnePortLoad base) {
    return String.format(
        Locale.ROOT,
        "%-24s %2d callers %7.0f calls/s (%.2f) %6.1f us CPU of the server (%.2f)",
        peer.name().toLowerCase(Locale.ROOT),
        callers,
        median(),
        median() / base.median(),
        leastCpu(),
        leastCpu() / base.leastCpu());
  }

  private void close() {
    stub.close();
    server.close();
  }
}
