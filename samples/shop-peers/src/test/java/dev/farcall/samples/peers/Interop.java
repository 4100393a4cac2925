package dev.farcall.samples.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs of other languages, installed in {@code interop} at the root of this repository. */
final class Interop {

  /** The files that the samples' compilations wrote, by their import paths. */
  static final List<String> PROTO_FILES =
      List.of(
          "prices/v1/prices.proto",
          "shop/common/v1/common.proto",
          "shop/orders/v1/orders.proto",
          "shop/payments/v1/payments.proto",
          "shop/users/v1/users.proto");

  /** What they import of Google's, which buf has no copy of. */
  private static final List<String> IMPORTED =
      List.of("google/api/annotations.proto", "google/api/http.proto");

  private static final int SECONDS = 60;

  private Interop() {}

  /** How a program ended. */
  record Result(int exitCode, String output) {}

  /** The folder, with its packages installed. */
  static Path home() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve("interop/package.json"))) {
      folder = folder.getParent();
    }
    assertThat(folder).as("a folder above this one that holds interop/package.json").isNotNull();
    Path interop = folder.resolve("interop");
    assertThat(interop.resolve("node_modules/.bin/buf"))
        .as("the foreign peers; install them: npm ci --prefix interop")
        .exists();
    return interop;
  }

  /** buf, run in a folder. */
  static Result buf(Path folder, String... arguments) throws Exception {
    return run(folder, home().resolve("node_modules/.bin/buf").toString(), arguments);
  }

  /** {@code curl}, which prints the answer with its headers. */
  static Result curl(Path folder, String... arguments) throws Exception {
    String[] all = new String[arguments.length + 1];
    all[0] = "-sSi";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return run(folder, "curl", all);
  }

  /** A script of the interop folder, run by Node. */
  static Result node(Path folder, String script, String... arguments) throws Exception {
    String[] all = new String[arguments.length + 1];
    all[0] = home().resolve(script).toString();
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return run(folder, "node", all);
  }

  private static Result run(Path folder, String program, String... arguments) throws Exception {
    Path output = Files.createTempFile("interop", ".out");
    try {
      ProcessBuilder builder = new ProcessBuilder(program).directory(folder.toFile());
      builder.command().addAll(List.of(arguments));
      builder.environment().put("BUF_CACHE_DIR", folder.resolve(".buf-cache").toString());
      Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
      process.getOutputStream().close();
      boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
      process.destroyForcibly();
      assertThat(ended).as(builder.command() + " within " + SECONDS + " s").isTrue();
      return new Result(process.exitValue(), Files.readString(output));
    } finally {
      Files.delete(output);
    }
  }

  /** Lays the .proto files down as a buf module. */
  static void writeProtoFiles(Path folder) throws IOException {
    Files.writeString(
        folder.resolve("buf.yaml"),
        "version: v2\nlint:\n  use:\n    - STANDARD\n  ignore:\n    - google\n");
    PROTO_FILES.forEach(path -> copy(path, folder));
    IMPORTED.forEach(path -> copy(path, folder));
  }

  private static void copy(String path, Path folder) {
    try (InputStream in = Interop.class.getClassLoader().getResourceAsStream(path)) {
      assertThat(in).as(path).isNotNull();
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
