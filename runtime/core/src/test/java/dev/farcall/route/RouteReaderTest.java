package dev.farcall.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farcall.wire.DecodeException;
import dev.farcall.wire.DecodeLimits;
import dev.farcall.wire.JsonProfile;
import dev.farcall.wire.WireScalars;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteReaderTest {

  private static RouteReader query(String raw) {
    return reader(new String[0], raw, "");
  }

  private static RouteReader reader(String[] path, String query, String body) {
    return new RouteReader(
        path, query, body.getBytes(StandardCharsets.UTF_8), JsonProfile.REST, DecodeLimits.DEFAULT);
  }

  @Test
  void a_query_is_split_before_it_is_decoded() {
    RouteReader in = query("a=1%262&&b+c=d+e%2Bf&empty=&alone&%C3%BC=%E2%82%AC&x=y=z");
    assertThat(in.query("a")).isEqualTo("1&2");
    assertThat(in.query("b c")).isEqualTo("d e+f");
    assertThat(in.query("empty")).isEmpty();
    assertThat(in.query("alone")).isEmpty();
    assertThat(in.query("ü")).isEqualTo("€");
    assertThat(in.query("x")).isEqualTo("y=z");
    assertThat(in.query("other")).isNull();
  }

  @Test
  void a_list_has_a_value_for_each_time_its_name_occurs() {
    assertThat(query("n=3&m=9&n=1&n=2").queries("n", WireScalars::int32)).containsExactly(3, 1, 2);
    assertThat(query(null).queries("n")).isEmpty();
  }

  @Test
  void what_may_be_absent_is() {
    RouteReader in = query("n=5");
    assertThat(in.query("n", 0, WireScalars::int32)).isEqualTo(5);
    assertThat(in.query("m", 0, WireScalars::int32)).isZero();
    assertThat(in.queryInt("n")).hasValue(5);
    assertThat(in.queryLong("m")).isEmpty();
    assertThatThrownBy(() -> in.required("m", WireScalars::int32))
        .isInstanceOf(DecodeException.class)
        .hasMessage("m: is missing");
  }

  @Test
  void errors_name_what_they_are_about() {
    assertThatThrownBy(() -> query("n=1&n=2").query("n"))
        .isInstanceOf(DecodeException.class)
        .hasMessage("n: occurs more than once (expected: one value)");
    assertThatThrownBy(() -> query("flag=1").query("flag", WireScalars::bool))
        .isInstanceOf(DecodeException.class)
        .hasMessage("flag: is neither true nor false");
    assertThatThrownBy(() -> reader(new String[] {"x"}, null, "").path(0, "id", WireScalars::int64))
        .isInstanceOf(DecodeException.class)
        .hasMessageStartingWith("id: is not a whole number");
  }

  @Test
  void what_a_constructor_refuses_passes_its_message_and_nothing_else_does() {
    RouteReader in = query("n=1");
    assertThatThrownBy(
            () ->
                in.query(
                    "n",
                    text -> {
                      throw new IllegalArgumentException("must be even");
                    }))
        .hasMessage("n: must be even");
    assertThatThrownBy(
            () ->
                in.query(
                    "n",
                    text -> {
                      throw new IllegalStateException("secret");
                    }))
        .isInstanceOf(DecodeException.class)
        .hasMessage("n: could not be constructed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%", "a=%f", "a=%ff", "a=%zz", "a=ä", "%=1"})
  void a_malformed_query_is_an_error_of_the_caller(String raw) {
    assertThatThrownBy(() -> query(raw).query("a"))
        .isInstanceOfSatisfying(
            DecodeException.class,
            e -> assertThat(e.kind()).isEqualTo(DecodeException.Kind.MALFORMED));
  }

  @Test
  void no_query_has_values_without_end() {
    assertThat(query("a=1&".repeat(1024)).queries("a")).hasSize(1024);
    assertThatThrownBy(() -> query("a=1&".repeat(1025)).queries("a"))
        .isInstanceOf(DecodeException.class)
        .hasMessageContaining("more than 1024 values");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1d", "0x1", " 1", "1 ", "٣", "1e400", "nan", "--1"})
  void numbers_are_read_strictly(String text) {
    assertThatThrownBy(() -> WireScalars.float64(text)).isInstanceOf(DecodeException.class);
    assertThatThrownBy(() -> WireScalars.int32(text)).isInstanceOf(DecodeException.class);
  }
}
