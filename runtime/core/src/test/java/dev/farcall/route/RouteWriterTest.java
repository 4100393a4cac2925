package dev.farcall.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farcall.route.RouteTable.Found;
import dev.farcall.wire.EncodeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteWriterTest {

  private static RouteWriter writer(String template) {
    return new RouteWriter(PathTemplate.parse(template));
  }

  @Test
  void all_but_the_unreserved_characters_are_escaped() {
    RouteWriter out = writer("/v1/users/{id}/notes/{note}:pin");
    out.path("a/b c%:ü");
    out.path("-_.~09AZaz");
    out.query("q", "x&y=z+\uD83D\uDE00");
    out.query("q", "");
    assertThat(out.target())
        .isEqualTo(
            "/v1/users/a%2Fb%20c%25%3A%C3%BC/notes/-_.~09AZaz:pin"
                + "?q=x%26y%3Dz%2B%F0%9F%98%80&q=");
  }

  @Test
  void a_path_without_variables_is_its_template() {
    assertThat(writer("/v1/users").target()).isEqualTo("/v1/users");
  }

  @Test
  void the_rest_of_a_path_keeps_its_slashes() {
    RouteWriter out = writer("/files/{path=**}");
    out.path("a/b c/d");
    assertThat(out.target()).isEqualTo("/files/a/b%20c/d");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a/../b", "a//b", "/a", "a/", "\uD800", "a/\uDC00"})
  void values_that_would_lead_elsewhere_are_refused(String value) {
    RouteWriter out = writer("/files/{path=**}");
    assertThatThrownBy(() -> out.path(value)).isInstanceOf(EncodeException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a/b", "%2F", "%252e", "ü €", "a:b", "...", " ", "?#&=+", "\0"})
  void what_is_written_is_read_as_it_was(String value) {
    PathTemplate template = PathTemplate.parse("/v1/{id}/x");
    RouteWriter out = new RouteWriter(template);
    out.path(value);
    RouteTable<String> table = RouteTable.<String>builder().add(Verb.GET, template, "x").build();
    assertThat(table.match(Verb.GET, out.target()))
        .isInstanceOfSatisfying(
            Found.class, found -> assertThat(found.variables()).containsExactly(value));
  }
}
