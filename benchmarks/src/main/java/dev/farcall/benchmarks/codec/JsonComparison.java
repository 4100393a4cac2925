package dev.farcall.benchmarks.codec;

import dev.farcall.benchmarks.jmh.Comparison;
import dev.farcall.benchmarks.report.Report;
import java.nio.file.Path;
import org.openjdk.jmh.runner.RunnerException;

/** Runs {@link JsonBenchmark} for about three minutes and reports times and ratios. */
public final class JsonComparison {

  private JsonComparison() {}

  /** Takes the number of forks; 3 if it is not given. */
  public static void main(String[] args) throws RunnerException {
    Report report = new Report("json");
    Comparison measured =
        Comparison.of(JsonBenchmark.class, args.length == 0 ? 3 : Integer.parseInt(args[0]));
    CodecTable.add(
        report,
        CodecTable.row("Jackson", measured, "Jackson"),
        CodecTable.row("generated codec", measured, "Generated"));
    report.write(Path.of("target"));
  }
}
