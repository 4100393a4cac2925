package dev.farcall.processor.differential;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.FileDescriptor;
import dev.farcall.wire.JsonProfile;
import dev.farcall.wire.JsonWriter;
import dev.farcall.wire.MessageCodec;
import dev.farcall.wire.ProtobufWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** {@code @bufbuild/protobuf} writes and reads the same JSON of the same messages. */
@Tag("interop")
class JsonInteropTest {

  private static final int VALUES = 40;
  private static final int SECONDS = 120;

  private static final List<String> TYPES =
      List.of(
          "Numbers", "Texts", "Times", "Maybe", "Mixed", "Lists", "Maps", "Large", "Point",
          "Shape");

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void node_writes_and_reads_the_same_json() throws Exception {
    Samples samples = Samples.compiled(folder);
    Path descriptors = Files.write(folder.resolve("descriptors.binpb"), descriptors(samples));
    Path messages = Files.write(folder.resolve("messages.jsonl"), messages(samples), UTF_8);
    assertThat(node(descriptors, messages)).isEqualTo("compared " + VALUES * TYPES.size() + "\n");
  }

  private static List<String> messages(Samples samples) throws ReflectiveOperationException {
    List<String> messages = new ArrayList<>();
    RandomValues values = new RandomValues(new Random(7));
    for (String name : TYPES) {
      MessageCodec<Object> codec = samples.codec(name);
      for (int i = 0; i < VALUES; i++) {
        Object value = values.of(samples.type(name));
        JsonObject message = new JsonObject();
        message.addProperty("type", codec.fullName());
        message.addProperty(
            "binary", Base64.getEncoder().encodeToString(ProtobufWriter.encode(codec, value)));
        message.addProperty(
            "json", new String(JsonWriter.encode(codec, value, JsonProfile.PROTO), UTF_8));
        messages.add(message.toString());
      }
    }
    return messages;
  }

  private static byte[] descriptors(Samples samples) {
    Set<FileDescriptor> files = new LinkedHashSet<>();
    add(samples.descriptor("Numbers").getFile(), files);
    FileDescriptorSet.Builder set = FileDescriptorSet.newBuilder();
    files.forEach(file -> set.addFile(file.toProto()));
    return set.build().toByteArray();
  }

  /** Those it imports before itself. */
  private static void add(FileDescriptor file, Set<FileDescriptor> files) {
    file.getDependencies().forEach(each -> add(each, files));
    files.add(file);
  }

  private String node(Path descriptors, Path messages) throws IOException, InterruptedException {
    Path script = interop().resolve("json.js");
    assertThat(script.resolveSibling("node_modules/@bufbuild/protobuf"))
        .as("the foreign peers; install them: npm ci --prefix interop")
        .exists();
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder("node", script.toString(), descriptors.toString(), messages.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as("node ends").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return Files.readString(output);
  }

  /** At the root of this repository. */
  private static Path interop() {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.exists(root.resolve("interop/package.json"))) {
      root = root.getParent();
      assertThat(root).as("a folder above this one that holds interop/package.json").isNotNull();
    }
    return root.resolve("interop");
  }
}
