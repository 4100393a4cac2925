package dev.farcall.wire;

/**
 * Reads numbers with a fraction: those of which the digits and the power of ten are both exact in a
 * double need one multiplication or division (Clinger, "How to read floating point numbers
 * accurately", 1990).
 */
final class JsonDecimals {

  private static final long MAX_EXACT = 1L << 53;
  private static final int MAX_DIGITS = 18;
  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private JsonDecimals() {}

  /** The number that begins there, which is then read; or NaN, if it takes the long way. */
  static double read(JsonScanner in, int start) {
    byte[] bytes = in.bytes;
    int limit = in.limit;
    int at = start;
    boolean negative = bytes[at] == '-';
    if (negative) {
      at++;
    }
    int first = at;
    int end = Math.min(limit, first + MAX_DIGITS);
    long digits = 0;
    while (at < end && JsonNumbers.isDigit(bytes[at])) {
      digits = 10 * digits + (bytes[at++] - '0');
    }
    if (at == first || (bytes[first] == '0' && at > first + 1)) {
      return Double.NaN;
    }
    int decimals = 0;
    if (at < limit && bytes[at] == '.') {
      int point = at++;
      while (at < end && JsonNumbers.isDigit(bytes[at])) {
        digits = 10 * digits + (bytes[at++] - '0');
      }
      decimals = at - point - 1;
      if (decimals == 0) {
        return Double.NaN;
      }
    }
    boolean goesOn = at < limit && (JsonNumbers.isDigit(bytes[at]) || (bytes[at] | 0x20) == 'e');
    if (goesOn || digits > MAX_EXACT) {
      return Double.NaN;
    }
    in.position = at;
    double value = decimals == 0 ? digits : digits / POWERS[decimals];
    return negative ? -value : value;
  }
}
