package dev.farcall.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataTest {

  @Test
  void names_are_compared_without_regard_to_case() {
    Metadata metadata = Metadata.of("X-Tenant", "a");
    assertThat(metadata.get("x-tenant")).isEqualTo("a");
    assertThat(metadata.find("X-TENANT")).contains("a");
    assertThat(metadata.get("other")).isNull();
  }

  @Test
  void a_name_may_occur_several_times_and_the_last_counts() {
    Metadata metadata = Metadata.of("a", "1").with("b", "2").with("A", "3");
    assertThat(metadata.get("a")).isEqualTo("3");
    assertThat(metadata.all("a")).containsExactly("1", "3");
    List<String> all = new ArrayList<>();
    metadata.forEach((name, value) -> all.add(name + "=" + value));
    assertThat(all).containsExactly("a=1", "b=2", "a=3");
  }

  @Test
  void adding_changes_nothing_that_was() {
    Metadata one = Metadata.of("a", "1");
    Metadata two = one.with("b", "2");
    assertThat(one.get("b")).isNull();
    assertThat(two).isEqualTo(Metadata.of("a", "1").plus(Metadata.of("b", "2")));
    assertThat(one.plus(Metadata.EMPTY)).isSameAs(one);
    assertThat(Metadata.EMPTY.plus(one)).isSameAs(one);
  }

  @Test
  void bytes_travel_under_names_that_end_in_bin() {
    Metadata metadata = Metadata.EMPTY.withBytes("trace-bin", new byte[] {0, -1, 127});
    assertThat(metadata.getBytes("Trace-Bin")).containsExactly(0, -1, 127);
    assertThatThrownBy(() -> metadata.with("x-bin", "text")).hasMessageContaining("-bin");
    assertThatThrownBy(() -> metadata.withBytes("x", new byte[0])).hasMessageContaining("-bin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a:b", "ü", "a\n"})
  void a_name_that_no_header_can_have_is_refused(String name) {
    assertThatThrownBy(() -> Metadata.of(name, "v"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nb: c", "\u0000", "ü", "\u007f"})
  void a_value_that_would_break_a_header_is_refused_without_being_shown(String value) {
    assertThatThrownBy(() -> Metadata.of("a", value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'a'")
        .hasMessageNotContaining(value);
  }

  @Test
  void values_may_be_secrets_and_are_not_printed() {
    assertThat(Metadata.of("authorization", "secret")).hasToString("Metadata[authorization]");
  }
}
