package dev.farcall.protocol;

/**
 * The {@code grpc-timeout} header: up to eight digits and a unit ({@code n u m S M H}).
 *
 * @see <a href="https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md">gRPC over
 *     HTTP/2</a>
 */
public final class GrpcTimeout {

  /** The name of the header. */
  public static final String NAME = "grpc-timeout";

  /** What a peer is told whose text is no timeout. */
  public static final String EXPECTED =
      "grpc-timeout is malformed (expected: up to eight digits and one of n u m S M H)";

  /** What {@link #decode} answers when the text is no timeout. */
  public static final long MALFORMED = -1;

  private static final String UNITS = "numSMH";
  private static final long[] NANOS = {
    1, 1_000, 1_000_000, 1_000_000_000L, 60_000_000_000L, 3_600_000_000_000L
  };
  private static final int MAX_DIGITS = 8;
  private static final long MAX_VALUE = 99_999_999;
  private static final long MILLI = 1_000_000;

  private GrpcTimeout() {}

  /**
   * The text for a positive number of nanoseconds, cut to what eight digits can say. From a tenth
   * of a second it is in whole milliseconds, rounded up: calls with the same timeout then say the
   * same, which HTTP/2 sends as one byte and does not store anew for each of them.
   */
  public static String encode(long nanos) {
    if (nanos >= 100 * MILLI && nanos <= MAX_VALUE * MILLI) {
      return Long.toString((nanos + MILLI - 1) / MILLI) + 'm';
    }
    int unit = 0;
    while (nanos / NANOS[unit] > MAX_VALUE) {
      unit++; // 292 years, the longest, are fewer than eight digits of hours
    }
    return Long.toString(nanos / NANOS[unit]) + UNITS.charAt(unit);
  }

  /** Nanoseconds, or {@link #MALFORMED}. */
  public static long decode(String text) {
    int digits = text.length() - 1;
    if (digits < 1 || digits > MAX_DIGITS) {
      return MALFORMED;
    }
    int unit = UNITS.indexOf(text.charAt(digits));
    if (unit < 0) {
      return MALFORMED;
    }
    long value = 0;
    for (int i = 0; i < digits; i++) {
      char digit = text.charAt(i);
      if (digit < '0' || digit > '9') {
        return MALFORMED;
      }
      value = value * 10 + (digit - '0');
    }
    // 99,999,999 hours are more than nanoseconds can count.
    return value > Long.MAX_VALUE / NANOS[unit] ? Long.MAX_VALUE : value * NANOS[unit];
  }
}
