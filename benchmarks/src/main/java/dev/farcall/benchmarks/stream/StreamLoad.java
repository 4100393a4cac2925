package dev.farcall.benchmarks.stream;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * One stream of many elements of 92 bytes, one pair of server and client after the other, several
 * rounds of all, so that a disturbance hits each of them alike. Prints the median round of each,
 * and the least CPU that the whole process (client and server) took per element.
 *
 * <pre>StreamLoad [elements rounds]</pre>
 */
public final class StreamLoad {

  private static final String MESSAGE = "x".repeat(88);
  private static final int WARM_UP_ROUNDS = 3;

  /** A thread that is woken for each element takes so many times as long. */
  private static final int SLOWER = 10;

  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private StreamLoad() {}

  public static void main(String[] args) {
    int elements = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 9;
    compare(
        List.of(StreamPeers.GRPC, StreamPeers.FARCALL, StreamPeers.FARCALL_HTTP), elements, rounds);
    compare(
        List.of(StreamPeers.GRPC_BLOCKING, StreamPeers.FARCALL_BLOCKING),
        elements / SLOWER,
        rounds);
  }

  private static void compare(List<StreamPeers> peers, int elements, int rounds) {
    Repeat repeat = new Repeat(MESSAGE, elements);
    List<StreamPeers.Pair> pairs = peers.stream().map(StreamPeers::open).toList();
    List<List<Round>> results = new ArrayList<>();
    pairs.forEach(pair -> results.add(new ArrayList<>()));
    for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
      for (int i = 0; i < pairs.size(); i++) {
        Round result = read(pairs.get(i), repeat);
        if (round >= 0) {
          results.get(i).add(result);
        }
      }
    }
    pairs.forEach(StreamPeers.Pair::close);
    for (int i = 0; i < pairs.size(); i++) {
      System.out.println(line(peers.get(i), results.get(i), results.get(0)));
    }
  }

  private static Round read(StreamPeers.Pair pair, Repeat repeat) {
    long cpu = PROCESS.getProcessCpuTime();
    long begin = System.nanoTime();
    long got = pair.reader().read(repeat);
    long time = System.nanoTime() - begin;
    if (got != repeat.times()) {
      throw new IllegalStateException("got " + got + " (expected: " + repeat.times() + ")");
    }
    return new Round((double) time / got, (double) (PROCESS.getProcessCpuTime() - cpu) / got);
  }

  private static String line(StreamPeers peer, List<Round> rounds, List<Round> base) {
    return String.format(
        Locale.ROOT,
        "%-17s %8.0f elements/s (%.2f) %5.0f ns CPU (%.2f)",
        peer,
        1e9 / median(rounds),
        median(base) / median(rounds),
        leastCpu(rounds),
        leastCpu(rounds) / leastCpu(base));
  }

  private static double median(List<Round> rounds) {
    List<Round> sorted = rounds.stream().sorted(Comparator.comparingDouble(Round::nanos)).toList();
    return sorted.get(sorted.size() / 2).nanos;
  }

  private static double leastCpu(List<Round> rounds) {
    return rounds.stream().mapToDouble(Round::cpuNanos).min().orElseThrow();
  }

  /** Of one element. */
  private record Round(double nanos, double cpuNanos) {}
}
