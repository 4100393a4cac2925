package dev.farcall.wire;

import java.time.Duration;

/** {@code google.protobuf.Duration}: up to 10,000 years either way. */
public final class DurationCodec extends MessageCodec<Duration> {

  public static final DurationCodec INSTANCE = new DurationCodec();

  private static final long MAX_SECONDS = 315_576_000_000L;
  private static final int NANOS_OF_SECOND = 1_000_000_000;
  private static final String EXPECTED = " (expected: at most 315576000000 seconds either way)";

  private DurationCodec() {
    super("google.protobuf.Duration");
  }

  @Override
  public void write(Duration value, ProtobufWriter out) {
    long seconds = value.getSeconds();
    int nanos = value.getNano();
    if (seconds < 0 && nanos > 0) { // there both have the sign, in Java nanos are never negative
      seconds++;
      nanos -= NANOS_OF_SECOND;
    }
    if (!inRange(seconds)) {
      throw EncodeException.placeless("is " + value + EXPECTED);
    }
    if (seconds != 0) {
      out.int64(8, seconds);
    }
    if (nanos != 0) {
      out.int32(16, nanos);
    }
  }

  /** The largest whole number of seconds goes with nanos too, as in protobuf's own runtimes. */
  private static boolean inRange(long seconds) {
    return seconds >= -MAX_SECONDS && seconds <= MAX_SECONDS;
  }

  @Override
  public Duration read(ProtobufReader in) {
    long seconds = 0;
    int nanos = 0;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 8 -> seconds = in.int64();
        case 16 -> nanos = in.int32();
        default -> in.skip(tag);
      }
    }
    if (!inRange(seconds)) {
      throw DecodeException.invalid("duration has " + seconds + " seconds" + EXPECTED);
    }
    if (nanos <= -NANOS_OF_SECOND || nanos >= NANOS_OF_SECOND) {
      throw DecodeException.invalid(
          "duration has " + nanos + " nanos (expected: less than a second)");
    }
    if ((seconds < 0 && nanos > 0) || (seconds > 0 && nanos < 0)) {
      throw DecodeException.invalid("duration has seconds and nanos of different signs");
    }
    return Duration.ofSeconds(seconds, nanos);
  }
}
