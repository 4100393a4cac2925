package dev.farcall.policy;

import static java.util.Objects.requireNonNull;

import dev.farcall.annotation.Mode;
import java.time.Duration;

/**
 * How often a call that failed is sent again, and when.
 *
 * @param maxAttempts the first one included; 1 to 10
 * @param backoff bounds the pause before the second attempt and doubles with each; more than zero
 * @param maxBackoff what that bound does not exceed; at least {@code backoff}, at most an hour
 */
public record RetryPolicy(int maxAttempts, Duration backoff, Duration maxBackoff, Mode mode) {

  /** 3 attempts, 50 ms to 1 s. */
  public static final RetryPolicy DEFAULT =
      new RetryPolicy(3, Duration.ofMillis(50), Duration.ofSeconds(1));

  public RetryPolicy {
    requireNonNull(mode, "mode");
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

  /** One that sends again. */
  public RetryPolicy(int maxAttempts, Duration backoff, Duration maxBackoff) {
    this(maxAttempts, backoff, maxBackoff, Mode.ENFORCE);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder().append(maxAttempts).append(" attempts, ");
    text.append(Durations.text(backoff)).append(" to ").append(Durations.text(maxBackoff));
    return Ranges.mode(text.append(" apart"), mode);
  }
}
