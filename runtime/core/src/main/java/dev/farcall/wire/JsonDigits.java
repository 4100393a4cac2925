package dev.farcall.wire;

import java.nio.charset.StandardCharsets;

/** Writes numbers as digits. */
final class JsonDigits {

  /** The most bytes that any number takes. */
  static final int ROOM = 32;

  private static final double MAX_SHORT = 1e12;
  private static final byte[] MIN_LONG =
      Long.toString(Long.MIN_VALUE).getBytes(StandardCharsets.ISO_8859_1);

  /** The digits of 00 to 99. */
  private static final byte[] PAIRS = pairs();

  private JsonDigits() {}

  private static byte[] pairs() {
    byte[] pairs = new byte[200];
    for (int i = 0; i < 100; i++) {
      pairs[2 * i] = (byte) ('0' + i / 10);
      pairs[2 * i + 1] = (byte) ('0' + i % 10);
    }
    return pairs;
  }

  static int put(long value, byte[] to, int target) {
    if (value == Long.MIN_VALUE) {
      System.arraycopy(MIN_LONG, 0, to, target, MIN_LONG.length);
      return target + MIN_LONG.length;
    }
    int at = target;
    long rest = value;
    if (rest < 0) {
      to[at++] = '-';
      rest = -rest;
    }
    int end = at + count(rest);
    at = end;
    while (rest >= 100) {
      long quotient = rest / 100;
      int pair = (int) (rest - quotient * 100) << 1;
      rest = quotient;
      to[--at] = PAIRS[pair + 1];
      to[--at] = PAIRS[pair];
    }
    if (rest >= 10) {
      to[--at] = PAIRS[((int) rest << 1) + 1];
      to[--at] = PAIRS[(int) rest << 1];
    } else {
      to[--at] = (byte) ('0' + rest);
    }
    return end;
  }

  private static int count(long value) {
    int count = 1;
    for (long bound = 10; count < 19 && value >= bound; bound *= 10) {
      count++;
    }
    return count;
  }

  /** Exactly so many digits, zeros in front. */
  static int putPadded(int value, int digits, byte[] to, int target) {
    int rest = value;
    for (int at = target + digits - 1; at >= target; at--) {
      to[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    return target + digits;
  }

  /** A finite number; those of up to three decimals need no search for the shortest digits. */
  static int put(double value, byte[] to, int target) {
    long thousandths = (long) (value * 1000);
    if (thousandths / 1000.0 != value || Math.abs(value) >= MAX_SHORT || thousandths == 0) {
      return put(Double.toString(value), to, target);
    }
    return putThousandths(thousandths, to, target);
  }

  static int put(float value, byte[] to, int target) {
    return put(Float.toString(value), to, target);
  }

  private static int putThousandths(long thousandths, byte[] to, int target) {
    int at = target;
    long rest = thousandths;
    if (rest < 0) {
      to[at++] = '-';
      rest = -rest;
    }
    at = put(rest / 1000, to, at);
    to[at++] = '.';
    int fraction = (int) (rest % 1000);
    putPadded(fraction, 3, to, at);
    return at + (fraction % 10 != 0 ? 3 : fraction % 100 != 0 ? 2 : 1);
  }

  static int put(String ascii, byte[] to, int target) {
    for (int i = 0; i < ascii.length(); i++) {
      to[target + i] = (byte) ascii.charAt(i);
    }
    return target + ascii.length();
  }
}
