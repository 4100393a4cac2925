package dev.farcall.benchmarks.codec;

import dev.farcall.benchmarks.jmh.Comparison;
import dev.farcall.benchmarks.jmh.Comparison.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Runs {@link CodecBenchmark} for about three minutes and writes the ratios to standard output as
 * Markdown and to {@code target/codec-benchmark.json}.
 */
public final class CodecComparison {

  private static final Path JSON = Path.of("target", "codec-benchmark.json");

  private CodecComparison() {}

  /** Takes the number of forks; 3 if it is not given. */
  public static void main(String[] args) throws RunnerException, IOException {
    Comparison measured =
        Comparison.of(CodecBenchmark.class, args.length == 0 ? 3 : Integer.parseInt(args[0]));
    List<Row> rows = List.of(row("encode", measured), row("decode", measured));
    System.out.println(markdown(rows));
    Files.createDirectories(JSON.toAbsolutePath().getParent());
    Files.writeString(JSON, json(rows));
  }

  private record Row(String direction, Figures byHand, Figures generated) {

    double ratio() {
      return byHand.nanos() / generated.nanos();
    }
  }

  private static Row row(String direction, Comparison measured) {
    return new Row(
        direction, measured.of(direction + "ByHand"), measured.of(direction + "Generated"));
  }

  private static String markdown(List<Row> rows) {
    StringBuilder out = new StringBuilder();
    out.append("\n| JDK ").append(Runtime.version().feature());
    out.append(
        """
         | protobuf-java and mapping | generated codec | times as fast | allocated |
        |---|---|---|---|---|
        """);
    for (Row row : rows) {
      out.append(
          String.format(
              Locale.ROOT,
              "| %s | %.0f ns | %.0f ns | %.2f | %.0f B instead of %.0f B |%n",
              row.direction(),
              row.byHand().nanos(),
              row.generated().nanos(),
              row.ratio(),
              row.generated().bytes(),
              row.byHand().bytes()));
    }
    return out.toString();
  }

  private static String json(List<Row> rows) {
    List<String> members =
        rows.stream()
            .map(
                row ->
                    String.format(
                        Locale.ROOT,
                        "  \"%s\": {\"byHandNanos\": %.1f, \"generatedNanos\": %.1f, \"ratio\": %.3f,"
                            + " \"byHandBytes\": %.0f, \"generatedBytes\": %.0f}",
                        row.direction(),
                        row.byHand().nanos(),
                        row.generated().nanos(),
                        row.ratio(),
                        row.byHand().bytes(),
                        row.generated().bytes()))
            .toList();
    return "{\n  \"jdk\": \"" + Runtime.version() + "\",\n" + String.join(",\n", members) + "\n}\n";
  }
}
