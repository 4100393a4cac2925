package dev.farcall.benchmarks.load;

import org.HdrHistogram.AbstractHistogram;

/**
 * What one round of calls was, as the client saw it.
 *
 * @param wallNanos from its begin to the last answer
 * @param p50Nanos half of the calls were answered within it
 */
public record Round(long calls, long wallNanos, long p50Nanos, long p99Nanos, long p999Nanos) {

  static Round of(AbstractHistogram latencies, long wallNanos) {
    return new Round(
        latencies.getTotalCount(),
        wallNanos,
        latencies.getValueAtPercentile(50),
        latencies.getValueAtPercentile(99),
        latencies.getValueAtPercentile(99.9));
  }

  static Round parse(String text) {
    String[] parts = text.split(" ", 5);
    return new Round(
        Long.parseLong(parts[0]),
        Long.parseLong(parts[1]),
        Long.parseLong(parts[2]),
        Long.parseLong(parts[3]),
        Long.parseLong(parts[4]));
  }

  @Override
  public String toString() {
    return calls + " " + wallNanos + " " + p50Nanos + " " + p99Nanos + " " + p999Nanos;
  }
}
