package dev.farcall.wire;

import java.util.function.Function;

/** Numbers and booleans from text: of a header, a path, a query. */
public final class WireScalars {

  /** The longest number a double writes has 24 characters; zeros may be added to it. */
  private static final int MAX_LENGTH = 64;

  private WireScalars() {}

  /** {@code true} or {@code false}, and nothing else. */
  public static boolean bool(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw DecodeException.invalid("is neither true nor false");
    };
  }

  /** A {@code byte}. */
  public static byte int8(String text) {
    return integer(text, Byte::parseByte, "-128 to 127");
  }

  /** A {@code short}. */
  public static short int16(String text) {
    return integer(text, Short::parseShort, "-32768 to 32767");
  }

  /** An {@code int}. */
  public static int int32(String text) {
    return integer(text, Integer::parseInt, "-2147483648 to 2147483647");
  }

  /** A {@code long}. */
  public static long int64(String text) {
    return integer(text, Long::parseLong, "-9223372036854775808 to 9223372036854775807");
  }

  /** An {@code int} without sign. */
  public static int uint32(String text) {
    return integer(text, Integer::parseUnsignedInt, "0 to 4294967295");
  }

  /** A {@code long} without sign. */
  public static long uint64(String text) {
    return integer(text, Long::parseUnsignedLong, "0 to 18446744073709551615");
  }

  /** A {@code float}; {@code NaN}, {@code Infinity} and {@code -Infinity} among them. */
  public static float float32(String text) {
    float value = floating(text, Float::parseFloat);
    requireFinite(Float.isInfinite(value), text);
    return value;
  }

  /** A {@code double}; {@code NaN}, {@code Infinity} and {@code -Infinity} among them. */
  public static double float64(String text) {
    double value = floating(text, Double::parseDouble);
    requireFinite(Double.isInfinite(value), text);
    return value;
  }

  private static void requireFinite(boolean infinite, String text) {
    if (infinite && !text.endsWith("Infinity")) {
      throw DecodeException.invalid("is a number out of range");
    }
  }

  private static <T> T integer(String text, Function<String, T> parse, String range) {
    if (text.length() <= MAX_LENGTH && has(text, "-")) {
      try {
        return parse.apply(text);
      } catch (NumberFormatException e) {
        // said below
      }
    }
    throw DecodeException.invalid("is not a whole number (expected: " + range + ")");
  }

  private static <T> T floating(String text, Function<String, T> parse) {
    boolean named =
        switch (text) {
          case "NaN", "Infinity", "-Infinity" -> true;
          default -> false;
        };
    if (named || (text.length() <= MAX_LENGTH && has(text, "+-.eE"))) {
      try {
        return parse.apply(text);
      } catch (NumberFormatException e) {
        // said below
      }
    }
    throw DecodeException.invalid("is not a number");
  }

  private static boolean has(String text, String beyondDigits) {
    return text.chars().allMatch(c -> (c >= '0' && c <= '9') || beyondDigits.indexOf(c) >= 0);
  }
}
