package dev.farcall.policy;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a call that takes long is sent a second time.
 *
 * @param maxAttempts the first one included; 2 to 5
 * @param delay how long the one before has been on its way; null for longer than 95 of 100 calls
 *     took of late; at most an hour
 */
public record HedgePolicy(int maxAttempts, @Nullable Duration delay) {

  /** One hedge, later than 95 of 100 calls. */
  public static final HedgePolicy DEFAULT = new HedgePolicy(2, null);

  public HedgePolicy {
    Ranges.require(maxAttempts >= 2 && maxAttempts <= 5, "maxAttempts", maxAttempts, "2 to 5");
    if (delay != null) {
      Ranges.requirePositive(delay, "delay");
    }
  }

  @Override
  public String toString() {
    return maxAttempts
        + " attempts, "
        + (delay == null ? "each later than 95 of 100 calls" : Durations.text(delay) + " apart");
  }
}
