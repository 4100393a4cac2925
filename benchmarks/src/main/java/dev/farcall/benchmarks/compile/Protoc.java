package dev.farcall.benchmarks.compile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Google's compiler of schemas with gRPC's generator for Java, both from Maven's repository. */
final class Protoc {

  private static final List<String> IMPORTS =
      List.of("google/protobuf/timestamp.proto", "google/protobuf/empty.proto");

  private final Path protoc;
  private final Path plugin;
  private final Path imports;

  /**
   * Makes them ready.
   *
   * @param directory has {@code protoc} and {@code protoc-gen-grpc-java}
   */
  Protoc(Path directory) throws IOException {
    this.protoc = executable(directory.resolve("protoc"));
    this.plugin = executable(directory.resolve("protoc-gen-grpc-java"));
    this.imports = directory.resolve("imports");
    for (String path : IMPORTS) {
      Path file = imports.resolve(path);
      Files.createDirectories(file.getParent());
      try (InputStream in = Protoc.class.getClassLoader().getResourceAsStream(path)) {
        if (in == null) {
          throw new IOException(path + " is not on the class path (expected: in protobuf-java)");
        }
        Files.write(file, in.readAllBytes());
      }
    }
  }

  /** Writes messages and services of all schemas as Java. */
  void generate(Path schemas, Path into) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(protoc.toString());
    command.add("--proto_path=" + schemas);
    command.add("--proto_path=" + imports);
    command.add("--plugin=protoc-gen-grpc-java=" + plugin);
    command.add("--java_out=" + into);
    command.add("--grpc-java_out=@generated=omit:" + into);
    Tree.files(schemas, ".proto").forEach(file -> command.add(file.toString()));
    int code = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (code != 0) {
      throw new IOException("protoc failed with " + code + ": " + String.join(" ", command));
    }
  }

  private static Path executable(Path file) throws IOException {
    if (!Files.exists(file) || !(Files.isExecutable(file) || file.toFile().setExecutable(true))) {
      throw new IOException(
          file
              + " is not there or does not run (expected: the profile compile-benchmark puts it there)");
    }
    return file.toAbsolutePath();
  }
}
