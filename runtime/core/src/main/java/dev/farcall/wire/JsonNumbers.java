package dev.farcall.wire;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Numbers in the characters of JSON: the ways that are not the short one, which is elsewhere. */
final class JsonNumbers {

  /** No number that a type of ours holds has more characters. */
  static final int MAX_LENGTH = 4200;

  private static final BigInteger MAX_UNSIGNED =
      BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);
  private static final BigInteger TOO_LARGE = BigInteger.ONE.shiftLeft(Long.SIZE + 1);
  private static final int LONG_DIGITS = 20;

  private JsonNumbers() {}

  /**
   * Where the number that begins there ends: {@code
   * -?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?}.
   *
   * @return the index after it, or -1 if there is none
   */
  static int end(byte[] in, int from, int limit) {
    int at = from < limit && in[from] == '-' ? from + 1 : from;
    if (at < limit && in[at] == '0') {
      at++;
      if (at < limit && isDigit(in[at])) {
        return -1;
      }
    } else {
      at = digits(in, at, limit);
    }
    if (at > 0 && at < limit && in[at] == '.') {
      at = digits(in, at + 1, limit);
    }
    if (at > 0 && at < limit && (in[at] | 0x20) == 'e') {
      at++;
      at = digits(in, at < limit && (in[at] == '+' || in[at] == '-') ? at + 1 : at, limit);
    }
    return at;
  }

  private static int digits(byte[] in, int from, int limit) {
    int at = from;
    while (at < limit && isDigit(in[at])) {
      at++;
    }
    return at == from ? -1 : at;
  }

  static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  /** A number that the grammar allows, as text. */
  static String text(byte[] in, int from, int to) {
    if (to - from > MAX_LENGTH) {
      throw DecodeException.limit(
          "number has " + (to - from) + " characters (expected: at most " + MAX_LENGTH + ")");
    }
    return new String(in, from, to - from, StandardCharsets.ISO_8859_1);
  }

  /** An integer in any spelling: {@code 1e3} and {@code 1.0} are integers too. */
  static long integer(String number, boolean unsigned) {
    BigInteger value = integral(number);
    if (value == null) {
      throw DecodeException.invalid("is " + shown(number) + " (expected: an integer)");
    }
    boolean fits =
        unsigned
            ? value.signum() >= 0 && value.compareTo(MAX_UNSIGNED) <= 0
            : value.bitLength() < Long.SIZE;
    if (!fits) {
      throw outOfRange(number, unsigned ? "0 to 2^64-1" : "-2^63 to 2^63-1");
    }
    return value.longValue();
  }

  static DecodeException outOfRange(String number, String expected) {
    return DecodeException.invalid("is " + shown(number) + " (expected: " + expected + ")");
  }

  /** Null if it is none; a number too large for any type of ours is some other such number. */
  private static @Nullable BigInteger integral(String number) {
    BigDecimal value;
    try {
      value = new BigDecimal(number);
    } catch (NumberFormatException e) { // the exponent has more than 32 bits
      throw DecodeException.invalid("is " + shown(number) + " (expected: a smaller exponent)");
    }
    if (value.signum() == 0) {
      return BigInteger.ZERO;
    }
    long integerDigits = (long) value.precision() - value.scale();
    if (integerDigits > LONG_DIGITS) {
      return value.signum() > 0 ? TOO_LARGE : TOO_LARGE.negate(); // with a fraction or without
    }
    if (integerDigits <= 0) {
      return null;
    }
    try {
      return value.toBigIntegerExact();
    } catch (ArithmeticException e) {
      return null;
    }
  }

  static double float64(String number) {
    double value = Double.parseDouble(number);
    if (Double.isInfinite(value)) {
      throw outOfRange(number, "at most " + Double.MAX_VALUE + " either way");
    }
    return value;
  }

  static float float32(String number) {
    float value = Float.parseFloat(number);
    if (Float.isInfinite(value)) {
      throw outOfRange(number, "at most " + Float.MAX_VALUE + " either way");
    }
    return value;
  }

  private static String shown(String number) {
    return number.length() <= 40 ? number : number.substring(0, 40) + "…";
  }
}
