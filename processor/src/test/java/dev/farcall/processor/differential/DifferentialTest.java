package dev.farcall.processor.differential;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import dev.farcall.wire.DecodeException;
import dev.farcall.wire.DecodeLimits;
import dev.farcall.wire.EncodeException;
import dev.farcall.wire.MessageCodec;
import dev.farcall.wire.ProtobufReader;
import dev.farcall.wire.ProtobufWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated codecs and protobuf-java agree on thousands of values of every sample type. */
class DifferentialTest {

  private static final int VALUES = 1000;

  /** What protobuf-java lets pass and protobuf's conformance suite does not. */
  private static final Set<String> STRICTER =
      Set.of("a tag has more than 32 bits", "a varint is longer than 10 bytes");

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private static Path directory;

  private static Samples samples;

  @BeforeAll
  static void compile() throws IOException, ReflectiveOperationException {
    samples = Samples.compiled(directory);
  }

  static List<String> types() {
    return List.of(
        "Numbers", "Texts", "Times", "Maybe", "Mixed", "Lists", "Maps", "Large", "Point", "Shape",
        "Foreign");
  }

  @ParameterizedTest
  @MethodSource("types")
  void protobuf_java_reads_what_a_codec_writes(String name) throws Exception {
    MessageCodec<Object> codec = samples.codec(name);
    Descriptor type = samples.descriptor(name);
    RandomValues values = new RandomValues(new Random(1));
    for (int i = 0; i < VALUES; i++) {
      Object value = values.of(samples.type(name));
      byte[] bytes = ProtobufWriter.encode(codec, value);
      DynamicMessage expected = Expected.message(type, value);
      assertThat(DynamicMessage.parseFrom(type, bytes)).isEqualTo(expected);
      if (!hasEntries(expected)) { // protobuf-java leaves out defaults in those
        assertThat(bytes).isEqualTo(expected.toByteArray());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void a_codec_reads_every_spelling_of_a_message(String name) throws Exception {
    MessageCodec<Object> codec = samples.codec(name);
    Descriptor type = samples.descriptor(name);
    Random random = new Random(2);
    RandomValues values = new RandomValues(random);
    Disguise disguise = new Disguise(random);
    for (int i = 0; i < VALUES; i++) {
      Object value = values.of(samples.type(name));
      byte[] bytes = disguise.bytes(Expected.message(type, value));
      Object read = ProtobufReader.decode(codec, bytes, DecodeLimits.DEFAULT);
      assertThat(Trees.of(read)).isEqualTo(Trees.of(value));
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void a_codec_refuses_the_damaged_bytes_that_protobuf_java_refuses(String name) throws Exception {
    MessageCodec<Object> codec = samples.codec(name);
    Descriptor type = samples.descriptor(name);
    Random random = new Random(3);
    RandomValues values = new RandomValues(random);
    for (int i = 0; i < VALUES; i++) {
      byte[] bytes = ProtobufWriter.encode(codec, values.of(samples.type(name)));
      byte[] damaged = damaged(bytes, random);
      String oracle = refusal(type, damaged);
      try {
        Object read = ProtobufReader.decode(codec, damaged, DecodeLimits.DEFAULT);
        assertThat(oracle).isEmpty();
        byte[] again = ProtobufWriter.encode(codec, read);
        assertThat(Trees.of(ProtobufReader.decode(codec, again, DecodeLimits.DEFAULT)))
            .isEqualTo(Trees.of(read));
      } catch (EncodeException e) {
        assertThat(e).hasMessageContaining("UNRECOGNIZED"); // a protoc enum forgets the number
      } catch (DecodeException e) {
        if (e.kind() == DecodeException.Kind.MALFORMED && !STRICTER.contains(e.problem())) {
          assertThat(oracle).as(e.getMessage()).isNotEmpty();
        }
      }
    }
  }

  private static byte[] damaged(byte[] bytes, Random random) {
    byte[] damaged = bytes.clone();
    if (damaged.length == 0) {
      return damaged;
    }
    if (random.nextInt(3) == 0) {
      return Arrays.copyOf(damaged, random.nextInt(damaged.length));
    }
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
    }
    return damaged;
  }

  private static String refusal(Descriptor type, byte[] bytes) {
    try {
      DynamicMessage.parseFrom(type, bytes);
      return "";
    } catch (InvalidProtocolBufferException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static boolean hasEntries(Message message) {
    return message.getAllFields().entrySet().stream()
        .anyMatch(
            field -> field.getKey().isMapField() || hasEntries(field.getKey(), field.getValue()));
  }

  private static boolean hasEntries(FieldDescriptor field, Object value) {
    return value instanceof Message message && hasEntries(message)
        || value instanceof Collection<?> elements
            && elements.stream().anyMatch(element -> hasEntries(field, element));
  }
}
