package dev.farcall.policy;

import static java.util.Objects.requireNonNull;

import dev.farcall.annotation.Mode;
import java.time.Duration;

/**
 * How many calls are on their way at once.
 *
 * @param maxConcurrent 1 to 1,000,000
 * @param queue how many wait at most when it is full; 0 to 1,000,000
 * @param maxWait how long one waits at most; zero if and only if {@code queue} is 0; at most an
 *     hour
 */
public record BulkheadPolicy(int maxConcurrent, int queue, Duration maxWait, Mode mode) {

  private static final int MANY = 1_000_000;

  public BulkheadPolicy {
    requireNonNull(maxWait, "maxWait");
    requireNonNull(mode, "mode");
    Ranges.require(
        maxConcurrent >= 1 && maxConcurrent <= MANY,
        "maxConcurrent",
        maxConcurrent,
        "1 to 1000000");
    Ranges.require(queue >= 0 && queue <= MANY, "queue", queue, "0 to 1000000");
    Ranges.require(
        !maxWait.isNegative() && maxWait.compareTo(Ranges.HOUR) <= 0,
        "maxWait",
        maxWait,
        "0 to an hour");
    Ranges.require(
        queue > 0 || maxWait.isZero(), "maxWait", maxWait, "0, since queue is 0 and nothing waits");
    Ranges.require(
        queue == 0 || !maxWait.isZero(), "queue", queue, "0, since maxWait is 0 and nothing waits");
  }

  /** So many at once, and nothing waits. */
  public static BulkheadPolicy of(int maxConcurrent) {
    return new BulkheadPolicy(maxConcurrent, 0, Duration.ZERO, Mode.ENFORCE);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder().append(maxConcurrent).append(" at once");
    if (queue > 0) {
      text.append(", ").append(queue).append(" waiting up to ").append(Durations.text(maxWait));
    }
    return Ranges.mode(text, mode);
  }
}
