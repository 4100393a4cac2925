package dev.farcall.benchmarks.codec;

import dev.farcall.benchmarks.jmh.Comparison;
import dev.farcall.benchmarks.jmh.Comparison.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Runs {@link JsonBenchmark} for about three minutes and writes the ratios to standard output as
 * Markdown and to {@code target/json-benchmark.md}.
 */
public final class JsonComparison {

  private static final Path REPORT = Path.of("target", "json-benchmark.md");

  private JsonComparison() {}

  /** Takes the number of forks; 3 if it is not given. */
  public static void main(String[] args) throws RunnerException, IOException {
    Comparison measured =
        Comparison.of(JsonBenchmark.class, args.length == 0 ? 3 : Integer.parseInt(args[0]));
    List<String> lines = new ArrayList<>();
    lines.add(
        "| JDK "
            + Runtime.version().feature()
            + " | Jackson | generated codec | times as fast | allocated |");
    lines.add("|---|---|---|---|---|");
    for (String direction : List.of("encode", "decode")) {
      lines.add(
          row(direction, measured.of(direction + "Jackson"), measured.of(direction + "Generated")));
    }
    System.out.println();
    lines.forEach(System.out::println);
    Files.createDirectories(REPORT.toAbsolutePath().getParent());
    Files.write(REPORT, lines);
  }

  private static String row(String direction, Figures jackson, Figures generated) {
    return String.format(
        Locale.ROOT,
        "| %s | %.0f ns | %.0f ns | %.2f | %.0f B instead of %.0f B |",
        direction,
        jackson.nanos(),
        generated.nanos(),
        jackson.nanos() / generated.nanos(),
        generated.bytes(),
        jackson.bytes());
  }
}
