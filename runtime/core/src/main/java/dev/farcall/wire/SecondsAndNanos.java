package dev.farcall.wire;

/** The two fields of a timestamp and a duration: {@code int64 seconds = 1; int32 nanos = 2;}. */
record SecondsAndNanos(long seconds, int nanos) {

  private static final int SECONDS = 1 << 3;
  private static final int NANOS = 2 << 3;

  static void write(long seconds, int nanos, ProtobufWriter out) {
    if (seconds != 0) {
      out.int64(SECONDS, seconds);
    }
    if (nanos != 0) {
      out.int32(NANOS, nanos);
    }
  }

  static SecondsAndNanos read(ProtobufReader in) {
    long seconds = 0;
    int nanos = 0;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case SECONDS -> seconds = in.int64();
        case NANOS -> nanos = in.int32();
        default -> in.skip(tag);
      }
    }
    return new SecondsAndNanos(seconds, nanos);
  }

  /** A point and 3, 6 or 9 digits, or nothing for 0. */
  static int putFraction(int nanos, byte[] to, int target) {
    if (nanos == 0) {
      return target;
    }
    to[target] = '.';
    if (nanos % 1_000_000 == 0) {
      return JsonDigits.putPadded(nanos / 1_000_000, 3, to, target + 1);
    }
    return nanos % 1000 == 0
        ? JsonDigits.putPadded(nanos / 1000, 6, to, target + 1)
        : JsonDigits.putPadded(nanos, 9, to, target + 1);
  }

  /** The nanoseconds of one to nine digits, or -1 if that is not what stands there. */
  static int fraction(String text, int from, int to) {
    int count = to - from;
    int nanos = count > 9 ? -1 : (int) digits(text, from, to);
    for (int i = count; i < 9 && nanos > 0; i++) {
      nanos *= 10;
    }
    return nanos;
  }

  /** The number that the digits spell, at most 18 of them, or -1 if they are none. */
  static long digits(String text, int from, int to) {
    if (from >= to || to > text.length() || to - from > 18) {
      return -1;
    }
    long value = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = 10 * value + (c - '0');
    }
    return value;
  }
}
