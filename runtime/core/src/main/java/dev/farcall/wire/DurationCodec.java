package dev.farcall.wire;

import java.time.Duration;

/** {@code google.protobuf.Duration}: up to 10,000 years either way; in JSON as {@code "1.5s"}. */
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
    SecondsAndNanos parts = parts(value);
    SecondsAndNanos.write(parts.seconds(), parts.nanos(), out);
  }

  @Override
  public void write(Duration value, JsonWriter out) {
    SecondsAndNanos parts = parts(value);
    byte[] to = out.room(JsonDigits.ROOM);
    int at = out.position();
    to[at++] = '"';
    if (parts.seconds() < 0 || parts.nanos() < 0) {
      to[at++] = '-';
    }
    at = JsonDigits.put(Math.abs(parts.seconds()), to, at);
    at = SecondsAndNanos.putFraction(Math.abs(parts.nanos()), to, at);
    to[at] = 's';
    to[at + 1] = '"';
    out.written(at + 2);
  }

  /** On the wire both have the sign, in Java nanos are never negative. */
  private static SecondsAndNanos parts(Duration value) {
    long seconds = value.getSeconds();
    int nanos = value.getNano();
    if (seconds < 0 && nanos > 0) {
      seconds++;
      nanos -= NANOS_OF_SECOND;
    }
    if (!inRange(seconds)) {
      throw EncodeException.placeless("is " + value + EXPECTED);
    }
    return new SecondsAndNanos(seconds, nanos);
  }

  /** The largest whole number of seconds goes with nanos too, as in protobuf's own runtimes. */
  private static boolean inRange(long seconds) {
    return seconds >= -MAX_SECONDS && seconds <= MAX_SECONDS;
  }

  @Override
  public Duration read(ProtobufReader in) {
    return duration(SecondsAndNanos.read(in));
  }

  @Override
  public Duration read(JsonReader in) {
    String text = in.string();
    int end = text.length() - 1;
    boolean negative = text.startsWith("-");
    int from = negative ? 1 : 0;
    int point = text.indexOf('.');
    long seconds = SecondsAndNanos.digits(text, from, point < 0 ? end : point);
    int nanos = point < 0 ? 0 : SecondsAndNanos.fraction(text, point + 1, end);
    if (!text.endsWith("s") || seconds < 0 || nanos < 0) {
      throw DecodeException.invalid("is not a duration as 1.5s");
    }
    return duration(new SecondsAndNanos(negative ? -seconds : seconds, negative ? -nanos : nanos));
  }

  private static Duration duration(SecondsAndNanos read) {
    long seconds = read.seconds();
    int nanos = read.nanos();
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
