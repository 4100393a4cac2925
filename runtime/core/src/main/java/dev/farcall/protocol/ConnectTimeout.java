package dev.farcall.protocol;

/**
 * Connect's timeout header: up to ten digits of milliseconds.
 *
 * @see <a href="https://connectrpc.com/docs/protocol#unary-request">Connect's protocol</a>
 */
public final class ConnectTimeout {

  /** The name of the header. */
  public static final String NAME = "connect-timeout-ms";

  /** What a peer is told whose text is no timeout. */
  public static final String EXPECTED =
      "connect-timeout-ms is malformed (expected: up to ten digits)";

  /** What {@link #decode} answers when the text is no timeout. */
  public static final long MALFORMED = -1;

  private static final int MAX_DIGITS = 10;
  private static final long MAX_MILLIS = 9_999_999_999L;
  private static final long NANOS = 1_000_000;

  private ConnectTimeout() {}

  /** The text for a positive number of nanoseconds, rounded up, cut to what ten digits can say. */
  public static String encode(long nanos) {
    return Long.toString(Math.min(MAX_MILLIS, (nanos - 1) / NANOS + 1));
  }

  /** Nanoseconds, or {@link #MALFORMED}. */
  public static long decode(String text) {
    int digits = text.length();
    if (digits < 1 || digits > MAX_DIGITS) {
      return MALFORMED;
    }
    long millis = 0;
    for (int i = 0; i < digits; i++) {
      char digit = text.charAt(i);
      if (digit < '0' || digit > '9') {
        return MALFORMED;
      }
      millis = millis * 10 + (digit - '0');
    }
    return millis * NANOS;
  }
}
