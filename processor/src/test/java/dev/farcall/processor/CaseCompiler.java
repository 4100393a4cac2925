package dev.farcall.processor;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles folders of sources with javac, the processor on or off. */
final class CaseCompiler {

  private final Path output;
  private final List<Path> libraries = new ArrayList<>();

  CaseCompiler(Path output) {
    this.output = output;
  }

  /** A finished compilation: where its classes and its generated sources are, and what was said. */
  record Outcome(
      Path classes, Path sources, List<Diagnostic<? extends JavaFileObject>> diagnostics) {

    boolean succeeded() {
      return diagnostics.stream().noneMatch(each -> each.getKind() == Diagnostic.Kind.ERROR);
    }
  }

  /** Compiles a folder and puts its classes on the class path of what follows. */
  Outcome library(Path folder, List<String> options, Processor... processors) {
    Outcome outcome = compile(folder, options, processors);
    libraries.add(outcome.classes());
    return outcome;
  }

  /** Compiles all sources under a folder. */
  Outcome compile(Path folder, List<String> options, Processor... processors) {
    return compile(folder.getFileName().toString(), files(folder, ".java"), options, processors);
  }

  /** Compiles sources in the given order. */
  Outcome compile(String name, List<Path> sources, List<String> options, Processor... processors) {
    return run(folder(name, "classes"), name, sources, List.of(), options, processors);
  }

  /**
   * Processes types from their class files, which lie in the output, as an incremental build does.
   */
  Outcome process(Path classes, List<String> types, List<String> options, Processor... processors) {
    return run(classes, "processed", List.of(), types, options, processors);
  }

  /** Loads what was compiled. */
  URLClassLoader loader(Outcome outcome) throws IOException {
    List<URL> classes = new ArrayList<>();
    classes.add(outcome.classes().toUri().toURL());
    for (Path library : libraries) {
      classes.add(library.toUri().toURL());
    }
    return new URLClassLoader(classes.toArray(URL[]::new), CaseCompiler.class.getClassLoader());
  }

  static List<Path> files(Path folder, String suffix) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(path -> path.toString().endsWith(suffix)).sorted().toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Path folder(String name, String kind) {
    try {
      return Files.createDirectories(output.resolve(name).resolve(kind));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Outcome run(
      Path classes,
      String name,
      List<Path> sources,
      List<String> types,
      List<String> options,
      Processor... processors) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
      Path generated = folder(name, "sources");
      List<Path> classPath = new ArrayList<>(libraries);
      for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
        classPath.add(Path.of(entry));
      }
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(generated));
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              null, files, diagnostics, options, types, files.getJavaFileObjectsFromPaths(sources));
      task.setProcessors(List.of(processors));
      task.call();
      return new Outcome(classes, generated, List.copyOf(diagnostics.getDiagnostics()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
