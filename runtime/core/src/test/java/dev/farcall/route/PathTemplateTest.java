package dev.farcall.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathTemplateTest {

  @Test
  void variables_stand_in_the_order_of_the_path() {
    PathTemplate template = PathTemplate.parse("/v1/users/{user}/orders/{order}:cancel");
    assertThat(template.variables()).containsExactly("user", "order");
    assertThat(template.shape()).isEqualTo("/v1/users/{}/orders/{}:cancel");
    assertThat(template).hasToString("/v1/users/{user}/orders/{order}:cancel");
  }

  @Test
  void the_last_variable_may_be_all_that_is_left() {
    PathTemplate template = PathTemplate.parse("/files/{path=**}");
    assertThat(template.variables()).containsExactly("path");
    assertThat(template.shape()).isEqualTo("/files/{=**}");
  }

  @ParameterizedTest
  @CsvSource({
    "'', does not begin with '/'",
    "v1/users, does not begin with '/'",
    "/, a segment is empty",
    "/v1/, a segment is empty",
    "/v1//users, a segment is empty",
    "/v1/../users, leads elsewhere",
    "/v1/{id, is no variable",
    "/v1/{}, is no variable",
    "/v1/{a.b}, is no variable",
    "/v1/{id=*}, is no variable",
    "/v1/x{id}, neither a literal nor a variable",
    "/v1/a%20b, neither a literal nor a variable",
    "/v1/*, neither a literal nor a variable",
    "/v1/{path=**}/x, is not the last segment",
    "/v1/{id}/{id}, occurs twice",
    "/v1/{id}:, is not followed by letters",
    "/v1/{id}:a:b, is not followed by letters",
    "/v1?x=y, neither a literal nor a variable"
  })
  void what_is_no_template_is_told(String text, String problem) {
    assertThatThrownBy(() -> PathTemplate.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(problem);
  }
}
