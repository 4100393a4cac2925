package dev.farcall.policy;

import static java.util.Objects.requireNonNull;

import dev.farcall.annotation.Mode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a call that takes long is sent a second time.
 *
 * @param maxAttempts the first one included; 2 to 5
 * @param delay how long the one before has been on its way; null for longer than 95 of 100 calls
 *     took of late; at most an hour
 */
public record HedgePolicy(int maxAttempts, @Nullable Duration delay, Mode mode) {

  /** One hedge, later than 95 of 100 calls. */
  public static final HedgePolicy DEFAULT = new HedgePolicy(2, null);

  public HedgePolicy {
    requireNonNull(mode, "mode");
    Ranges.require(maxAttempts >= 2 && maxAttempts <= 5, "maxAttempts", maxAttempts, "2 to 5");
    if (delay != null) {
      Ranges.requirePositive(delay, "delay");
    }
  }

  /** One that sends a second time. */
  public HedgePolicy(int maxAttempts, @Nullable Duration delay) {
    this(maxAttempts, delay, Mode.ENFORCE);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder().append(maxAttempts).append(" attempts, ");
    text.append(
        delay == null ? "each later than 95 of 100 calls" : Durations.text(delay) + " apart");
    return Ranges.mode(text, mode);
  }
}
