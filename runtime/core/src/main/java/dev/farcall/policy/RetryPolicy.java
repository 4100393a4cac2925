package dev.farcall.policy;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How often a call that failed is sent again, and when.
 *
 * @param maxAttempts the first one included; 1 to 10
 * @param backoff bounds the pause before the second attempt and doubles with each; more than zero
 * @param maxBackoff what that bound does not exceed; at least {@code backoff}, at most an hour
 */
public record RetryPolicy(int maxAttempts, Duration backoff, Duration maxBackoff) {

  /** 3 attempts, 50 ms to 1 s. */
  public static final RetryPolicy DEFAULT =
      new RetryPolicy(3, Duration.ofMillis(50), Duration.ofSeconds(1));

  public RetryPolicy {
    requireNonNull(backoff, "backoff");
    requireNonNull(maxBackoff, "maxBackoff");
    Ranges.require(maxAttempts >= 1 && maxAttempts <= 10, "maxAttempts", maxAttempts, "1 to 10");
    Ranges.requirePositive(backoff, "backoff");
    Ranges.require(
        maxBackoff.compareTo(backoff) >= 0 && maxBackoff.compareTo(Ranges.HOUR) <= 0,
        "maxBackoff",
        maxBackoff,
        "at least the backoff, " + Durations.text(backoff) + ", and at most an hour");
  }

  @Override
  public String toString() {
    return maxAttempts
        + " attempts, "
        + Durations.text(backoff)
        + " to "
        + Durations.text(maxBackoff)
        + " apart";
  }
}
