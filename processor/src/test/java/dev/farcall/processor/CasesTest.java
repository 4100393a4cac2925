package dev.farcall.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the folders of {@code cases}. In {@code in/} are sources; a line {@code // error: [FAR101]
 * text} stands above the line that is to be complained about, and nothing else may be. {@code
 * library/} is compiled before, without processor and parameter names; {@code owner/} before, with
 * both. {@code expected/} holds what is generated, {@code documents/} the OpenAPI documents of it
 * alone; {@code -Dcases.update=true} writes them anew. A class {@code acme.RoundTrip} is run.
 *
 * <p>{@code before/} is compiled before, and its schema locked; {@code lock/} holds locks as they
 * are, {@code after/} what becomes of them.
 */
class CasesTest {

  private static final Path CASES = Path.of("src/test/resources/cases");
  private static final Pattern EXPECTATION =
      Pattern.compile("\\s*// (error|warning|note): (\\[FAR\\d+].*)");

  static Stream<String> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void sources_are_answered_as_they_say(String name, @TempDir Path output) throws IOException {
    Path folder = CASES.resolve(name);
    assumeTrue(Runtime.version().feature() < 22 || !name.contains("before-22"));
    CaseCompiler compiler = new CaseCompiler(output);
    if (Files.isDirectory(folder.resolve("library"))) {
      assertThat(compiler.library(folder.resolve("library"), List.of("-proc:none")).diagnostics())
          .isEmpty();
    }
    if (Files.isDirectory(folder.resolve("owner"))) {
      List<String> options =
          List.of("-parameters", "-Xlint:all,-processing", "-Afarcall.schema.mode=off");
      assertThat(
              compiler
                  .library(folder.resolve("owner"), options, new FarcallProcessor())
                  .diagnostics())
          .isEmpty();
    }

    Path locks = output.resolve("locks");
    boolean locked = lock(folder, locks, compiler);

    CaseCompiler.Outcome outcome =
        compiler.compile(
            folder.resolve("in"),
            options(folder, locked ? "-Afarcall.schema=" + locks : "-Afarcall.schema.mode=off"),
            new FarcallProcessor());

    assertThat(said(outcome, folder.resolve("in"), locks))
        .containsExactlyInAnyOrderElementsOf(expected(folder.resolve("in")));
    compare(generated(outcome), folder.resolve("expected"));
    compare(documents(outcome), folder.resolve("documents"));
    compare(files(locks), folder.resolve("after"));
    if (Files.exists(outcome.classes().resolve("acme/RoundTrip.class"))) {
      run(compiler.loader(outcome), "acme.RoundTrip");
    }
  }

  /** Makes the locks that a case starts from. */
  private static boolean lock(Path folder, Path locks, CaseCompiler compiler) throws IOException {
    Path before = folder.resolve("before");
    if (Files.isDirectory(before)) {
      List<String> options =
          List.of(
              "-parameters",
              "-Xlint:all,-processing",
              "-Afarcall.schema=" + locks,
              "-Afarcall.schema.mode=update");
      assertThat(compiler.compile(before, options, new FarcallProcessor()).diagnostics())
          .allMatch(each -> each.getMessage(Locale.ROOT).startsWith("[FAR308]"));
    }
    for (Map.Entry<String, Path> each : files(folder.resolve("lock")).entrySet()) {
      copy(each.getValue(), locks.resolve(each.getKey()));
    }
    return Files.isDirectory(before) || Files.isDirectory(folder.resolve("lock"));
  }

  private static Map<String, Path> files(Path folder) {
    Map<String, Path> files = new TreeMap<>();
    for (Path each : CaseCompiler.files(folder, ".proto")) {
      files.put(folder.relativize(each).toString(), each);
    }
    return files;
  }

  private static void run(URLClassLoader classes, String name) {
    try (classes) {
      ((Runnable) classes.loadClass(name).getConstructor().newInstance()).run();
    } catch (IOException | ReflectiveOperationException failed) {
      throw new AssertionError(failed);
    }
  }

  private static List<String> options(Path folder, String ofLock) throws IOException {
    List<String> options =
        new ArrayList<>(
            List.of("-parameters", "-Xlint:all,-processing", "-Xmaxwarns", "1000", ofLock));
    Path file = folder.resolve("options");
    if (Files.exists(file)) {
      options.addAll(Files.readAllLines(file));
    }
    return options;
  }

  /** What was said, a text of several lines in one. */
  private static List<String> said(CaseCompiler.Outcome outcome, Path in, Path locks) {
    List<String> said = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> each : outcome.diagnostics()) {
      String kind =
          switch (each.getKind()) {
            case ERROR -> "error";
            case WARNING, MANDATORY_WARNING -> "warning";
            default -> "note";
          };
      String message =
          each.getMessage(Locale.ROOT).replace(locks + "/", "").replaceAll("\\R *", " | ");
      String place =
          each.getSource() == null
              ? "nowhere"
              : in.toAbsolutePath().relativize(Path.of(each.getSource().toUri()))
                  + ":"
                  + each.getLineNumber();
      said.add(place + ": " + kind + ": " + message);
    }
    return said;
  }

  private static List<String> expected(Path in) throws IOException {
    List<String> expected = new ArrayList<>();
    for (Path file : CaseCompiler.files(in, ".java")) {
      List<String> lines = Files.readAllLines(file);
      List<String> waiting = new ArrayList<>();
      for (int i = 0; i < lines.size(); i++) {
        Matcher matcher = EXPECTATION.matcher(lines.get(i));
        if (matcher.matches()) {
          waiting.add(matcher.group(1) + ": " + matcher.group(2));
          continue;
        }
        for (String each : waiting) {
          expected.add(in.relativize(file) + ":" + (i + 1) + ": " + each);
        }
        waiting.clear();
      }
    }
    return expected;
  }

  private static Map<String, Path> generated(CaseCompiler.Outcome outcome) {
    Map<String, Path> generated = new TreeMap<>();
    for (Path each : CaseCompiler.files(outcome.sources(), ".java")) {
      generated.put(outcome.sources().relativize(each).toString(), each);
    }
    for (Path each : CaseCompiler.files(outcome.classes(), ".proto")) {
      generated.put(outcome.classes().relativize(each).toString(), each);
    }
    generated.putAll(documents(outcome));
    return generated;
  }

  private static Map<String, Path> documents(CaseCompiler.Outcome outcome) {
    Map<String, Path> documents = new TreeMap<>();
    for (Path each : CaseCompiler.files(outcome.classes(), ".openapi.json")) {
      documents.put(outcome.classes().relativize(each).toString(), each);
    }
    return documents;
  }

  private static void compare(Map<String, Path> generated, Path expected) throws IOException {
    if (!Files.isDirectory(expected)) {
      return;
    }
    if (Boolean.getBoolean("cases.update")) {
      for (Path old : CaseCompiler.files(expected, "")) {
        if (Files.isRegularFile(old)) {
          Files.delete(old);
        }
      }
      for (Map.Entry<String, Path> each : generated.entrySet()) {
        copy(each.getValue(), expected.resolve(each.getKey()));
      }
    }
    for (Map.Entry<String, Path> each : generated.entrySet()) {
      assertThat(expected.resolve(each.getKey())).hasSameTextualContentAs(each.getValue());
    }
    assertThat(
            CaseCompiler.files(expected, "").stream()
                .filter(Files::isRegularFile)
                .map(file -> expected.relativize(file).toString()))
        .containsExactlyInAnyOrderElementsOf(generated.keySet());
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(from, to);
  }
}
