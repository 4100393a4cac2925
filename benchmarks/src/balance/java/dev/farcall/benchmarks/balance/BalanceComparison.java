package dev.farcall.benchmarks.balance;

import dev.farcall.benchmarks.jmh.Comparison;
import dev.farcall.benchmarks.jmh.Comparison.Figures;
import dev.farcall.benchmarks.report.Column;
import dev.farcall.benchmarks.report.Report;
import dev.farcall.benchmarks.report.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Runs {@link PickBenchmark} for a quarter of an hour and reports the figures; ratios are to a
 * reading of the clock.
 */
public final class BalanceComparison {

  private static final int[] COUNTS = {10, 100, 1000, 10_000};

  private static final List<String> PICKS =
      List.of(
          "clock",
          "roundRobin",
          "armeriaRoundRobin",
          "random",
          "weightedRoundRobin",
          "armeriaWeightedRoundRobin",
          "armeriaWeightedRandom",
          "leastRequest",
          "leastRequestAndCall",
          "peakEwma",
          "peakEwmaAndCall",
          "consistentHash",
          "sticky");

  private BalanceComparison() {}

  /** Takes no arguments. */
  public static void main(String[] args) throws RunnerException {
    Report report = new Report("balance");
    Comparison picks = Comparison.of(PickBenchmark.class, 1);
    List<Column> columns = new ArrayList<>();
    for (int count : COUNTS) {
      columns.add(Column.compared(String.format(Locale.ROOT, "%,d", count), "ns", 1));
    }
    columns.add(Column.plain("allocated", "B", 0));
    Table table = new Table("a pick of so many endpoints", columns);
    for (String name : PICKS) {
      double[] row = new double[COUNTS.length + 1];
      for (int i = 0; i < COUNTS.length; i++) {
        Figures figures = picks.of(name + " " + COUNTS[i]);
        row[i] = figures.nanos();
        row[COUNTS.length] = Math.max(row[COUNTS.length], figures.bytes());
      }
      table.row(name, row);
    }
    report.add(table).write(Path.of("target"));
  }
}
