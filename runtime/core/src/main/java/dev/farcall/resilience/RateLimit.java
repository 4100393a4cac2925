package dev.farcall.resilience;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How often something may happen: {@code permits} in each {@code per} in the long run, and up to
 * {@code burst} at once after a pause. A value; each {@link #bucket} of it counts on its own.
 *
 * <pre>{@code
 * TokenBucket bucket = new RateLimit(100, Duration.ofSeconds(1), 20).bucket(time.now());
 * long wait = bucket.acquire(time.now()); // 0: go on; else nanoseconds until it is worth a try
 * }</pre>
 *
 * @param permits at least 1
 * @param per at most a day; at least a microsecond for each permit
 * @param burst at least 1; to gather them all takes at most a year
 */
public record RateLimit(int permits, Duration per, int burst) {

  private static final Duration DAY = Duration.ofDays(1);
  private static final long YEAR_NANOS = Duration.ofDays(365).toNanos();

  /** Below it, whole nanoseconds would be too coarse to say how far apart permits are. */
  private static final long MIN_INTERVAL_NANOS = 1_000;

  public RateLimit {
    requireNonNull(per, "per");
    requireRange(permits >= 1, "permits", permits, ">= 1");
    requireRange(burst >= 1, "burst", burst, ">= 1");
    requireRange(
        per.compareTo(Duration.ZERO) > 0 && per.compareTo(DAY) <= 0,
        "per",
        per,
        "more than zero, at most a day");
    long interval = interval(permits, per);
    requireRange(
        interval >= MIN_INTERVAL_NANOS,
        "permits",
        permits + " in " + per,
        "at most one in each microsecond");
    requireRange(
        burst <= YEAR_NANOS / interval,
        "burst",
        burst,
        "at most " + YEAR_NANOS / interval + ", which take a year to gather");
  }

  /** So many in each second, all of them at once if they like. */
  public static RateLimit perSecond(int permits) {
    return new RateLimit(permits, Duration.ofSeconds(1), permits);
  }

  /** The same with another burst. */
  public RateLimit burst(int other) {
    return new RateLimit(permits, per, other);
  }

  /**
   * A count of its own, with all of the burst to spend.
   *
   * @param now a reading of the clock that {@link TokenBucket#acquire} is given too
   */
  public TokenBucket bucket(long now) {
    return new TokenBucket(this, now);
  }

  /** Nanoseconds from one permit to the next: rounded up, so that no rate is above what is said. */
  long intervalNanos() {
    return interval(permits, per);
  }

  private static long interval(int permits, Duration per) {
    return (per.toNanos() + permits - 1) / permits;
  }

  private static void requireRange(boolean holds, String name, Object value, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: " + expected + ")");
    }
  }

  @Override
  public String toString() {
    return permits + " per " + Timeout.text(per) + ", burst " + burst;
  }
}
