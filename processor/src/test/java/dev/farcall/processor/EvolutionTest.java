package dev.farcall.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the folders of {@code evolution}: each changes Java from {@code before/} to {@code after/},
 * and its {@code verdict} says what each mode makes of that, and which categories of {@code buf
 * breaking} report it. {@code after.part} stands for what no mode lets us write.
 */
class EvolutionTest {

  private static final Path ROWS = Path.of("src/test/resources/evolution");
  private static final Pattern ID = Pattern.compile("\\[(FAR\\d+)]");
  private static final int SECONDS = 120;

  @TempDir private Path temporary;

  static Stream<String> rows() throws IOException {
    try (Stream<Path> folders = Files.list(ROWS)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void eachModeAnswersAChangeAsTheContractSays(String row) throws IOException {
    for (String mode : List.of("check", "update", "update-breaking")) {
      Path locks = temporary.resolve(mode);
      compile(row, "before", locks, "update");
      String lock = text(locks);

      List<Diagnostic<? extends JavaFileObject>> said = compile(row, "after", locks, mode);

      assertThat(answer(said)).as("%s in mode %s", row, mode).isEqualTo(verdict(row, mode));
      if (!verdict(row, mode).equals("recorded")) {
        assertThat(text(locks)).isEqualTo(lock);
      }
      if (mode.equals("update-breaking") && verdict(row, mode).equals("recorded")) {
        assertThat(answer(compile(row, "after", locks, "check"))).isEqualTo("nothing");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  @Tag("interop")
  void bufReportsAChangeInTheCategoriesThatItIsSaidTo(String row) throws Exception {
    Path before = temporary.resolve("locks");
    compile(row, "before", before, "update");
    Path after = temporary.resolve("changed");
    plain(before);
    if (Files.exists(ROWS.resolve(row).resolve("after.part"))) {
      String head = text(before).replaceAll("(?s)\nmessage .*", "\n");
      Files.createDirectories(after.resolve("acme"));
      Files.writeString(
          after.resolve("acme/acme.proto"),
          head + Files.readString(ROWS.resolve(row).resolve("after.part")));
    } else {
      compile(row, "before", after, "update");
      compile(row, "after", after, "off");
      Files.copy(
          temporary.resolve("out/after/classes/acme/acme.proto"),
          after.resolve("acme/acme.proto"),
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      plain(after);
    }
    List<String> reported = new ArrayList<>();
    for (String category : List.of("FILE", "PACKAGE", "WIRE_JSON", "WIRE")) {
      reported.add(category + (reports(before, after, category) ? " x" : " o"));
    }
    assertThat(String.join(", ", reported)).isEqualTo(verdict(row, "buf"));
  }

  private List<Diagnostic<? extends JavaFileObject>> compile(
      String row, String side, Path locks, String mode) {
    CaseCompiler compiler = new CaseCompiler(temporary.resolve("out"));
    return compiler
        .compile(
            ROWS.resolve(row).resolve(side),
            List.of(
                "-parameters",
                "-proc:only",
                "-Afarcall.schema=" + locks,
                "-Afarcall.schema.mode=" + mode),
            new FarcallProcessor())
        .diagnostics()
        .stream()
        .filter(each -> !each.getMessage(Locale.ROOT).startsWith("[FAR120]"))
        .toList();
  }

  private static String answer(List<Diagnostic<? extends JavaFileObject>> said) {
    TreeSet<String> ids = new TreeSet<>();
    for (Diagnostic<? extends JavaFileObject> each : said) {
      Matcher id = ID.matcher(each.getMessage(Locale.ROOT));
      ids.add(id.lookingAt() ? id.group(1) : each.toString());
    }
    // With a break there may be what follows from it, and is compatible in itself.
    if (ids.size() > 1) {
      ids.remove("FAR310");
    }
    if (ids.isEmpty()) {
      return "nothing";
    }
    return ids.equals(new TreeSet<>(List.of("FAR308"))) ? "recorded" : String.join(" ", ids);
  }

  private static String verdict(String row, String of) throws IOException {
    return Files.readAllLines(ROWS.resolve(row).resolve("verdict")).stream()
        .filter(line -> line.startsWith(of + ": "))
        .map(line -> line.substring(of.length() + 2))
        .findFirst()
        .orElseThrow();
  }

  private static String text(Path locks) throws IOException {
    return Files.readString(locks.resolve("acme/acme.proto"));
  }

  /** Without what buf cannot import here, and does not compare. */
  private static void plain(Path folder) throws IOException {
    Files.writeString(
        folder.resolve("acme/acme.proto"),
        text(folder)
            .replace("import \"google/api/annotations.proto\";\n", "")
            .replaceAll("(?s)    option \\(google.api.http\\) = \\{.*?\\};\n", ""));
  }

  private boolean reports(Path before, Path after, String category) throws Exception {
    Path buf = root().resolve("interop/node_modules/.bin/buf");
    assertThat(buf).as("the foreign peers; install them: npm ci --prefix interop").exists();
    Path output = temporary.resolve("output");
    Process process =
        new ProcessBuilder(
                buf.toString(),
                "breaking",
                after.toString(),
                "--against",
                before.toString(),
                "--config",
                "{\"version\":\"v2\",\"breaking\":{\"use\":[\"" + category + "\"]}}")
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as("buf ends").isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).as(Files.readString(output)).isIn(0, 100);
    return process.exitValue() == 100;
  }

  /** That of this repository. */
  private static Path root() {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.exists(root.resolve("interop/package.json"))) {
      root = root.getParent();
      assertThat(root).as("a folder above this one that holds interop/package.json").isNotNull();
    }
    return root;
  }
}
