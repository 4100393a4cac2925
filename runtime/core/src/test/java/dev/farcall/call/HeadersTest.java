package dev.farcall.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farcall.annotation.Code;
import dev.farcall.wire.EncodeException;
import dev.farcall.wire.WireScalars;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HeadersTest {

  @Test
  void whatIsAddedIsFound() {
    UUID id = new UUID(1, 2);
    Metadata metadata =
        new Headers()
            .add("x-tenant", "acme")
            .add("x-id", id, UUID::toString)
            .addIfPresent("x-note", Optional.of("n"), String::valueOf)
            .addIfPresent("x-int", OptionalInt.of(1))
            .addIfPresent("x-long", OptionalLong.of(2))
            .addIfPresent("x-double", OptionalDouble.of(0.5))
            .addUnlessNull("x-flag", true, String::valueOf)
            .metadata();

    assertThat(Headers.<String>get(metadata, "x-tenant", "String", text -> text)).isEqualTo("acme");
    assertThat(Headers.get(metadata, "x-id", "UUID", UUID::fromString)).isEqualTo(id);
    assertThat(Headers.find(metadata, "x-note", "String", text -> text)).contains("n");
    assertThat(Headers.findInt(metadata, "x-int")).hasValue(1);
    assertThat(Headers.findLong(metadata, "x-long")).hasValue(2);
    assertThat(Headers.findDouble(metadata, "x-double")).hasValue(0.5);
    assertThat(Headers.getOrNull(metadata, "x-flag", "boolean", WireScalars::bool)).isTrue();
  }

  @Test
  void whatIsEmptyOrNullIsLeftOut() {
    Metadata metadata =
        new Headers()
            .addIfPresent("x-note", Optional.<String>empty(), String::valueOf)
            .addIfPresent("x-int", OptionalInt.empty())
            .addIfPresent("x-long", OptionalLong.empty())
            .addIfPresent("x-double", OptionalDouble.empty())
            .addUnlessNull("x-flag", (Boolean) null, String::valueOf)
            .metadata();

    assertThat(metadata.isEmpty()).isTrue();
    assertThat(Headers.find(metadata, "x-note", "String", text -> text)).isEmpty();
    assertThat(Headers.findInt(metadata, "x-int")).isEmpty();
    assertThat(Headers.findLong(metadata, "x-long")).isEmpty();
    assertThat(Headers.findDouble(metadata, "x-double")).isEmpty();
    assertThat(Headers.getOrNull(metadata, "x-flag", "boolean", WireScalars::bool)).isNull();
  }

  @Test
  void aNullThatMustBeThereIsNotEncoded() {
    assertThatThrownBy(() -> new Headers().add("x-tenant", null))
        .isInstanceOf(EncodeException.class)
        .hasMessageContaining("header 'x-tenant' is null");
  }

  @Test
  void textThatNoHeaderCarriesIsRefusedAtOnce() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Headers().add("x-tenant", "a\r\nx-admin: true"))
        .withMessageContaining("x-tenant");
  }

  @Test
  void aMissingHeaderIsAnInvalidArgumentThatNamesIt() {
    assertInvalid(
        () -> Headers.get(Metadata.EMPTY, "x-id", "UUID", UUID::fromString),
        "header 'x-id' is missing (expected: UUID)");
  }

  @Test
  void aMalformedHeaderIsAnInvalidArgumentThatDoesNotRepeatIt() {
    Metadata metadata = Metadata.of("x-id", "secret");
    assertInvalid(
        () -> Headers.find(metadata, "x-id", "UUID", UUID::fromString),
        "header 'x-id' is malformed (expected: UUID)");
    assertInvalid(
        () -> Headers.findInt(metadata, "x-id"), "header 'x-id' is malformed (expected: int)");
    assertInvalid(
        () -> Headers.get(metadata, "x-id", "boolean", WireScalars::bool),
        "header 'x-id' is malformed (expected: boolean)");
  }

  private static void assertInvalid(Runnable call, String message) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            CallException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(Code.INVALID_ARGUMENT);
              assertThat(refused.detailMessage()).isEqualTo(message);
            });
  }
}
