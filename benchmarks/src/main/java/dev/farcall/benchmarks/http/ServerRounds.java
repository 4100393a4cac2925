package dev.farcall.benchmarks.http;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What a server did in all its rounds. */
final class ServerRounds {

  private final List<Round> rounds = new ArrayList<>();

  void add(Round round) {
    rounds.add(round);
  }

  /** The median of each figure by itself. */
  Round median() {
    return new Round(
        median(Round::callsPerSecond),
        median(Round::cpuMicros),
        median(Round::p50Micros),
        median(Round::p99Micros));
  }

  private double median(ToDoubleFunction<Round> figure) {
    double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /**
   * One round.
   *
   * @param cpuMicros what the server's process took for a call, in microseconds
   * @param p50Micros half of the calls were answered within it
   * @param p99Micros 99 of 100 were
   */
  record Round(double callsPerSecond, double cpuMicros, double p50Micros, double p99Micros) {}
}
