package dev.farcall.policy;

import java.time.Duration;

/** Durations as people write them. */
public final class Durations {

  private Durations() {}

  /** As it is written on an interface: {@code 300 ms}, {@code 10 s}. */
  public static String text(Duration duration) {
    return duration.toNanosPart() % 1_000_000_000 == 0
        ? duration.toSeconds() + " s"
        : duration.toMillis() + " ms";
  }

  /** Its nanoseconds; those of 292 years for what is longer. */
  public static long nanos(Duration duration) {
    try {
      return duration.toNanos();
    } catch (ArithmeticException beyond292Years) {
      return duration.isNegative() ? -Long.MAX_VALUE : Long.MAX_VALUE;
    }
  }
}
