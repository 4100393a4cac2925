package dev.farcall.benchmarks.codec;

import dev.farcall.benchmarks.jmh.Comparison;
import dev.farcall.benchmarks.report.Report;
import java.nio.file.Path;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Runs {@link JsonBenchmark} and {@link AvajeBenchmark} for about five minutes and reports times and
 * ratios.
 */
public final class JsonComparison {

  private JsonComparison() {}

  /** Takes the number of forks; 3 if it is not given. */
  public static void main(String[] args) throws RunnerException {
    Report report = new Report("json");
    int forks = args.length == 0 ? 3 : Integer.parseInt(args[0]);
    Comparison measured = Comparison.of(JsonBenchmark.class, forks);
    Comparison avaje = Comparison.of(AvajeBenchmark.class, forks);
    CodecTable.add(
        report,
        CodecTable.row("Jackson", measured, "Jackson"),
        CodecTable.row("generated codec", measured, "Generated"),
        CodecTable.row("avaje-jsonb", avaje, "Avaje"));
    report.write(Path.of("target"));
  }
}
