package dev.farcall.policy;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a call may take.
 *
 * @param total of the call with all its attempts; for a stream, until its first element. Zero is no
 *     limit
 * @param attempt of each attempt. Zero is no limit
 */
public record TimeoutPolicy(Duration total, Duration attempt) {

  /** Of a method that says nothing: 10 s in all. */
  public static final TimeoutPolicy DEFAULT =
      new TimeoutPolicy(Duration.ofSeconds(10), Duration.ZERO);

  /** No limit of its own: only the deadline that a call inherits. */
  public static final TimeoutPolicy NONE = new TimeoutPolicy(Duration.ZERO, Duration.ZERO);

  /** What a method says, and the default where it says nothing. */
  public static TimeoutPolicy of(@Nullable Duration total, @Nullable Duration attempt) {
    return new TimeoutPolicy(
        total == null ? DEFAULT.total : total, attempt == null ? DEFAULT.attempt : attempt);
  }

  public TimeoutPolicy {
    Ranges.require(!total.isNegative(), "total", total, ">= 0");
    Ranges.require(!attempt.isNegative(), "attempt", attempt, ">= 0");
  }
}
