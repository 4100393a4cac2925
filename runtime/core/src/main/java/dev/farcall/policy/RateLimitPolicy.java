package dev.farcall.policy;

import static java.util.Objects.requireNonNull;

import dev.farcall.annotation.Mode;
import java.time.Duration;

/**
 * How often something may happen: {@code permits} in each {@code per} in the long run, and up to
 * {@code burst} at once after a pause. A value.
 *
 * <pre>{@code
 * new RateLimitPolicy(100, Duration.ofSeconds(1), 20)
 * }</pre>
 *
 * @param permits at least 1
 * @param per at most a day; at least a microsecond for each permit
 * @param burst at least 1; to gather them all takes at most a year
 * @param maxWait how long a call that keeps no thread waits for its turn at most; at most an hour
 */
public record RateLimitPolicy(int permits, Duration per, int burst, Duration maxWait, Mode mode) {

  private static final long YEAR_NANOS = Duration.ofDays(365).toNanos();

  /** Below it, whole nanoseconds would be too coarse to say how far apart permits are. */
  private static final long MIN_INTERVAL_NANOS = 1_000;

  public RateLimitPolicy {
    requireNonNull(per, "per");
    requireNonNull(maxWait, "maxWait");
    requireNonNull(mode, "mode");
    Ranges.require(permits >= 1, "permits", permits, ">= 1");
    Ranges.require(burst >= 1, "burst", burst, ">= 1");
    Ranges.require(
        per.compareTo(Duration.ZERO) > 0 && per.compareTo(Ranges.DAY) <= 0,
        "per",
        per,
        "more than zero, at most a day");
    long interval = interval(permits, per);
    Ranges.require(
        interval >= MIN_INTERVAL_NANOS,
        "permits",
        permits + " in " + per,
        "at most one in each microsecond");
    Ranges.require(
        burst <= YEAR_NANOS / interval,
        "burst",
        burst,
        "at most " + YEAR_NANOS / interval + ", which take a year to gather");
    Ranges.require(
        !maxWait.isNegative() && maxWait.compareTo(Ranges.HOUR) <= 0,
        "maxWait",
        maxWait,
        "0 to an hour");
  }

  /** One that rejects what is too much at once. */
  public RateLimitPolicy(int permits, Duration per, int burst) {
    this(permits, per, burst, Duration.ZERO, Mode.ENFORCE);
  }

  /** So many in each second, all of them at once if they like. */
  public static RateLimitPolicy perSecond(int permits) {
    return new RateLimitPolicy(permits, Duration.ofSeconds(1), permits);
  }

  /** The same with another burst. */
  public RateLimitPolicy burst(int other) {
    return new RateLimitPolicy(permits, per, other, maxWait, mode);
  }

  /** Nanoseconds from one permit to the next: rounded up, so that no rate is above what is said. */
  public long intervalNanos() {
    return interval(permits, per);
  }

  private static long interval(int permits, Duration per) {
    return (per.toNanos() + permits - 1) / permits;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(permits).append(" per ").append(Durations.text(per));
    text.append(", burst ").append(burst);
    if (!maxWait.isZero()) {
      text.append(", waiting up to ").append(Durations.text(maxWait));
    }
    return Ranges.mode(text, mode);
  }
}
