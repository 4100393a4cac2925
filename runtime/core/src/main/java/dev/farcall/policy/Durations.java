package dev.farcall.policy;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Durations as people write them: a whole number and a unit. */
public final class Durations {

  /** How one is written, for those who wrote it otherwise. */
  public static final String FORM = "a whole number and ms, s, m or h, as in 300ms";

  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

  private Durations() {}

  /**
   * What {@code "300ms"}, {@code "2s"}, {@code "1m"}, {@code "1h"} or {@code "0"} says, or null.
   */
  public static @Nullable Duration parse(String text) {
    if (text.equals("0")) {
      return Duration.ZERO;
    }
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    long amount = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      default -> Duration.ofHours(amount);
    };
  }

  /** For people to read: {@code 300 ms}, {@code 10 s}. */
  public static String text(Duration duration) {
    return duration.toNanosPart() == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
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
