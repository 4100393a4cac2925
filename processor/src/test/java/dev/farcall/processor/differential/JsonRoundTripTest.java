package dev.farcall.processor.differential;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.wire.DecodeException;
import dev.farcall.wire.DecodeLimits;
import dev.farcall.wire.EncodeException;
import dev.farcall.wire.JsonProfile;
import dev.farcall.wire.JsonReader;
import dev.farcall.wire.JsonWriter;
import dev.farcall.wire.MessageCodec;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated codecs read the JSON that they write, in every profile, and survive any other. */
class JsonRoundTripTest {

  private static final int VALUES = 100;
  private static final long MIB = 1 << 20;

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

  static Stream<Arguments> typesAndProfiles() {
    return types().stream()
        .flatMap(
            type ->
                Stream.of(JsonProfile.PROTO, JsonProfile.REST, JsonProfile.REST.longsAsText())
                    .map(profile -> Arguments.of(type, profile)));
  }

  @ParameterizedTest
  @MethodSource("typesAndProfiles")
  void a_codec_reads_what_it_wrote(String name, JsonProfile profile) throws Exception {
    MessageCodec<Object> codec = samples.codec(name);
    RandomValues values = new RandomValues(new Random(4));
    for (int i = 0; i < VALUES; i++) {
      Object value = values.of(samples.type(name));
      byte[] json = JsonWriter.encode(codec, value, profile);
      if (name.equals("Foreign")) { // JsonFormat spells the paths of a FieldMask anew
        value = JsonReader.decode(codec, json, profile, DecodeLimits.DEFAULT);
        json = JsonWriter.encode(codec, value, profile);
      }
      for (JsonProfile reader : List.of(JsonProfile.PROTO, JsonProfile.REST)) {
        Object read = JsonReader.decode(codec, json, reader, DecodeLimits.DEFAULT);
        assertThat(Trees.of(read)).as(new String(json, UTF_8)).isEqualTo(Trees.of(value));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void damaged_text_is_read_or_refused(String name) throws Exception {
    MessageCodec<Object> codec = samples.codec(name);
    Random random = new Random(5);
    RandomValues values = new RandomValues(random);
    for (int i = 0; i < VALUES; i++) {
      byte[] json = JsonWriter.encode(codec, values.of(samples.type(name)), JsonProfile.PROTO);
      byte[] damaged = damaged(json, random);
      long before = allocated();
      try {
        Object read = JsonReader.decode(codec, damaged, JsonProfile.PROTO, DecodeLimits.DEFAULT);
        byte[] again = JsonWriter.encode(codec, read, JsonProfile.PROTO);
        assertThat(
                Trees.of(JsonReader.decode(codec, again, JsonProfile.REST, DecodeLimits.DEFAULT)))
            .isEqualTo(Trees.of(read));
      } catch (DecodeException e) {
        assertThat(e.kind()).isNotEqualTo(DecodeException.Kind.INTERNAL);
        assertThat(e.pointer()).matches("(/.*)?");
      } catch (EncodeException e) {
        assertThat(e).hasMessageContaining("UNRECOGNIZED"); // a protoc enum forgets the number
      }
      assertThat(allocated() - before).isLessThan(8 * MIB);
    }
  }

  /** Some bytes others, or the end cut off. */
  private static byte[] damaged(byte[] json, Random random) {
    byte[] damaged = json.clone();
    if (random.nextInt(4) == 0) {
      return Arrays.copyOf(damaged, random.nextInt(damaged.length));
    }
    byte[] likely = "\"\\{}[],:0-1e.ntu \u0000".getBytes(UTF_8);
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      damaged[random.nextInt(damaged.length)] =
          random.nextBoolean() ? likely[random.nextInt(likely.length)] : (byte) random.nextInt();
    }
    return damaged;
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
