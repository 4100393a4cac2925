package dev.farcall.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farcall.wire.Order.Line;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonWriterTest {

  private static String written(JsonProfile profile, Consumer<JsonWriter> content) {
    return new String(JsonWriter.encode(profile, content), UTF_8);
  }

  private static <T> String encoded(MessageCodec<T> codec, T value) {
    return new String(JsonWriter.encode(codec, value, JsonProfile.REST), UTF_8);
  }

  private static <T> T read(MessageCodec<T> codec, String json) {
    return JsonReader.decode(codec, json.getBytes(UTF_8), JsonProfile.REST, DecodeLimits.DEFAULT);
  }

  @Test
  void a_message_is_written_compactly_in_the_order_of_its_fields() {
    Order order =
        new Order(
            "7",
            List.of(new Line("a", 1), new Line("b", 0)),
            new Line("g", 0),
            Optional.empty(),
            Map.of("k\n", new Line("c", 3)),
            Instant.EPOCH,
            9007199254740993L);
    assertThat(encoded(OrderCodec.INSTANCE, order))
        .isEqualTo(
            "{\"id\":\"7\",\"lines\":[{\"sku\":\"a\",\"quantity\":1},{\"sku\":\"b\",\"quantity\":0}],"
                + "\"gift\":{\"sku\":\"g\",\"quantity\":0},"
                + "\"byName\":{\"k\\n\":{\"sku\":\"c\",\"quantity\":3}},"
                + "\"placedAt\":\"1970-01-01T00:00:00Z\",\"total\":9007199254740993}");
    assertThat(new String(JsonWriter.encode(OrderCodec.INSTANCE, order, JsonProfile.PROTO), UTF_8))
        .contains("{\"sku\":\"b\"}", "\"total\":\"9007199254740993\"");
    assertThat(read(OrderCodec.INSTANCE, encoded(OrderCodec.INSTANCE, order))).isEqualTo(order);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "abcdefg",
        "abcdefgh",
        "abcdefghi",
        "what? yes",
        "<a href=\"x\">\\</a>",
        "é",
        "日本語",
        "😀😀",
        "a\u0000b\u001fc\u007f",
        "\b\f\n\r\t",
        "\u2028",
        "0123456789\"",
        "01234567\u00e9\"?"
      })
  void text_is_read_as_it_was_written(String text) {
    String json = written(JsonProfile.REST, out -> out.string(text));
    assertThat(json).isEqualTo(JsonText.quoted(text, ""));
    assertThat(
            JsonReader.decode(
                json.getBytes(UTF_8), JsonProfile.REST, DecodeLimits.DEFAULT, JsonReader::string))
        .isEqualTo(text);
  }

  @Test
  void text_that_is_not_unicode_is_refused_with_its_place() {
    assertThatThrownBy(() -> encoded(LineCodec.INSTANCE, new Line("?\ud800", 1)))
        .isInstanceOf(EncodeException.class)
        .hasMessage(
            "Order.Line.sku has a lone surrogate at index 1 (expected: well-formed Unicode text)");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-1, -1",
    "10, 10",
    "99, 99",
    "100, 100",
    "-12345, -12345",
    "9223372036854775807, 9223372036854775807",
    "-9223372036854775808, -9223372036854775808"
  })
  void longs_are_numbers_or_text_by_the_profile(long value, String digits) {
    assertThat(written(JsonProfile.REST, out -> out.int64(value))).isEqualTo(digits);
    assertThat(written(JsonProfile.PROTO, out -> out.int64(value))).isEqualTo('"' + digits + '"');
    assertThat(written(JsonProfile.REST.longsAsText(), out -> out.int64(value)))
        .isEqualTo('"' + digits + '"');
  }

  @Test
  void numbers_without_sign_are_written_so() {
    assertThat(written(JsonProfile.REST, out -> out.uint32(-1))).isEqualTo("4294967295");
    assertThat(written(JsonProfile.REST, out -> out.uint64(-1))).isEqualTo("18446744073709551615");
    assertThat(written(JsonProfile.PROTO, out -> out.uint64(-1)))
        .isEqualTo("\"18446744073709551615\"");
  }

  @Test
  void numbers_with_a_fraction_are_read_as_they_were_written() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      double value =
          switch (i % 3) {
            case 0 -> Double.longBitsToDouble(random.nextLong());
            case 1 -> random.nextInt() / 1000.0;
            default -> random.nextLong() / 8.0;
          };
      String json = written(JsonProfile.REST, out -> out.float64(value));
      assertThat(
              JsonReader.decode(
                  json.getBytes(UTF_8),
                  JsonProfile.REST,
                  DecodeLimits.DEFAULT,
                  JsonReader::float64))
          .isEqualTo(Double.valueOf(value));
    }
    assertThat(written(JsonProfile.REST, out -> out.float64(-0.0))).isEqualTo("-0.0");
    assertThat(written(JsonProfile.REST, out -> out.float64(19.99))).isEqualTo("19.99");
    assertThat(written(JsonProfile.REST, out -> out.float64(-7))).isEqualTo("-7.0");
    assertThat(written(JsonProfile.REST, out -> out.float32(Float.NaN))).isEqualTo("\"NaN\"");
  }

  @Test
  void instants_are_written_and_read_as_the_jdk_does() {
    Random random = new Random(2);
    for (int i = 0; i < 20_000; i++) {
      long seconds = -62_135_596_800L + (long) (random.nextDouble() * 315_537_897_599L);
      int nanos = i % 4 == 0 ? 0 : random.nextInt(1000) * (i % 4 == 1 ? 1_000_000 : 1000);
      Instant instant = Instant.ofEpochSecond(seconds, nanos);
      String text = DateTimeFormatter.ISO_INSTANT.format(instant);
      assertThat(encoded(TimestampCodec.INSTANCE, instant)).isEqualTo('"' + text + '"');
      assertThat(read(TimestampCodec.INSTANCE, '"' + text + '"')).isEqualTo(instant);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1970-01-01T01:00:00.5+01:00, 1970-01-01T00:00:00.500Z",
    "1969-12-31T16:00:00-08:00, 1970-01-01T00:00:00Z",
    "2024-02-29T00:00:00.000000001Z, 2024-02-29T00:00:00.000000001Z",
    "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999999999Z, 9999-12-31T23:59:59.999999999Z"
  })
  void instants_may_have_an_offset(String text, Instant instant) {
    assertThat(read(TimestampCodec.INSTANCE, '"' + text + '"')).isEqualTo(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1970-01-01",
        "1970-01-01T00:00:00",
        "1970-01-01t00:00:00Z",
        "1970-01-01T00:00:00z",
        "1970-01-01 00:00:00Z",
        "1970-02-30T00:00:00Z",
        "1970-13-01T00:00:00Z",
        "1970-00-01T00:00:00Z",
        "1970-01-00T00:00:00Z",
        "1970-04-31T00:00:00Z",
        "1970-01-01T00:00:00.5",
        "1970-01-01T24:00:00Z",
        "1970-01-01T00:60:00Z",
        "1970-01-01T00:00:60Z",
        "1970-01-01T00:00:00.Z",
        "1970-01-01T00:00:00.0123456789Z",
        "1970-01-01T00:00:00+0100",
        "1970-01-01T00:00:00+01",
        "1970-01-01T00:00:00+24:00",
        "1970-01-01T00:00:00+01:60",
        "10000-01-01T00:00:00Z",
        "+1970-01-01T00:00:00Z",
        "0000-01-01T00:00:00Z",
        "0001-01-01T00:00:00+00:01",
        "9999-12-31T23:59:59-00:01",
        "1970-01-01T00:00:00ZZ",
        "١٩٧٠-01-01T00:00:00Z"
      })
  void what_is_no_instant_is_refused(String text) {
    assertThatThrownBy(() -> read(TimestampCodec.INSTANCE, '"' + text + '"'))
        .isInstanceOf(DecodeException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0s",
    "PT1.5S, 1.500s",
    "PT-0.5S, -0.500s",
    "PT-1S, -1s",
    "PT0.000000001S, 0.000000001s",
    "PT-2.000001S, -2.000001s",
    "PT87660000H, 315576000000s"
  })
  void durations_are_seconds(Duration duration, String text) {
    assertThat(encoded(DurationCodec.INSTANCE, duration)).isEqualTo('"' + text + '"');
    assertThat(read(DurationCodec.INSTANCE, '"' + text + '"')).isEqualTo(duration);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "s",
        "-s",
        "1",
        "1.s",
        ".5s",
        "+1s",
        "1 s",
        "1S",
        "--1s",
        "1.5.5s",
        "1.0123456789s",
        "315576000001s",
        "-315576000001s",
        "1e3s",
        "99999999999999999999s",
        "1s "
      })
  void what_is_no_duration_is_refused(String text) {
    assertThatThrownBy(() -> read(DurationCodec.INSTANCE, '"' + text + '"'))
        .isInstanceOf(DecodeException.class);
  }

  @Test
  void a_cycle_ends_with_an_error() {
    assertThatThrownBy(
            () ->
                written(
                    JsonProfile.REST,
                    out -> {
                      for (int i = 0; i < 101; i++) {
                        out.beginArray();
                      }
                    }))
        .isInstanceOf(EncodeException.class)
        .hasMessageContaining("nests deeper than 100");
  }
}
