package dev.farcall.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.farcall.wire.DecodeException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors lead to the place in the text. */
class JsonPlaceTest {

  private static DecodeException failure(String json) {
    return catchThrowableOfType(
        DecodeException.class,
        () ->
            JsonReader.decode(
                OrderCodec.INSTANCE, json.getBytes(UTF_8), JsonProfile.REST, DecodeLimits.DEFAULT));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | gift | /gift | MISSING",
        "{\"gift\":{}} | gift.sku | /gift/sku | MISSING",
        "{\"gift\": {\"quantity\":1 } } | gift.sku | /gift/sku | MISSING",
        "{\"lines\":[{\"sku\":\"a\"}, {\"quantity\":1}]} | lines[1].sku | /lines/1/sku | MISSING",
        "{\"lines\":[{\"sku\":\"a\"},{\"sku\":7}]} | lines[1].sku | /lines/1/sku | INVALID",
        "{\"lines\":[{\"sku\":\"a\"},null]} | lines[1] | /lines/1 | INVALID",
        "{\"lines\":{}} | lines | /lines | INVALID",
        "{\"id\":1} | id | /id | INVALID",
        "{\"gift\":{\"sku\":\"a\",\"x\":1}} | gift.x | /gift/x | INVALID",
        "{\"by_name\":{\"a/b~c\":{}}} | by_name.a/b~c.sku | /by_name/a~1b~0c/sku | MISSING",
        "{\"byName\":{\"a\":{\"sku\":\"a\"},\"a\":{\"sku\":\"a\"}}} | byName.a | /byName/a | INVALID",
        "{\"byName\":{\"a\":null}} | byName.a | /byName/a | INVALID",
        "{\"placedAt\":\"today\"} | placedAt | /placedAt | INVALID",
        "{\"previous\":{\"gift\":{\"sku\":\"a\"},\"total\":-1}} | previous | /previous | INVALID",
        "{\"gift\":{\"sku\":\"a\"},\"total\":666} | '' | '' | INTERNAL",
        "{\"id\":\"a\",\"total\":1e | total | /total | MALFORMED",
        "{\"gift\":{\"sku\":\"a\"}} x | '' | '' | MALFORMED",
        "[] | '' | '' | INVALID",
        "{\"total\":1.5} | total | /total | INVALID"
      })
  void the_path_and_the_pointer_lead_there(String json, String path, String pointer, Kind kind) {
    DecodeException e = failure(json);
    assertThat(e.path()).isEqualTo(path.replace("''", ""));
    assertThat(e.pointer()).isEqualTo(pointer.replace("''", ""));
    assertThat(e.kind()).isEqualTo(kind);
  }

  @Test
  void names_of_the_peer_are_shown_shortened_and_without_control_characters() {
    DecodeException e = failure("{\"a\\nb" + "x".repeat(1000) + "\":1}");
    assertThat(e.path()).hasSize(101).startsWith("a\uFFFDbx").endsWith("…");
  }

  @Test
  void the_path_of_protobuf_gives_a_pointer_too() {
    DecodeException e =
        catchThrowableOfType(
            DecodeException.class,
            () ->
                ProtobufReader.decode(
                    OrderCodec.INSTANCE,
                    new byte[] {18, 3, 10, 1, 'a', 18, 0},
                    DecodeLimits.DEFAULT));
    assertThat(e.path()).isEqualTo("lines[1].sku");
    assertThat(e.pointer()).isEqualTo("/lines/1/sku");
  }
}
