package dev.farcall.processor.differential;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.util.JsonFormat;
import dev.farcall.wire.DecodeLimits;
import dev.farcall.wire.JsonProfile;
import dev.farcall.wire.JsonReader;
import dev.farcall.wire.JsonWriter;
import dev.farcall.wire.MessageCodec;
import dev.farcall.wire.ProtobufWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated codecs and protobuf's JsonFormat agree on the JSON of every sample type. */
class JsonDifferentialTest {

  private static final int VALUES = 400;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private static Path directory;

  private static Samples samples;

  @BeforeAll
  static void compile() throws IOException, ReflectiveOperationException {
    samples = Samples.compiled(directory);
  }

  static List<String> types() {
    return DifferentialTest.types();
  }

  @ParameterizedTest
  @MethodSource("types")
  void a_codec_writes_the_json_of_protobuf(String name) throws Exception {
    MessageCodec<Object> codec = samples.codec(name);
    Descriptor type = samples.descriptor(name);
    RandomValues values = new RandomValues(new Random(4));
    for (int i = 0; i < VALUES; i++) {
      Object value = values.of(samples.type(name));
      String json = new String(JsonWriter.encode(codec, value, JsonProfile.PROTO), UTF_8);
      DynamicMessage expected = Expected.message(type, value);
      assertThat(JsonParser.parseString(json)).isEqualTo(tree(expected));
      if (!json.contains("-0.0")) { // JsonFormat reads that as 0.0
        DynamicMessage.Builder read = DynamicMessage.newBuilder(type);
        JsonFormat.parser().merge(json, read);
        assertThat(read.build()).isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void a_codec_reads_every_spelling_of_a_message(String name) throws Exception {
    MessageCodec<Object> codec = samples.codec(name);
    Descriptor type = samples.descriptor(name);
    Random random = new Random(5);
    RandomValues values = new RandomValues(random);
    JsonDisguise disguise = new JsonDisguise(random);
    for (int i = 0; i < VALUES; i++) {
      Object value = values.of(samples.type(name));
      String json = disguise.text(tree(Expected.message(type, value)), type);
      assertThat(Trees.of(read(codec, json, JsonProfile.PROTO)))
          .as(json)
          .isEqualTo(Trees.of(value));
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void every_profile_reads_what_every_other_writes(String name) throws Exception {
    MessageCodec<Object> codec = samples.codec(name);
    RandomValues values = new RandomValues(new Random(6));
    List<JsonProfile> profiles =
        List.of(
            JsonProfile.PROTO,
            JsonProfile.REST,
            JsonProfile.REST_CLIENT,
            JsonProfile.REST.longsAsText());
    for (int i = 0; i < VALUES / 4; i++) {
      Object value = values.of(samples.type(name));
      for (JsonProfile writing : profiles) {
        String json = new String(JsonWriter.encode(codec, value, writing), UTF_8);
        for (JsonProfile reading : profiles) {
          assertThat(Trees.of(read(codec, json, reading))).as(json).isEqualTo(Trees.of(value));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Numbers; {'big': 9007199254740991, 'signedBig': -9007199254740991}",
        "Numbers; {'big': 9007199254740993, 'signedBig': -9007199254740993}",
        "Numbers; {'big': 9007199254740993.0, 'signedBig': '9007199254740993e0'}",
        "Numbers; {'big': 9223372036854775807, 'signedBig': -9223372036854775808}",
        "Numbers; {'big': '-9223372036854775808', 'unsignedBig': '18446744073709551615'}",
        "Numbers; {'unsigned': 4294967295, 'unsignedBig': 18446744073709551615}",
        "Numbers; {'ratio': -0.0}",
        "Numbers; {'ratio': -0}",
        "Numbers; {'rate': 4.9e-324, 'ratio': 1.4e-45}",
        "Numbers; {'rate': 1.7976931348623157e308, 'ratio': 3.4028234663852886e38}",
        "Numbers; {'rate': 0.1, 'ratio': 0.1}",
        "Numbers; {'rate': 123456789012345678901234567890, 'ratio': 16777217}",
        "Numbers; {'rate': 2.2250738585072011e-308}",
        "Numbers; {'rate': 9007199254740993, 'ratio': 9007199254740993}",
        "Numbers; {'rate': 1e-400, 'ratio': 1e-60}",
        "Numbers; {'flag': true, 'tiny': -128, 'small': 32767, 'number': -2147483648}"
      })
  void a_number_is_read_to_the_same_bits_as_by_protobuf(String name, String quoted)
      throws Exception {
    String json = quoted.replace('\'', '"');
    MessageCodec<Object> codec = samples.codec(name);
    DynamicMessage.Builder theirs = DynamicMessage.newBuilder(samples.descriptor(name));
    JsonFormat.parser().merge(json, theirs);
    Object ours = read(codec, json, JsonProfile.PROTO);
    assertThat(ProtobufWriter.encode(codec, ours)).isEqualTo(theirs.build().toByteArray());
    byte[] written = JsonWriter.encode(codec, ours, JsonProfile.REST);
    assertThat(Trees.of(read(codec, new String(written, UTF_8), JsonProfile.REST)))
        .isEqualTo(Trees.of(ours));
  }

  /** Ours writes the NullValues of a list by their name, which JsonFormat reads too. */
  private static JsonElement tree(DynamicMessage message) throws IOException {
    JsonElement tree = JsonParser.parseString(JsonFormat.printer().print(message));
    JsonElement nothings = tree.getAsJsonObject().get("nothings");
    for (int i = 0; nothings != null && i < nothings.getAsJsonArray().size(); i++) {
      nothings.getAsJsonArray().set(i, new JsonPrimitive("NULL_VALUE"));
    }
    return tree;
  }

  private static Object read(MessageCodec<Object> codec, String json, JsonProfile profile) {
    return JsonReader.decode(codec, json.getBytes(UTF_8), profile, DecodeLimits.DEFAULT);
  }
}
