package dev.farcall.benchmarks.load;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** What one round took, by the call; or the medians of several rounds. */
public record Figures(
    double callsPerSecond,
    double clientCpuMicros,
    double serverCpuMicros,
    double clientBytes,
    double serverBytes,
    double p50Micros,
    double p99Micros,
    double p999Micros) {

  static Figures of(Round round, Usage client, Usage clientAfter, Usage server, Usage serverAfter) {
    double calls = round.calls();
    return new Figures(
        calls * 1e9 / round.wallNanos(),
        (clientAfter.cpuNanos() - client.cpuNanos()) / 1e3 / calls,
        (serverAfter.cpuNanos() - server.cpuNanos()) / 1e3 / calls,
        (clientAfter.allocatedBytes() - client.allocatedBytes()) / calls,
        (serverAfter.allocatedBytes() - server.allocatedBytes()) / calls,
        round.p50Nanos() / 1e3,
        round.p99Nanos() / 1e3,
        round.p999Nanos() / 1e3);
  }

  /** Of each figure by itself; {@code NaN} if there were no rounds. */
  public static Figures medians(List<Figures> rounds) {
    return new Figures(
        median(rounds, Figures::callsPerSecond),
        median(rounds, Figures::clientCpuMicros),
        median(rounds, Figures::serverCpuMicros),
        median(rounds, Figures::clientBytes),
        median(rounds, Figures::serverBytes),
        median(rounds, Figures::p50Micros),
        median(rounds, Figures::p99Micros),
        median(rounds, Figures::p999Micros));
  }

  private static double median(List<Figures> rounds, ToDoubleFunction<Figures> figure) {
    double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
    if (sorted.length == 0) {
      return Double.NaN;
    }
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** Of client and server. */
  public double cpuMicros() {
    return clientCpuMicros + serverCpuMicros;
  }

  /** Of client and server. */
  public double bytes() {
    return clientBytes + serverBytes;
  }
}
