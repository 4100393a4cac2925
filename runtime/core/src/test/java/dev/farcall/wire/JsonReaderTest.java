package dev.farcall.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.farcall.wire.Order.Line;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the one reader takes and what it refuses. */
class JsonReaderTest {

  private static <T> T read(String json, Function<JsonReader, T> value) {
    return JsonReader.decode(json.getBytes(UTF_8), JsonProfile.REST, DecodeLimits.DEFAULT, value);
  }

  private static Object skipped(byte[] json) {
    return JsonReader.decode(
        json,
        JsonProfile.REST,
        DecodeLimits.DEFAULT,
        in -> {
          in.skip();
          return "skipped";
        });
  }

  private static Line line(String json, JsonProfile profile) {
    return JsonReader.decode(
        LineCodec.INSTANCE, json.getBytes(UTF_8), profile, DecodeLimits.DEFAULT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        " true ",
        "false\n",
        "0",
        "-0",
        "10",
        "1.5",
        "1e3",
        "1E+3",
        "-1.25e-7",
        "\"\"",
        "\"é€😀\"",
        "\"\\ud83d\\ude00\\/\\b\\f\\n\\r\\t\\\\\\\"\"",
        "[]",
        "[ ]",
        "[1,[2],{}]",
        "{}",
        "{ \"a\" : 1 ,\t\"b\":\r\n[null] }",
        "\"\u007f\"",
        "\"123456789012345678901234567890\""
      })
  void any_json_can_be_skipped(String json) {
    assertThat(skipped(json.getBytes(UTF_8))).isEqualTo("skipped");
  }

  static Stream<String> malformed() {
    return Stream.of(
        "",
        " ",
        "nul",
        "nulll",
        "True",
        "TRUE",
        "tru",
        "01",
        "-01",
        "00",
        "+1",
        ".5",
        "1.",
        "1.e3",
        "1e",
        "1e+",
        "-",
        "--1",
        "0x10",
        "1_000",
        "NaN",
        "Infinity",
        "-Infinity",
        "nan",
        "'a'",
        "\"a",
        "\"a\\\"",
        "\"\\x41\"",
        "\"\\u12\"",
        "\"\\u12g4\"",
        "\"\\",
        "\"\n\"",
        "\"\t\"",
        "\"\u0000\"",
        "\"12345678\u001f\"",
        "\"\\ud83d\"",
        "\"\\ude00\"",
        "\"\\ude00\\ud83d\"",
        "\"\\ud83d \\ude00\"",
        "[",
        "[1",
        "[1,",
        "[1,]",
        "[,1]",
        "[1 2]",
        "[1:2]",
        "]",
        "[}",
        "{",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "{\"a\":1,",
        "{\"a\":1,}",
        "{,\"a\":1}",
        "{\"a\" 1}",
        "{\"a\":}",
        "{a:1}",
        "{'a':1}",
        "{1:1}",
        "{null:1}",
        "{\"a\":1 \"b\":2}",
        "{\"a\":1]",
        "1 2",
        "{} {}",
        "[],",
        "{} x",
        "// c\n1",
        "/* c */ 1",
        "1 // c",
        "# c\n1",
        "\ufeff1",
        "1\u00a0",
        "\u00a01",
        "undefined",
        "1;",
        "{\"a\":undefined}",
        "[1,2",
        "{\"\\q\":1}",
        "\u000b1",
        "\f1");
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void what_is_not_json_is_refused(String json) {
    assertThatThrownBy(() -> skipped(json.getBytes(UTF_8)))
        .isInstanceOf(DecodeException.class)
        .extracting(e -> ((DecodeException) e).kind())
        .isEqualTo(DecodeException.Kind.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\u00ff\"", // never in UTF-8
        "\"\u00c0\u00af\"", // overlong
        "\"\u00ed\u00a0\u0080\"", // a surrogate
        "\"\u00f4\u0090\u0080\u0080\"", // beyond U+10FFFF
        "\"\u00c3\"", // cut off
        "\"abcdefgh\u0080\"",
        "\"\\n\u00e2\u0082\"",
        "{\"\u00ff\":1}"
      })
  void what_is_not_utf8_is_refused(String latin1) {
    assertThatThrownBy(() -> skipped(latin1.getBytes(ISO_8859_1)))
        .isInstanceOf(DecodeException.class);
  }

  static Stream<Arguments> integers() {
    return Stream.of(
        arguments("0", 0L),
        arguments("-0", 0L),
        arguments("7", 7L),
        arguments("\"7\"", 7L),
        arguments("1e3", 1000L),
        arguments("1.0", 1L),
        arguments("1.5e1", 15L),
        arguments("100e-2", 1L),
        arguments("\"1e3\"", 1000L),
        arguments("0e999999999", 0L),
        arguments("9007199254740993", 9007199254740993L),
        arguments("\"-9007199254740993\"", -9007199254740993L),
        arguments("9223372036854775807", Long.MAX_VALUE),
        arguments("-9223372036854775808", Long.MIN_VALUE),
        arguments("\"-9223372036854775808\"", Long.MIN_VALUE),
        arguments("9223372036854775807.0", Long.MAX_VALUE),
        arguments("\"2\\u003147483647\"", 2147483647L),
        arguments("999999999999999999", 999999999999999999L),
        arguments(" 12 ", 12L));
  }

  @ParameterizedTest
  @MethodSource("integers")
  void integers_are_read_exactly(String json, long value) {
    assertThat(read(json, JsonReader::int64)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9223372036854775808",
        "-9223372036854775809",
        "1e19",
        "-1e400",
        "1e999999999",
        "1e99999999999",
        "1.5",
        "1e-1",
        "1e-999999999",
        "\"\"",
        "\" 1\"",
        "\"1 \"",
        "\"+1\"",
        "\"01\"",
        "\"0x1\"",
        "\"1.\"",
        "\"NaN\"",
        "\"1",
        "true",
        "{}",
        "[1]",
        "1.5e0",
        "\"٣\"",
        "null"
      })
  void what_is_no_integer_is_refused(String json) {
    assertThatThrownBy(() -> read(json, JsonReader::int64)).isInstanceOf(DecodeException.class);
  }

  @Test
  void integers_have_the_range_of_their_type() {
    assertThat(read("-2147483648", JsonReader::int32)).isEqualTo(Integer.MIN_VALUE);
    assertThat(read("4294967295", JsonReader::uint32)).isEqualTo(-1);
    assertThat(read("\"18446744073709551615\"", JsonReader::uint64)).isEqualTo(-1L);
    assertThat(read("18446744073709551615", JsonReader::uint64)).isEqualTo(-1L);
    assertThatThrownBy(() -> read("2147483648", JsonReader::int32))
        .hasMessageContaining("2147483648");
    assertThatThrownBy(() -> read("-1", JsonReader::uint32)).hasMessageContaining("-1");
    assertThatThrownBy(() -> read("-1", JsonReader::uint64)).hasMessageContaining("-1");
    assertThatThrownBy(() -> read("18446744073709551616", JsonReader::uint64))
        .hasMessageContaining("18446744073709551616");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "1",
        "-1.5",
        "0.1",
        "3.14159",
        "1e22",
        "1e23",
        "123456789012345678",
        "4.9e-324",
        "1.7976931348623157e308",
        "0.30000000000000004",
        "9007199254740993.0",
        "1e-400",
        "100000000000000000000000000000000000000000",
        "2.2250738585072011e-308",
        "12345678.12345678"
      })
  void numbers_with_a_fraction_are_read_as_the_jdk_reads_them(String json) {
    assertThat(read(json, JsonReader::float64)).isEqualTo(Double.parseDouble(json));
    assertThat(read('"' + json + '"', JsonReader::float64)).isEqualTo(Double.parseDouble(json));
  }

  @Test
  void numbers_that_are_none_are_text() {
    assertThat(read("\"NaN\"", JsonReader::float64)).isNaN();
    assertThat(read("\"-Infinity\"", JsonReader::float64)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(read("\"Infinity\"", JsonReader::float32)).isEqualTo(Float.POSITIVE_INFINITY);
    for (String json :
        new String[] {"1e309", "-1e309", "\"nan\"", "NaN", "\"inf\"", "01.5", "1.", "true"}) {
      assertThatThrownBy(() -> read(json, JsonReader::float64)).isInstanceOf(DecodeException.class);
    }
    assertThatThrownBy(() -> read("3.502823e+38", JsonReader::float32))
        .isInstanceOf(DecodeException.class);
  }

  @Test
  void booleans_are_true_or_false() {
    assertThat(read("true", JsonReader::bool)).isTrue();
    assertThat(read(" false", JsonReader::bool)).isFalse();
    for (String json : new String[] {"\"true\"", "1", "0", "null", "tru", "truex"}) {
      assertThatThrownBy(() -> read(json, JsonReader::bool)).isInstanceOf(DecodeException.class);
    }
  }

  @Test
  void bytes_come_in_either_alphabet_padded_or_not() {
    byte[] bytes = {(byte) 0xfb, (byte) 0xff, 1};
    for (String json : new String[] {"\"+/8B\"", "\"-_8B\"", "\"+\\/8B\""}) {
      assertThat(read(json, JsonReader::bytes)).isEqualTo(bytes);
    }
    assertThat(read("\"AQ==\"", JsonReader::bytes)).containsExactly(1);
    assertThat(read("\"AQ\"", JsonReader::bytes)).containsExactly(1);
    assertThat(read("\"\"", JsonReader::bytes)).isEmpty();
    for (String json : new String[] {"\"A\"", "\"A=\"", "\"AQ=\"", "\"A Q=\"", "\"é\"", "1"}) {
      assertThatThrownBy(() -> read(json, JsonReader::bytes)).isInstanceOf(DecodeException.class);
    }
  }

  @Test
  void members_may_come_in_any_order_and_with_any_space() {
    Line line = new Line("a", 2);
    for (String json :
        new String[] {
          "{\"sku\":\"a\",\"quantity\":2}",
          "{\"quantity\":2,\"sku\":\"a\"}",
          "{ \"sku\" : \"a\" , \"quantity\" : \"2\" }",
          "\n{\n  \"qty\": 2.0,\n  \"sku\": \"a\"\n}\n",
          "{\"s\\u006bu\":\"a\",\"quantity\":2}"
        }) {
      assertThat(line(json, JsonProfile.REST)).isEqualTo(line);
    }
  }

  @Test
  void null_is_absent() {
    assertThat(line("{\"sku\":\"a\",\"quantity\":null}", JsonProfile.REST))
        .isEqualTo(new Line("a", 0));
    assertThatThrownBy(() -> line("{\"sku\": null}", JsonProfile.REST))
        .hasMessage("sku: is missing");
  }

  @Test
  void unknown_members_are_ignored_or_refused_by_the_profile() {
    String json = "{\"sku\":\"a\",\"colour\":[{\"x\":1}]}";
    assertThat(line(json, JsonProfile.PROTO)).isEqualTo(new Line("a", 0));
    assertThat(line(json, JsonProfile.REST_CLIENT)).isEqualTo(new Line("a", 0));
    assertThatThrownBy(() -> line(json, JsonProfile.REST)).hasMessage("colour: is not known");
    assertThatThrownBy(() -> line("{\"sku\":\"a\",\"colour\":[01]}", JsonProfile.PROTO))
        .isInstanceOf(DecodeException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"sku\":\"a\",\"sku\":\"a\"}",
        "{\"sku\":\"a\",\"quantity\":1,\"qty\":1}",
        "{\"qty\":1,\"sku\":\"a\",\"quantity\":1}",
        "{\"sku\":null,\"sku\":\"a\"}",
        "{\"sku\":\"a\",\"s\\u006bu\":\"a\"}"
      })
  void a_member_that_is_there_twice_is_refused_under_whatever_name(String json) {
    assertThatThrownBy(() -> line(json, JsonProfile.PROTO))
        .hasMessageContaining("is there twice (expected: once)");
  }

  @Test
  void members_beyond_the_64th_are_told_apart_too() {
    JsonName[] names = new JsonName[300];
    for (int i = 0; i < names.length; i++) {
      names[i] = JsonName.of("member" + i, i);
    }
    JsonNames all = JsonNames.of(names);
    Function<JsonReader, Integer> last =
        in -> {
          int found = -1;
          in.beginObject();
          for (int at = in.field(all); at != JsonReader.END; at = in.field(all)) {
            found = at;
            in.skip();
          }
          return found;
        };
    assertThat(read("{\"member0\":1,\"member64\":1,\"member128\":1,\"member299\":1}", last))
        .isEqualTo(299);
    assertThatThrownBy(() -> read("{\"member299\":1,\"member0\":1,\"member299\":1}", last))
        .hasMessage("member299: is there twice (expected: once)");
  }
}
