package dev.farcall.processor.conformance;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A mebibyte of anything is decoded or refused in little memory and time. */
class HostileInputsTest {

  private static final Set<String> OUTCOMES =
      Set.of("read", "MALFORMED", "INVALID", "MISSING", "LIMIT");

  /** What must not be read, whatever it costs. */
  private static final Map<String, String> REFUSED =
      Map.ofEntries(
          entry("packed zeros beyond the element limit", "LIMIT"),
          entry("101 levels", "LIMIT"),
          entry("as many levels as fit", "LIMIT"),
          entry("groups in groups", "LIMIT"),
          entry("a tag without an end", "MALFORMED"),
          entry("one varint without an end", "MALFORMED"),
          entry("text that ends badly", "MALFORMED"),
          entry("a decimal of a million digits", "INVALID"),
          entry("a decimal with a large exponent", "INVALID"),
          entry("an integer of a million digits", "INVALID"),
          entry("JSON: nulls in a list", "INVALID"),
          entry("JSON: one member again and again", "INVALID"),
          entry("JSON: one member, absent again and again", "INVALID"),
          entry("JSON: 101 levels of messages", "LIMIT"),
          entry("JSON: as many messages as fit", "LIMIT"),
          entry("JSON: as many arrays as fit", "INVALID"),
          entry("JSON: unknown arrays as many as fit", "LIMIT"),
          entry("JSON: unknown objects as many as fit", "LIMIT"),
          entry("JSON: spaces", "MALFORMED"),
          entry("JSON: commas", "MALFORMED"),
          entry("JSON: a map of one key", "INVALID"),
          entry("JSON: a map of one key in many spellings", "INVALID"),
          entry("JSON: an integer of a million digits", "LIMIT"),
          entry("JSON: the same as text", "LIMIT"),
          entry("JSON: a decimal of a million digits", "LIMIT"),
          entry("JSON: a decimal with a large exponent", "INVALID"),
          entry("JSON: an int of a million digits", "LIMIT"),
          entry("JSON: an int of a million zeros", "LIMIT"),
          entry("JSON: an int with an exponent of a million digits", "LIMIT"),
          entry("JSON: ints with large exponents", "INVALID"),
          entry("JSON: a key of a million digits", "LIMIT"),
          entry("JSON: text of lone surrogates", "MALFORMED"),
          entry("JSON: text without an end", "MALFORMED"),
          entry("JSON: text of backslashes without an end", "MALFORMED"),
          entry("JSON: base64 that ends badly", "INVALID"));

  private static final long MILLIS_AT_MOST = 5_000;

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> isDecodedOrRefusedInSixtyFourMegabytes() throws Exception {
    List<String> lines = run();
    assertThat(lines).hasSize(HostileInputs.names().size() + JsonHostileInputs.names().size());
    return lines.stream()
        .map(line -> line.split("\t"))
        .map(parts -> dynamicTest(parts[0], () -> check(parts)));
  }

  private static void check(String[] parts) {
    assertThat(parts[1]).isIn(OUTCOMES).isEqualTo(REFUSED.getOrDefault(parts[0], parts[1]));
    assertThat(Long.parseLong(parts[2])).isLessThan(MILLIS_AT_MOST);
  }

  private List<String> run() throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-Xss512k",
                "-cp",
                System.getProperty("java.class.path"),
                HostileInputsProbe.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    try {
      assertTrue(process.waitFor(120, TimeUnit.SECONDS), "the process does not end");
    } finally {
      process.destroyForcibly();
    }
    return Files.readAllLines(out, StandardCharsets.UTF_8);
  }
}
