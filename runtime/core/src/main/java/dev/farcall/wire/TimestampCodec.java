package dev.farcall.wire;

import java.time.Instant;

/** {@code google.protobuf.Timestamp}: years 1 to 9999; in JSON as RFC 3339 text. */
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
    SecondsAndNanos parts = parts(value);
    SecondsAndNanos.write(parts.seconds(), parts.nanos(), out);
  }

  @Override
  public void write(Instant value, JsonWriter out) {
    SecondsAndNanos parts = parts(value);
    byte[] to = out.room(Rfc3339.ROOM);
    out.written(Rfc3339.put(parts.seconds(), parts.nanos(), to, out.position()));
  }

  private static SecondsAndNanos parts(Instant value) {
    long seconds = value.getEpochSecond();
    if (!inRange(seconds)) {
      throw EncodeException.placeless("is " + value + EXPECTED);
    }
    return new SecondsAndNanos(seconds, value.getNano());
  }

  private static boolean inRange(long seconds) {
    return seconds >= MIN_SECONDS && seconds <= MAX_SECONDS;
  }

  @Override
  public Instant read(ProtobufReader in) {
    return instant(SecondsAndNanos.read(in));
  }

  @Override
  public Instant read(JsonReader in) {
    Instant usual = Rfc3339.read(in);
    return usual != null ? usual : instant(Rfc3339.parse(in.string()));
  }

  private static Instant instant(SecondsAndNanos read) {
    if (!inRange(read.seconds())) {
      throw DecodeException.invalid("timestamp has " + read.seconds() + " seconds" + EXPECTED);
    }
    if (read.nanos() < 0 || read.nanos() > MAX_NANOS) {
      throw DecodeException.invalid(
          "timestamp has " + read.nanos() + " nanos (expected: 0 to " + MAX_NANOS + ")");
    }
    return Instant.ofEpochSecond(read.seconds(), read.nanos());
  }
}
