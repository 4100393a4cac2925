package dev.farcall.benchmarks.policy;

import dev.farcall.benchmarks.jmh.Comparison;
import dev.farcall.benchmarks.jmh.Comparison.Figures;
import dev.farcall.benchmarks.report.Column;
import dev.farcall.benchmarks.report.Report;
import dev.farcall.benchmarks.report.Table;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Runs {@link BreakerBenchmark} and {@link ChainBenchmark} for about nine minutes and reports the
 * figures; ratios are to a reading of the clock.
 */
public final class PolicyComparison {

  private PolicyComparison() {}

  /** Takes the number of forks; 1 if it is not given. */
  public static void main(String[] args) throws RunnerException {
    int forks = args.length == 0 ? 1 : Integer.parseInt(args[0]);
    Report report = new Report("policy");
    for (int threads = 1; threads <= 2; threads++) {
      Comparison breakers = Comparison.of(BreakerBenchmark.class, forks, threads);
      report.add(
        table(
          "circuit breaker, " + threads + (threads == 1 ? " thread" : " threads"),
          breakers,
          "farcall",
          "clock",
          "farcallGivenClock",
          "farcallCountGivenClock",
          "farcall",
          "farcallCount",
          "resilience4j",
          "resilience4jCount",
          "failsafe",
          "failsafeWithoutExecution",
          "smallRye",
          "armeria"));
    }
    Comparison chains = Comparison.of(ChainBenchmark.class, forks);
    report.add(table("chain", chains, "farcall", "clock", "farcall", "resilience4j", "failsafe",
        "smallRye"));
    report.add(table("chain with a timeout", chains, "farcallInTime", "clock", "farcallInTime",
        "resilience4jInTime", "failsafeInTime", "smallRyeInTime"));
    report.write(Path.of("target"));
  }

  private static Table table(String title, Comparison measured, String base, String... names) {
    Table table =
        new Table(
            title,
            List.of(
                Column.compared("CPU time", "ns", 1),
                Column.plain("of ours", "", 2),
                Column.plain("allocated", "B", 0)));
    for (String name : names) {
      Figures figures = measured.of(name);
      table.row(
          name, figures.nanos(), figures.nanos() / measured.of(base).nanos(), figures.bytes());
    }
    return table;
  }
}
