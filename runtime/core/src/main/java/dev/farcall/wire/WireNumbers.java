package dev.farcall.wire;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of any size as text. Reading a number of a million digits takes seconds, so that sizes
 * are bounded before the text is made one.
 */
public final class WireNumbers {

  private static final int MAX_DECIMAL_DIGITS = 1000;
  private static final int MAX_EXPONENT = 9999;

  /** The digits, a sign, a point, the zeros of {@code 0.00000…}, the exponent. */
  private static final int MAX_DECIMAL_LENGTH = MAX_DECIMAL_DIGITS + 20;

  private static final int MAX_INTEGER_DIGITS = 4096;

  /** No number of {@link #MAX_INTEGER_DIGITS} digits has more bits. */
  private static final int MAX_INTEGER_BITS = 13_607;

  private WireNumbers() {}

  /** {@code toString()}, which keeps the scale. */
  public static String text(@Nullable BigDecimal value, String where) {
    BigDecimal number = WireValues.notNull(value, where);
    String problem = problem(number);
    if (problem != null) {
      throw EncodeException.outOfRange(where, problem);
    }
    return number.toString();
  }

  /** What {@link #text(BigDecimal, String)} wrote, or any other number within its bounds. */
  public static BigDecimal decimal(String text) {
    if (text.length() > MAX_DECIMAL_LENGTH) {
      throw DecodeException.invalid(
          "has " + text.length() + " characters (expected: at most " + MAX_DECIMAL_LENGTH + ")");
    }
    BigDecimal number;
    try {
      number = new BigDecimal(requireCharacters(text, "+-.eE", "a decimal number"));
    } catch (NumberFormatException e) {
      throw DecodeException.invalid("is not a decimal number");
    }
    String problem = problem(number);
    if (problem != null) {
      throw DecodeException.invalid(problem);
    }
    return number;
  }

  private static @Nullable String problem(BigDecimal number) {
    int digits = number.precision();
    if (digits > MAX_DECIMAL_DIGITS) {
      return "has " + digits + " digits (expected: at most " + MAX_DECIMAL_DIGITS + ")";
    }
    long exponent = (long) digits - number.scale() - 1;
    if (Math.abs(exponent) > MAX_EXPONENT) {
      return "has the exponent "
          + exponent
          + " (expected: at most "
          + MAX_EXPONENT
          + " either way)";
    }
    return null;
  }

  /** In decimal. */
  public static String text(@Nullable BigInteger value, String where) {
    BigInteger number = WireValues.notNull(value, where);
    String text = number.bitLength() > MAX_INTEGER_BITS ? null : number.toString();
    if (text == null || digits(text) > MAX_INTEGER_DIGITS) {
      throw EncodeException.outOfRange(
          where, "has more than " + MAX_INTEGER_DIGITS + " digits (expected: at most that)");
    }
    return text;
  }

  /** What {@link #text(BigInteger, String)} wrote. */
  public static BigInteger integer(String text) {
    if (digits(text) > MAX_INTEGER_DIGITS) {
      throw DecodeException.invalid(
          "has " + text.length() + " characters (expected: at most " + MAX_INTEGER_DIGITS + ")");
    }
    try {
      return new BigInteger(requireCharacters(text, "+-", "an integer"));
    } catch (NumberFormatException e) {
      throw DecodeException.invalid("is not an integer");
    }
  }

  private static int digits(String text) {
    return text.startsWith("-") ? text.length() - 1 : text.length();
  }

  /** The JDK takes the digits of all scripts. */
  private static String requireCharacters(String text, String besidesDigits, String expected) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && besidesDigits.indexOf(c) < 0) {
        throw DecodeException.invalid("is not " + expected);
      }
    }
    return text;
  }
}
