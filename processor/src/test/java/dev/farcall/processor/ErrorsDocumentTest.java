package dev.farcall.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ErrorsDocumentTest {

  private static final Path TEXTS = Path.of("src/main/java/dev/farcall/processor/model/Texts.java");

  /** Contradictions of policies are found by the library, at compile time and at the start. */
  private static final Path LINT =
      Path.of("../runtime/core/src/main/java/dev/farcall/policy/PolicyLint.java");

  @Test
  void every_id_is_explained_and_every_explained_id_exists() throws IOException {
    assertThat(ids(Path.of("ERRORS.md"), "(?m)^\\| (FAR\\d{3}) ")).isEqualTo(known());
  }

  @Test
  void every_id_has_a_case() throws IOException {
    Set<String> elsewhere = Set.of("FAR133", "FAR199", "FAR307");
    try (Stream<Path> folders = Files.list(Path.of("src/test/resources/cases"))) {
      Set<String> cases =
          folders
              .map(folder -> folder.getFileName().toString())
              .filter(name -> name.startsWith("FAR"))
              .map(name -> name.substring(0, 6))
              .collect(Collectors.toCollection(TreeSet::new));
      cases.addAll(elsewhere);
      assertThat(cases).isEqualTo(known());
    }
  }

  private static Set<String> known() throws IOException {
    Set<String> known = ids(TEXTS, "\"(FAR\\d{3})\"");
    known.addAll(ids(LINT, "\"(FAR\\d{3})\""));
    return known;
  }

  private static Set<String> ids(Path file, String pattern) throws IOException {
    return Pattern.compile(pattern)
        .matcher(Files.readString(file))
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
