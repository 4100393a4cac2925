package dev.farcall.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farcall.wire.DecodeException;
import dev.farcall.wire.DecodeLimits;
import dev.farcall.wire.JsonName;
import dev.farcall.wire.JsonNames;
import dev.farcall.wire.JsonProfile;
import dev.farcall.wire.JsonReader;
import dev.farcall.wire.JsonWriter;
import dev.farcall.wire.MessageCodec;
import dev.farcall.wire.ProtobufReader;
import dev.farcall.wire.ProtobufWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BareTest {

  /** {@code {"result":[1,2]}}, or nothing at all for an empty list. */
  private static final class Numbers extends MessageCodec<List<Integer>> {
    private static final JsonName RESULT = JsonName.of("result", 0);
    private static final JsonNames NAMES = JsonNames.of(RESULT);

    Numbers() {
      super("test.Numbers");
    }

    @Override
    public void write(List<Integer> value, ProtobufWriter out) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Integer> read(ProtobufReader in) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void write(List<Integer> value, JsonWriter out) {
      out.beginObject();
      if (!value.isEmpty()) {
        out.name(RESULT);
        out.beginArray();
        value.forEach(out::int32);
        out.endArray();
      }
      out.endObject();
    }

    @Override
    public List<Integer> read(JsonReader in) {
      List<Integer> numbers = new ArrayList<>();
      in.beginObject();
      while (in.field(NAMES) != JsonReader.END) {
        in.beginArray();
        while (in.more()) {
          numbers.add(in.int32());
        }
      }
      return numbers;
    }
  }

  private static final Numbers CODEC = new Numbers();

  private static List<Integer> body(String json) {
    return new RouteReader(
            new String[0],
            null,
            json.getBytes(StandardCharsets.UTF_8),
            JsonProfile.REST.lenient(),
            DecodeLimits.DEFAULT)
        .bareBody(CODEC, "result");
  }

  @Test
  void a_value_is_written_without_the_message_around_it() {
    JsonWriter out = JsonWriter.of(JsonProfile.REST);
    assertThat(Bare.write(CODEC, List.of(1, 2), out)).isTrue();
    assertThat(out.toByteArray()).asString().isEqualTo("[1,2]");
  }

  @Test
  void what_is_absent_is_not_written() {
    JsonWriter out = JsonWriter.of(JsonProfile.REST);
    assertThat(Bare.write(CODEC, List.of(), out)).isFalse();
    assertThat(out.toByteArray()).isEmpty();
  }

  @Test
  void a_value_is_read_without_the_message_around_it() {
    assertThat(body(" [1, 2]\n")).containsExactly(1, 2);
    byte[] json = "[3]".getBytes(StandardCharsets.UTF_8);
    assertThat(
            JsonReader.<List<Integer>>decode(
                json, JsonProfile.REST, DecodeLimits.DEFAULT, in -> Bare.read(CODEC, "result", in)))
        .containsExactly(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1],\"x\":2", "[1]}", "[1", "", "[1]]", "[1],\"result\":[2]"})
  void what_a_body_holds_cannot_reach_around_it(String json) {
    assertThatThrownBy(() -> body(json)).isInstanceOf(DecodeException.class);
  }

  @Test
  void an_error_names_the_value() {
    assertThatThrownBy(() -> body("[1,true]"))
        .isInstanceOfSatisfying(
            DecodeException.class, e -> assertThat(e.path()).isEqualTo("result[1]"));
  }
}
