package dev.farcall.benchmarks.balance;

import dev.farcall.annotation.LoadBalanced;
import dev.farcall.benchmarks.jmh.Comparison;
import dev.farcall.benchmarks.jmh.Comparison.Figures;
import dev.farcall.benchmarks.report.Column;
import dev.farcall.benchmarks.report.Report;
import dev.farcall.benchmarks.report.Table;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Runs {@link ChoiceBenchmark} and {@link Updates} for some ten minutes and reports the figures;
 * ratios are to one reading of the clock.
 */
public final class ChoiceComparison {

  private static final List<String> STRATEGIES =
      List.of(
          LoadBalanced.PEAK_EWMA,
          LoadBalanced.LEAST_REQUEST,
          LoadBalanced.ROUND_ROBIN,
          LoadBalanced.WEIGHTED_ROUND_ROBIN,
          LoadBalanced.RANDOM,
          LoadBalanced.CONSISTENT_HASH,
          LoadBalanced.STICKY,
          LoadBalanced.LEAST_CONNECTIONS);

  private ChoiceComparison() {}

  /** Takes no arguments. */
  public static void main(String[] args) throws RunnerException {
    Report report = new Report("choice").add(updates());
    double clock = Comparison.of(ClockBenchmark.class, 1).of("nanoTime").nanos();
    report.add(choices(Comparison.of(ChoiceBenchmark.class, 1), clock)).write(Path.of("target"));
  }

  private static Table updates() {
    Table table =
        new Table(
            "an update of 10,000 endpoints",
            List.of(
                Column.plain("best of 30", "ms", 1),
                Column.plain("median", "ms", 1),
                Column.plain("worst", "ms", 1),
                Column.plain("memory an endpoint", "B", 0)));
    for (String strategy : STRATEGIES) {
      if (!strategy.equals(LoadBalanced.LEAST_CONNECTIONS)) {
        Updates.Figures update = Updates.measure(strategy, ChoiceBenchmark.LARGE);
        long bytes = Updates.bytes(strategy, ChoiceBenchmark.LARGE);
        table.row(strategy, update.best(), update.median(), update.worst(), (double) bytes);
      }
    }
    return table;
  }

  private static Table choices(Comparison measured, double clock) {
    Table table =
        new Table(
            "a choice among",
            List.of(
                Column.compared("32", "ns", 1),
                Column.compared("10,000", "ns", 1),
                Column.compared("and call, 32", "ns", 1),
                Column.compared("and call, 10,000", "ns", 1),
                Column.plain("allocated", "B", 2)));
    table.row("System.nanoTime()", clock, clock, clock, clock, 0);
    for (String strategy : STRATEGIES) {
      double[] row = new double[5];
      int column = 0;
      for (String benchmark : List.of("choose", "chooseAndCall")) {
        for (int count : new int[] {ChoiceBenchmark.SMALL, ChoiceBenchmark.LARGE}) {
          if (strategy.equals(LoadBalanced.LEAST_CONNECTIONS) && count > ChoiceBenchmark.SMALL) {
            row[column++] = Double.NaN;
            continue;
          }
          Figures figures = measured.of(benchmark + " " + strategy + ":" + count);
          row[column++] = figures.nanos();
          row[4] = Math.max(row[4], figures.bytes());
        }
      }
      table.row(strategy, row);
    }
    return table;
  }
}
