package dev.farcall.benchmarks.balance;

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
 * Runs {@link PickBenchmark} for a quarter of an hour and writes the figures to standard output as
 * Markdown and to {@code target/balance-benchmark.md}.
 */
public final class BalanceComparison {

  private static final Path REPORT = Path.of("target", "balance-benchmark.md");
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
  public static void main(String[] args) throws RunnerException, IOException {
    List<String> lines = new ArrayList<>();
    Comparison picks = Comparison.of(PickBenchmark.class, 1);
    lines.add(
        "| a pick of so many endpoints, JDK "
            + Runtime.version().feature()
            + " | 10 | 100 | 1,000 | 10,000 | allocated |");
    lines.add("|---|---|---|---|---|---|");
    for (String name : PICKS) {
      StringBuilder line = new StringBuilder("| ").append(name);
      double bytes = 0;
      for (int count : COUNTS) {
        Figures figures = picks.of(name + " " + count);
        line.append(String.format(Locale.ROOT, " | %.1f ns", figures.nanos()));
        bytes = Math.max(bytes, figures.bytes());
      }
      lines.add(line.append(String.format(Locale.ROOT, " | %.0f B |", bytes)).toString());
    }
    System.out.println();
    lines.forEach(System.out::println);
    Files.createDirectories(REPORT.toAbsolutePath().getParent());
    Files.write(REPORT, lines);
  }
}
