package dev.farcall.processor.differential;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import dev.farcall.processor.FarcallProcessor;
import dev.farcall.wire.FileSchema;
import dev.farcall.wire.MessageCodec;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The sample types of {@code resources/differential}, compiled with all warnings as errors. */
final class Samples {

  private static final String PACKAGE = "acme";

  private final ClassLoader classes;
  private final FileDescriptor descriptors;

  private Samples(ClassLoader classes) throws ReflectiveOperationException {
    this.classes = classes;
    this.descriptors =
        descriptor((FileSchema) type("DifferentialSchema").getField("FILE").get(null));
  }

  /** Compiles them into a directory. */
  static Samples compiled(Path directory) throws IOException, ReflectiveOperationException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null);
        Stream<Path> sources = Files.list(sources())) {
      JavaCompiler.CompilationTask task =
          javac.getTask(
              said,
              files,
              null,
              List.of(
                  "-parameters",
                  "-Xlint:all,-processing,-classfile,-path",
                  "-Werror",
                  "-classpath",
                  System.getProperty("java.class.path"),
                  "-d",
                  directory.toString()),
              null,
              files.getJavaFileObjectsFromPaths(sources.sorted().toList()));
      task.setProcessors(List.of(new FarcallProcessor()));
      assertThat(task.call()).as("javac says: %s", said).isTrue();
    }
    return new Samples(
        new URLClassLoader(new URL[] {directory.toUri().toURL()}, Samples.class.getClassLoader()));
  }

  private static Path sources() {
    try {
      return Path.of(
          Objects.requireNonNull(Samples.class.getResource("/differential/" + PACKAGE)).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A sample type or what was generated for it. */
  Class<?> type(String name) throws ClassNotFoundException {
    return classes.loadClass(PACKAGE + "." + name);
  }

  @SuppressWarnings("unchecked") // the codec of a type has that type
  MessageCodec<Object> codec(String name) throws ReflectiveOperationException {
    return (MessageCodec<Object>) type(name + "Codec").getField("INSTANCE").get(null);
  }

  Descriptor descriptor(String name) {
    return Objects.requireNonNull(descriptors.findMessageTypeByName(name), name);
  }

  private static FileDescriptor descriptor(FileSchema schema) {
    FileDescriptor[] imports =
        schema.dependencies().stream().map(Samples::descriptor).toArray(FileDescriptor[]::new);
    try {
      return FileDescriptor.buildFrom(FileDescriptorProto.parseFrom(schema.bytes()), imports);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (com.google.protobuf.Descriptors.DescriptorValidationException e) {
      throw new AssertionError("the emitted schema " + schema + " is not valid", e);
    }
  }
}
