package dev.farcall.processor.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.farcall.call.JsonFormat;
import dev.farcall.wire.DecodeException;
import dev.farcall.wire.DecodeLimits;
import dev.farcall.wire.EncodeException;
import dev.farcall.wire.MessageCodec;
import dev.farcall.wire.ProtobufReader;
import dev.farcall.wire.ProtobufWriter;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The suite's JSON cases, through the codecs generated for {@link TestAllTypes} and {@link
 * FurtherTypes}, as Connect speaks JSON.
 */
class JsonConformanceTest {

  static Stream<Arguments> applicable() {
    return JsonSuite.cases().stream()
        .filter(c -> JsonDeviations.of(c).isEmpty())
        .map(c -> arguments(c.name(), c));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("applicable")
  void behavesAsTheSuiteDemands(String name, JsonCase c) throws InvalidProtocolBufferException {
    new Generated().check(c);
  }

  @Test
  void allButTwentyEightCasesApply() {
    assertThat(JsonSuite.cases().size() - applicable().count()).isEqualTo(28);
  }

  private static final class Generated implements JsonTestee {

    @Override
    public Optional<ByteString> answer(JsonCase c) {
      return c.further()
          ? answer(c, Subjects.FURTHER_TYPES.codec())
          : answer(c, Subjects.ALL_TYPES.codec());
    }

    private static <T> Optional<ByteString> answer(JsonCase c, MessageCodec<T> codec) {
      byte[] input = c.input().toByteArray();
      try {
        T value =
            c.jsonInput()
                ? JsonFormat.PROTO.decode(codec, input, DecodeLimits.DEFAULT)
                : ProtobufReader.decode(codec, input, DecodeLimits.DEFAULT);
        return Optional.of(
            ByteString.copyFrom(
                c.jsonOutput()
                    ? JsonFormat.PROTO.encode(codec, value)
                    : ProtobufWriter.encode(codec, value)));
      } catch (DecodeException | EncodeException e) {
        return Optional.empty();
      }
    }

    @Override
    public Descriptor descriptor(JsonCase c) {
      return c.further() ? Subjects.FURTHER_TYPES.descriptor() : Subjects.ALL_TYPES.descriptor();
    }
  }
}
