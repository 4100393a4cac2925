package dev.farcall.policy;

import static java.util.Objects.requireNonNull;

import dev.farcall.annotation.Mode;

/**
 * Between which bounds a limit of concurrency adapts.
 *
 * @param initial what it begins with; from {@code min} to {@code max}
 * @param min at least 1
 * @param max at least {@code min}, at most 1,000,000
 */
public record ConcurrencyLimitPolicy(int initial, int min, int max, Mode mode) {

  /** Begins with 20, between 1 and 1,000. */
  public static final ConcurrencyLimitPolicy DEFAULT =
      new ConcurrencyLimitPolicy(20, 1, 1_000, Mode.ENFORCE);

  public ConcurrencyLimitPolicy {
    requireNonNull(mode, "mode");
    Ranges.require(min >= 1, "min", min, ">= 1");
    Ranges.require(
        max >= min && max <= 1_000_000, "max", max, "at least min, " + min + ", at most 1000000");
    Ranges.require(initial >= min && initial <= max, "initial", initial, min + " to " + max);
  }

  @Override
  public String toString() {
    return Ranges.mode(
        new StringBuilder("adapting between ").append(min).append(" and ").append(max), mode);
  }
}
