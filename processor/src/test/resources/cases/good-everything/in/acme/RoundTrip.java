package acme;

import acme.Everything.*;
import com.google.protobuf.ByteString;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.farcall.wire.DecodeLimits;
import dev.farcall.wire.ProtobufReader;
import dev.farcall.wire.ProtobufWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.*;
import java.util.*;

/** Writes and reads a value of each type. */
public final class RoundTrip implements Runnable {

  private static final UUID ID = UUID.fromString("123e4567-e89b-12d3-a456-426614174000");

  @Override
  public void run() {
    Everything value = value(Optional.of(value(Optional.empty())));
    byte[] bytes = ProtobufWriter.encode(EverythingCodec.INSTANCE, value);
    Everything read =
        ProtobufReader.decode(EverythingCodec.INSTANCE, bytes, DecodeLimits.DEFAULT);
    byte[] again = ProtobufWriter.encode(EverythingCodec.INSTANCE, read);
    require(text(value), text(read));
    require(Arrays.toString(bytes), Arrays.toString(again));
  }

  private static Everything value(Optional<Everything> again) {
    Primitives primitives = new Primitives(true, (byte) -1, (short) 2, -3, 1L << 40, 1.5f, -0.0);
    Struct struct =
        Struct.newBuilder()
            .putFields("a", Value.newBuilder().setStringValue("b").build())
            .build();
    return new Everything(
        primitives,
        new Boxes(
            false, (byte) 0, null, 5, null, 0f, 2.5, OptionalInt.of(0), OptionalLong.empty(),
            OptionalDouble.of(1), Optional.of(""), Optional.empty(), Optional.of(primitives), null,
            primitives),
        new Numbers(
            -1, -2, -3, -4, -5, -6L, new BigDecimal("1.50"), BigInteger.TWO.pow(100)),
        new Texts(
            "grün", new byte[] {1, -1}, ByteBuffer.wrap(new byte[] {2}),
            ByteString.copyFromUtf8("x"), ID, ID, URI.create("https://example.com/a"),
            Locale.forLanguageTag("de-AT"), Currency.getInstance("EUR"), new UserId(ID),
            Optional.of(new UserId(ID))),
        new Times(
            Instant.ofEpochSecond(-1, 5), Duration.ofMillis(-1500), LocalDate.of(2024, 2, 29),
            LocalTime.of(12, 0), LocalDateTime.of(2024, 1, 1, 0, 0),
            OffsetDateTime.of(2024, 1, 1, 0, 0, 0, 0, ZoneOffset.ofHours(2)),
            OffsetTime.of(1, 2, 3, 4, ZoneOffset.UTC), Year.of(2024), YearMonth.of(2024, 5),
            MonthDay.of(2, 29), Period.of(1, 2, 3), ZoneId.of("Europe/Vienna"),
            ZoneOffset.ofHours(-5), Optional.empty(), List.of(Duration.ZERO, Duration.ofDays(1))),
        new Everything.Collections(
            List.of("a", ""), new LinkedHashSet<>(List.of(3, 1, 2)), List.of(primitives),
            new int[] {1, 0, -1}, new String[] {"x"}, new Status[] {Status.OPEN, Status.OTHER},
            List.of(new Amount(-7)), List.of(1, 2), List.of(new byte[] {1}, new byte[0])),
        new Maps(
            Map.of("a", 1), Map.of(-1L, primitives), Map.of(true, Instant.EPOCH),
            Map.of(Status.CLOSED, "c"), Map.of(ID, Status.OPEN),
            new TreeMap<>(Map.of("b", Level.HIGH, "a", Level.NONE)),
            Map.of(new UserId(ID), Level.LOW)),
        new Own(
            Status.CLOSED, Level.NONE, new Shape.Ellipse(1, 2),
            new Page<>(List.of(new UserId(ID)), Optional.empty()),
            new Pair<>("p", new Page<>(List.of(Status.OPEN), Optional.of(Status.OTHER))),
            new Tree.Branch<>(new Tree.Leaf<>("l"), new Tree.Leaf<>("r")), new Weight(2.5),
            new Old("old", 3)),
        new Foreign(struct, Optional.of(struct), NullValue.NULL_VALUE, List.of(struct)),
        again);
  }

  /** Arrays and buffers print their identity or position: they are compared as bytes. */
  private static String text(Everything value) {
    return value
        .toString()
        .replaceAll("@[0-9a-f]+", "@")
        .replaceAll("java.nio.Heap[A-Za-z]+", "buffer");
  }

  private static void require(String expected, String actual) {
    if (!expected.equals(actual)) {
      throw new AssertionError("expected " + expected + "\n but was " + actual);
    }
  }
}
