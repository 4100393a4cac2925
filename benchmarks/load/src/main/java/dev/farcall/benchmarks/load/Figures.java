package dev.farcall.benchmarks.load;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one round took, by the call; or several rounds.
 *
 * @param clientCpuMicros the system counts it in steps of 10 ms
 */
public record Figures(
    long calls,
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
        round.calls(),
        calls * 1e9 / round.wallNanos(),
        (clientAfter.cpuNanos() - client.cpuNanos()) / 1e3 / calls,
        (serverAfter.cpuNanos() - server.cpuNanos()) / 1e3 / calls,
        (clientAfter.allocatedBytes() - client.allocatedBytes()) / calls,
        (serverAfter.allocatedBytes() - server.allocatedBytes()) / calls,
        round.p50Nanos() / 1e3,
        round.p99Nanos() / 1e3,
        round.p999Nanos() / 1e3);
  }

  /**
   * Of calls per second and of latencies the median round; of CPU and allocation the mean of all
   * calls. {@code NaN} if there were no rounds.
   */
  static Figures of(List<Figures> rounds) {
    return new Figures(
        rounds.stream().mapToLong(Figures::calls).sum(),
        median(rounds, Figures::callsPerSecond),
        mean(rounds, Figures::clientCpuMicros),
        mean(rounds, Figures::serverCpuMicros),
        mean(rounds, Figures::clientBytes),
        mean(rounds, Figures::serverBytes),
        median(rounds, Figures::p50Micros),
        median(rounds, Figures::p99Micros),
        median(rounds, Figures::p999Micros));
  }

  private static double mean(List<Figures> rounds, ToDoubleFunction<Figures> figure) {
    double calls = rounds.stream().mapToDouble(Figures::calls).sum();
    return rounds.stream().mapToDouble(each -> each.calls * figure.applyAsDouble(each)).sum()
        / calls;
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
