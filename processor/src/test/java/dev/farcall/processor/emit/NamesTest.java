package dev.farcall.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  @ParameterizedTest
  @CsvSource({
    "GetUser, GET_USER",
    "getUser, GET_USER",
    "HTTPCode, HTTP_CODE",
    "GetURL, GET_URL",
    "V2Status, V2_STATUS",
    "get_user, GET_USER",
    "A, A"
  })
  void camelBecomesUpperSnake(String camel, String snake) {
    assertThat(Names.upperSnake(camel)).isEqualTo(snake);
  }

  @ParameterizedTest
  @CsvSource({"placed_at, placedAt", "line_2_text, line2Text", "a__b, aB", "Foo_bar, FooBar"})
  void jsonNamesAreThoseOfProtoc(String proto, String json) {
    assertThat(Names.defaultJsonName(proto)).isEqualTo(json);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1a", "a b", "a;", "größe", "a$b", "a\n", "a.b"})
  void whatIsNoIdentifierIsRefused(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Names.identifier(name))
        .withMessageContaining("expected: letters a-z");
  }

  @Test
  void eachPartOfAQualifiedNameIsAnIdentifier() {
    assertThat(Names.qualified("acme.orders.v1")).isEqualTo("acme.orders.v1");
    assertThatIllegalArgumentException().isThrownBy(() -> Names.qualified("acme..v1"));
    assertThatIllegalArgumentException().isThrownBy(() -> Names.qualified("acme.v1;"));
  }
}
