package dev.farcall.benchmarks.codec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs {@link CodecBenchmark} for about three minutes and writes the ratios to standard output as
 * Markdown and to {@code target/codec-benchmark.json}.
 *
 * <p>A figure is processor time, the tenth percentile of all iterations of all forks: on a machine
 * that is not ours alone, a mean on the clock tells about the neighbours.
 */
public final class CodecComparison {

  private static final Path JSON = Path.of("target", "codec-benchmark.json");

  private CodecComparison() {}

  /** Takes the number of forks; 3 if it is not given. */
  public static void main(String[] args) throws RunnerException, IOException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(CodecBenchmark.class.getName() + "\\.")
                    .forks(args.length == 0 ? 3 : Integer.parseInt(args[0]))
                    .warmupIterations(5)
                    .warmupTime(TimeValue.seconds(1))
                    .measurementIterations(10)
                    .measurementTime(TimeValue.seconds(1))
                    .addProfiler(GCProfiler.class)
                    .addProfiler(CpuTimeProfiler.class)
                    .build())
            .run();
    Map<String, Figures> figures = new TreeMap<>();
    for (RunResult result : results) {
      figures.put(name(result), figures(result));
    }
    List<Row> rows = List.of(row("encode", figures), row("decode", figures));
    System.out.println(markdown(rows));
    Files.createDirectories(JSON.toAbsolutePath().getParent());
    Files.writeString(JSON, json(rows));
  }

  /** Nanoseconds and bytes allocated for one operation. */
  private record Figures(double nanos, double bytes) {}

  private record Row(String direction, Figures byHand, Figures generated) {

    double ratio() {
      return byHand.nanos() / generated.nanos();
    }
  }

  private static String name(RunResult result) {
    String benchmark = result.getParams().getBenchmark();
    return benchmark.substring(benchmark.lastIndexOf('.') + 1);
  }

  private static Figures figures(RunResult result) {
    double[] nanos =
        result.getBenchmarkResults().stream()
            .flatMap(fork -> fork.getIterationResults().stream())
            .mapToDouble(each -> of(each.getSecondaryResults(), CpuTimeProfiler.NAME).getScore())
            .sorted()
            .toArray();
    return new Figures(
        nanos[nanos.length / 10],
        of(result.getSecondaryResults(), "gc.alloc.rate.norm").getScore());
  }

  private static Row row(String direction, Map<String, Figures> figures) {
    return new Row(
        direction, of(figures, direction + "ByHand"), of(figures, direction + "Generated"));
  }

  private static <T> T of(Map<String, T> results, String name) {
    T result = results.get(name);
    if (result == null) {
      throw new IllegalStateException("JMH gives no " + name + " but " + results.keySet());
    }
    return result;
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
