package dev.farcall.policy;

import dev.farcall.annotation.Mode;
import java.time.Duration;
import java.util.Locale;

/** Refuses what no policy can be made of, and what all policies say alike. */
final class Ranges {

  static final Duration HOUR = Duration.ofHours(1);
  static final Duration DAY = Duration.ofDays(1);

  private Ranges() {}

  /**
   * Refuses a value that is out of its range.
   *
   * @throws RangeException naming the value and what was expected
   */
  static void require(boolean holds, String name, Object value, String expected) {
    if (!holds) {
      String found =
          value instanceof Duration duration ? Durations.text(duration) : value.toString();
      throw new RangeException(name, found, expected);
    }
  }

  static void requirePositive(Duration value, String name) {
    require(
        value.compareTo(Duration.ZERO) > 0 && value.compareTo(HOUR) <= 0,
        name,
        value,
        "more than zero, at most an hour");
  }

  static void requireFraction(double value, String name) {
    require(value > 0 && value <= 1, name, value, "above 0, at most 1");
  }

  static String percent(double fraction) {
    double percent = fraction * 100;
    return percent == Math.rint(percent)
        ? (long) percent + " %"
        : String.format(Locale.ROOT, "%.1f %%", percent);
  }

  static String mode(StringBuilder text, Mode mode) {
    return switch (mode) {
      case ENFORCE -> text.toString();
      case SHADOW -> text.append(" (shadow)").toString();
      case OFF -> text.append(" (off)").toString();
    };
  }
}
