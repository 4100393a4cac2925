package dev.farcall.processor;

import com.palantir.javapoet.ClassName;
import dev.farcall.processor.lock.LockStore;
import dev.farcall.processor.model.EnumModel;
import dev.farcall.processor.model.MessageModel;
import dev.farcall.processor.model.SchemaModel;
import dev.farcall.processor.model.ServiceModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/**
 * Locks as files: in the directory that {@code -Afarcall.schema} names, at their import path; else
 * beside the sources of their package, which javac finds by {@code -sourcepath}, as Maven gives it.
 */
final class LockFiles implements LockStore {

  private final Filer filer;
  private final Optional<Path> directory;
  private final Supplier<Set<String>> compiled;

  /**
   * @param compiled the names of the types that are compiled, without those nested in others
   */
  LockFiles(Filer filer, Optional<Path> directory, Supplier<Set<String>> compiled) {
    this.filer = filer;
    this.directory = directory;
    this.compiled = compiled;
  }

  @Override
  public Optional<Stored> find(SchemaModel schema) throws UnreadableException {
    Optional<Path> file = directory.map(each -> each.resolve(schema.path()));
    if (file.isEmpty()) {
      file = kept(schema);
    }
    return file.isPresent() ? read(file.get()) : Optional.empty();
  }

  /** Where the lock of a schema is among the sources. */
  private Optional<Path> kept(SchemaModel schema) {
    return packages(schema).stream()
        .flatMap(each -> source(each, fileName(schema)).stream())
        .filter(Files::exists)
        .findFirst()
        .or(() -> leftBehind(schema));
  }

  /** Where it is below the sources if its Java package was moved without it. */
  private Optional<Path> leftBehind(SchemaModel schema) {
    String declaration = "package " + schema.protoPackage() + ";";
    return root(schema).map(LockFiles::protos).orElse(List.of()).stream()
        .filter(each -> each.endsWith(fileName(schema)))
        .filter(
            each ->
                readable(each)
                    .filter(stored -> stored.text().lines().anyMatch(declaration::equals))
                    .isPresent())
        .findFirst();
  }

  @Override
  public List<Stored> around(SchemaModel schema) {
    return below(directory.or(() -> root(schema)).stream());
  }

  @Override
  public List<Stored> all() {
    return below(directory.isPresent() ? directory.stream() : roots().stream());
  }

  private static List<Stored> below(Stream<Path> folders) {
    return folders
        .flatMap(each -> protos(each).stream())
        .flatMap(each -> readable(each).stream())
        .toList();
  }

  /** The folders in which packages begin, of all sources; one is looked up for each package. */
  private Set<Path> roots() {
    Set<Path> roots = new TreeSet<>();
    Set<String> known = new HashSet<>();
    for (String each : compiled.get()) {
      int dot = each.lastIndexOf('.');
      String javaPackage = each.substring(0, Math.max(dot, 0));
      if (!known.contains(javaPackage)) {
        root(ClassName.get(javaPackage, each.substring(dot + 1)))
            .ifPresent(
                root -> {
                  roots.add(root);
                  known.add(javaPackage);
                });
      }
    }
    return roots;
  }

  private static List<Path> protos(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(each -> each.toString().endsWith(".proto")).sorted().toList();
    } catch (IOException | UncheckedIOException unreadable) {
      return List.of();
    }
  }

  @Override
  public String write(SchemaModel schema, String text) throws NowhereException {
    Path file = place(schema);
    try {
      replace(file.toAbsolutePath(), text);
      return shown(file);
    } catch (IOException failed) {
      throw new NowhereException(failed.toString());
    }
  }

  /** At once, so that no compiler sees half of it; a link stays one. */
  private static void replace(Path file, String text) throws IOException {
    Path target = Files.exists(file) ? file.toRealPath() : file;
    Path folder = Files.createDirectories(target.getParent());
    Path whole =
        folder.resolve("." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
    try {
      Files.writeString(whole, text);
      Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(whole);
    }
  }

  private Path place(SchemaModel schema) throws NowhereException {
    if (directory.isPresent()) {
      return directory.get().resolve(schema.path());
    }
    return kept(schema)
        .or(() -> sourceOf(schema).map(source -> source.resolveSibling(fileName(schema))))
        .orElseThrow(
            () -> new NowhereException("javac was not told where the sources are (-sourcepath)"));
  }

  /** A source of the schema: where it is, there are others. */
  private Optional<Path> sourceOf(SchemaModel schema) {
    return classes(schema)
        .map(ClassName::topLevelClassName)
        .distinct()
        .flatMap(each -> source(each.packageName(), each.simpleName() + ".java").stream())
        .findFirst();
  }

  /** The folder in which packages begin, of the sources of a schema. */
  private Optional<Path> root(SchemaModel schema) {
    return classes(schema)
        .map(ClassName::topLevelClassName)
        .distinct()
        .flatMap(each -> root(each).stream())
        .findFirst();
  }

  private Optional<Path> root(ClassName topLevel) {
    return source(topLevel.packageName(), topLevel.simpleName() + ".java")
        .map(file -> above(file, topLevel.packageName()));
  }

  private static Path above(Path source, String javaPackage) {
    long depth = javaPackage.isEmpty() ? 0 : javaPackage.chars().filter(c -> c == '.').count() + 1;
    return source.resolveSibling("../".repeat((int) depth)).normalize();
  }

  private static String fileName(SchemaModel schema) {
    return schema.path().substring(schema.path().lastIndexOf('/') + 1);
  }

  /** The Java packages in which something of the schema is declared, by name. */
  private static Set<String> packages(SchemaModel schema) {
    Set<String> packages = new TreeSet<>();
    packages.add(schema.schemaClass().packageName());
    classes(schema).forEach(each -> packages.add(each.packageName()));
    return packages;
  }

  private static Stream<ClassName> classes(SchemaModel schema) {
    List<ClassName> classes = new ArrayList<>();
    schema.services().stream().map(ServiceModel::javaType).forEach(classes::add);
    for (MessageModel each : schema.messages()) {
      if (each.publicCodec() && each.javaType() instanceof ClassName name) {
        classes.add(name);
      }
    }
    schema.enums().stream().map(EnumModel::javaType).forEach(classes::add);
    return classes.stream();
  }

  private Optional<Path> source(String javaPackage, String name) {
    try {
      FileObject file = filer.getResource(StandardLocation.SOURCE_PATH, javaPackage, name);
      URI uri = file.toUri();
      return "file".equals(uri.getScheme()) ? Optional.of(Path.of(uri)) : Optional.empty();
    } catch (IOException | RuntimeException absent) { // there are filers that throw anything
      return Optional.empty();
    }
  }

  private static Optional<Stored> read(Path file) throws UnreadableException {
    try {
      return Optional.of(
          new Stored(shown(file), new String(Files.readAllBytes(file), StandardCharsets.UTF_8)));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException unreadable) {
      throw new UnreadableException(shown(file) + ": cannot be read (" + unreadable + ")");
    }
  }

  private static Optional<Stored> readable(Path file) {
    try {
      return read(file);
    } catch (UnreadableException isNone) {
      return Optional.empty();
    }
  }

  /** Relative to where the build runs, if it is below. */
  private static String shown(Path file) {
    Path here = Path.of("").toAbsolutePath();
    Path absolute = file.toAbsolutePath().normalize();
    Path shown = absolute.startsWith(here) ? here.relativize(absolute) : absolute;
    return shown.toString().replace('\\', '/');
  }
}
