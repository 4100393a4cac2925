package dev.farcall.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a peer's text may cost. */
@Timeout(30)
class JsonLimitsTest {

  private static final int MIB = 1 << 20;

  private static <T> T read(byte[] json, DecodeLimits limits, Function<JsonReader, T> value) {
    return JsonReader.decode(json, JsonProfile.PROTO, limits, value);
  }

  private static Object skip(JsonReader in) {
    in.skip();
    return "skipped";
  }

  private static byte[] nested(String open, String inner, String close, int depth) {
    return (open.repeat(depth) + inner + close.repeat(depth)).getBytes(UTF_8);
  }

  @Test
  void a_hundred_levels_are_read_and_no_more_also_while_skipping() {
    assertThat(read(nested("[", "", "]", 100), DecodeLimits.DEFAULT, JsonLimitsTest::skip))
        .isEqualTo("skipped");
    assertThat(read(nested("{\"a\":", "1", "}", 100), DecodeLimits.DEFAULT, JsonLimitsTest::skip))
        .isEqualTo("skipped");
    for (String open : new String[] {"[", "{\"a\":"}) {
      byte[] bomb = open.repeat(100_000).getBytes(UTF_8);
      assertThatThrownBy(() -> read(bomb, DecodeLimits.DEFAULT, JsonLimitsTest::skip))
          .hasMessageEndingWith("objects and arrays nest deeper than 100 (expected: less)");
    }
    byte[] messages = nested("{\"previous\":", "{}", "}", 100);
    assertThatThrownBy(
            () ->
                JsonReader.decode(
                    OrderCodec.INSTANCE, messages, JsonProfile.REST, DecodeLimits.DEFAULT))
        .hasMessageEndingWith("nest deeper than 100 (expected: less)");
  }

  @Test
  void elements_are_counted() {
    Function<JsonReader, Integer> count =
        in -> {
          int elements = 0;
          in.beginArray();
          while (in.more()) {
            in.skip();
            elements++;
          }
          return elements;
        };
    DecodeLimits three = new DecodeLimits(MIB, 100, 3);
    assertThat(read("[1,2,3]".getBytes(UTF_8), three, count)).isEqualTo(3);
    assertThatThrownBy(() -> read("[1,2,3,4]".getBytes(UTF_8), three, count))
        .hasMessage("[3]: message has more than 3 elements (expected: at most that)");
  }

  @Test
  void a_text_longer_than_the_limit_is_not_looked_at() {
    assertThatThrownBy(
            () ->
                read("[1,2,3]".getBytes(UTF_8), new DecodeLimits(6, 100, 9), JsonLimitsTest::skip))
        .hasMessage("message has 7 bytes (expected: at most 6)");
  }

  @Test
  void numbers_of_a_million_digits_are_refused_before_they_are_read() {
    byte[] digits = "9".repeat(MIB).getBytes(UTF_8);
    byte[] quoted = ('"' + "9".repeat(MIB) + '"').getBytes(UTF_8);
    for (byte[] json : new byte[][] {digits, quoted}) {
      assertThatThrownBy(() -> read(json, DecodeLimits.DEFAULT, JsonReader::int64))
          .hasMessage("number has 1048576 characters (expected: at most 4200)");
      assertThatThrownBy(() -> read(json, DecodeLimits.DEFAULT, JsonReader::float64))
          .hasMessageContaining("characters");
      assertThatThrownBy(
              () -> read(json, DecodeLimits.DEFAULT, in -> WireNumbers.decimal(in.number())))
          .hasMessageContaining("characters");
    }
  }

  @Test
  void a_long_text_with_an_error_at_its_end_is_located_in_time() {
    StringBuilder json = new StringBuilder("{\"lines\":[");
    for (int i = 0; i < 100_000; i++) {
      json.append("{\"sku\":\"a\"},");
    }
    byte[] bytes = json.append("{}]}").toString().getBytes(UTF_8);
    long start = System.nanoTime();
    assertThatThrownBy(
            () ->
                JsonReader.decode(
                    OrderCodec.INSTANCE, bytes, JsonProfile.PROTO, DecodeLimits.DEFAULT))
        .hasMessage("lines[100000].sku: is missing");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }
}
