package dev.farcall.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farcall.route.RouteTable.Found;
import dev.farcall.route.RouteTable.Match;
import dev.farcall.route.RouteTable.Nothing;
import dev.farcall.route.RouteTable.OtherVerbs;
import dev.farcall.wire.DecodeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {

  private static final RouteTable<String> TABLE =
      table(
          "GET /v1/users",
          "POST /v1/users",
          "GET /v1/users/{id}",
          "DELETE /v1/users/{id}",
          "GET /v1/users/me",
          "POST /v1/users/{id}:lock",
          "GET /v1/users/{id}/orders/{order}",
          "GET /v1/users/me/orders",
          "GET /files/{path=**}",
          "GET /files/readme");

  private static RouteTable<String> table(String... routes) {
    RouteTable.Builder<String> builder = RouteTable.builder();
    for (String route : routes) {
      String[] parts = route.split(" ", 2);
      builder.add(Verb.valueOf(parts[0]), PathTemplate.parse(parts[1]), route);
    }
    return builder.build();
  }

  private static List<String> found(Verb verb, String path) {
    Match<String> match = TABLE.match(verb, path);
    assertThat(match).isInstanceOf(Found.class);
    Found<String> found = (Found<String>) match;
    List<String> all = new ArrayList<>(List.of(found.target()));
    all.addAll(List.of(found.variables()));
    return all;
  }

  @Test
  void literals_go_before_variables() {
    assertThat(found(Verb.GET, "/v1/users")).containsExactly("GET /v1/users");
    assertThat(found(Verb.GET, "/v1/users/me")).containsExactly("GET /v1/users/me");
    assertThat(found(Verb.GET, "/v1/users/7")).containsExactly("GET /v1/users/{id}", "7");
    assertThat(found(Verb.GET, "/files/readme")).containsExactly("GET /files/readme");
  }

  @Test
  void a_search_turns_back_where_a_literal_leads_nowhere() {
    assertThat(found(Verb.GET, "/v1/users/me/orders/9"))
        .containsExactly("GET /v1/users/{id}/orders/{order}", "me", "9");
    assertThat(found(Verb.DELETE, "/v1/users/me")).containsExactly("DELETE /v1/users/{id}", "me");
  }

  @Test
  void a_suffix_is_no_part_of_its_variable() {
    assertThat(found(Verb.POST, "/v1/users/7:lock"))
        .containsExactly("POST /v1/users/{id}:lock", "7");
    assertThat(found(Verb.GET, "/v1/users/urn:7")).containsExactly("GET /v1/users/{id}", "urn:7");
    assertThat(found(Verb.GET, "/v1/users/7%3Alock"))
        .containsExactly("GET /v1/users/{id}", "7:lock");
  }

  @Test
  void other_verbs_are_told() {
    assertThat(TABLE.match(Verb.PUT, "/v1/users/7"))
        .isEqualTo(new OtherVerbs<>(Set.of(Verb.GET, Verb.DELETE)));
    assertThat(TABLE.match(null, "/v1/users"))
        .isEqualTo(new OtherVerbs<>(Set.of(Verb.GET, Verb.POST)));
  }

  @Test
  void each_segment_is_decoded_once() {
    assertThat(found(Verb.GET, "/v1/users/a%2Fb")).contains("a/b");
    assertThat(found(Verb.GET, "/v1/users/a%252Fb")).contains("a%2Fb");
    assertThat(found(Verb.GET, "/v1/users/%252e%252e")).contains("%2e%2e");
    assertThat(found(Verb.GET, "/v1/users/gr%C3%BC%C3%9Fe")).contains("grüße");
    assertThat(found(Verb.GET, "/v1/users/a+b")).contains("a+b");
    assertThat(found(Verb.GET, "/v1/%75sers/7")).containsExactly("GET /v1/users/{id}", "7");
  }

  @Test
  void an_escaped_slash_separates_no_segments() {
    assertThat(TABLE.match(Verb.GET, "/v1%2Fusers")).isInstanceOf(Nothing.class);
    assertThat(found(Verb.GET, "/v1/users/7%2Forders%2F9"))
        .containsExactly("GET /v1/users/{id}", "7/orders/9");
  }

  @Test
  void the_rest_of_a_path_keeps_its_escaped_slashes() {
    assertThat(found(Verb.GET, "/files/a/b%2fc/d%20e"))
        .containsExactly("GET /files/{path=**}", "a/b%2Fc/d e");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        "v1/users",
        "/",
        "//v1/users",
        "/v1//users",
        "/v1/users/",
        "/v1/users//orders/9",
        "/v1/users/..",
        "/v1/users/.",
        "/v1/users/%2e%2E",
        "/v1/users/.%2e",
        "/v1/users/../users",
        "/v1/users/%2e/orders/9",
        "/v1/../v1/users",
        "/files/",
        "/files/a/../b",
        "/files/a//b",
        "/files/a/%2e%2e",
        "/files/..",
        "/V1/users",
        "/v1/users/7:",
        "/v1/users/:lock/x"
      })
  void what_no_template_fits_leads_nowhere(String path) {
    Match<String> match = TABLE.match(Verb.PATCH, path);
    if (path.equals("/v1/users/7:")) {
      assertThat(match).isInstanceOf(OtherVerbs.class); // a variable may hold a colon
    } else {
      assertThat(match).isInstanceOf(Nothing.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/users/%",
        "/v1/users/%2",
        "/v1/users/%zz",
        "/v1/users/%ff",
        "/v1/users/%c0%af",
        "/v1/users/%ed%a0%80",
        "/v1/users/ü",
        "/v1/users/a b",
        "/files/a/%x0"
      })
  void a_malformed_value_is_an_error_of_the_caller(String path) {
    assertThatThrownBy(() -> TABLE.match(Verb.GET, path)).isInstanceOf(DecodeException.class);
  }

  @Test
  void long_paths_are_answered_and_cost_no_more_than_their_length() {
    assertThat(TABLE.match(Verb.GET, "/v1".repeat(3000))).isInstanceOf(Nothing.class);
    assertThat(TABLE.match(Verb.GET, "/".repeat(8192))).isInstanceOf(Nothing.class);
    assertThat(found(Verb.GET, "/files" + "/a".repeat(4000)).get(1)).hasSize(7999);
    assertThat(found(Verb.GET, "/v1/users/" + "%41".repeat(2700)).get(1))
        .isEqualTo("A".repeat(2700));
  }

  @Test
  void two_routes_of_one_verb_and_shape_are_refused() {
    RouteTable.Builder<String> builder =
        RouteTable.<String>builder().add(Verb.GET, PathTemplate.parse("/a/{x}"), "first");
    assertThatThrownBy(() -> builder.add(Verb.GET, PathTemplate.parse("/a/{y}"), "second"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("GET /a/{y} leads to second and to first");
  }
}
