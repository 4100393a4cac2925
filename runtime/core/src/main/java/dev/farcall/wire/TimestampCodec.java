package dev.farcall.wire;

import java.time.Instant;

/** {@code google.protobuf.Timestamp}: years 1 to 9999. */
public final class TimestampCodec extends MessageCodec<Instant> {

  public static final TimestampCodec INSTANCE = new TimestampCodec();

  private static final long MIN_SECONDS = -62_135_596_800L;
  private static final long MAX_SECONDS = 253_402_300_799L;
  private static final int MAX_NANOS = 999_999_999;
  private static final String EXPECTED =
      " (expected: 0001-01-01T00:00:00Z to 9999-12-31T23:59:59.999999999Z)";

  private TimestampCodec() {
    super("google.protobuf.Timestamp");
  }

  @Override
  public void write(Instant value, ProtobufWriter out) {
    long seconds = value.getEpochSecond();
    int nanos = value.getNano();
    if (seconds < MIN_SECONDS || seconds > MAX_SECONDS) {
      throw EncodeException.placeless("is " + value + EXPECTED);
    }
    if (seconds != 0) {
      out.int64(8, seconds);
    }
    if (nanos != 0) {
      out.int32(16, nanos);
    }
  }

  @Override
  public Instant read(ProtobufReader in) {
    long seconds = 0;
    int nanos = 0;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 8 -> seconds = in.int64();
        case 16 -> nanos = in.int32();
        default -> in.skip(tag);
      }
    }
    if (seconds < MIN_SECONDS || seconds > MAX_SECONDS) {
      throw DecodeException.invalid("timestamp has " + seconds + " seconds" + EXPECTED);
    }
    if (nanos < 0 || nanos > MAX_NANOS) {
      throw DecodeException.invalid(
          "timestamp has " + nanos + " nanos (expected: 0 to " + MAX_NANOS + ")");
    }
    return Instant.ofEpochSecond(seconds, nanos);
  }
}
