package dev.farcall.benchmarks.balance;

import dev.farcall.annotation.LoadBalanced;
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
 * Runs {@link ChoiceBenchmark} and {@link Updates} for some ten minutes and writes the figures to
 * standard output as Markdown and to {@code target/choice-benchmark.md}.
 */
public final class ChoiceComparison {

  private static final Path REPORT = Path.of("target", "choice-benchmark.md");

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
  public static void main(String[] args) throws RunnerException, IOException {
    List<String> lines = new ArrayList<>(updates());
    double clock = Comparison.of(ClockBenchmark.class, 1).of("nanoTime").nanos();
    Comparison choices = Comparison.of(ChoiceBenchmark.class, 1);
    lines.add("");
    lines.addAll(choices(choices, clock));
    System.out.println();
    lines.forEach(System.out::println);
    Files.createDirectories(REPORT.toAbsolutePath().getParent());
    Files.write(REPORT, lines);
  }

  private static List<String> updates() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "| an update of 10,000 endpoints | best of 30 | median | worst | memory an endpoint |");
    lines.add("|---|---|---|---|---|");
    for (String strategy : STRATEGIES) {
      if (!strategy.equals(LoadBalanced.LEAST_CONNECTIONS)) {
        Updates.Figures update = Updates.measure(strategy, ChoiceBenchmark.LARGE);
        lines.add(
            String.format(
                Locale.ROOT,
                "| %s | %.1f ms | %.1f ms | %.1f ms | %d B |",
                strategy,
                update.best(),
                update.median(),
                update.worst(),
                Updates.bytes(strategy, ChoiceBenchmark.LARGE)));
      }
    }
    return lines;
  }

  private static List<String> choices(Comparison measured, double clock) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "JDK %d, System.nanoTime() takes %.1f ns",
            Runtime.version().feature(),
            clock));
    lines.add("");
    lines.add("| a choice among | 32 | 10,000 | and call, 32 | and call, 10,000 | allocated |");
    lines.add("|---|---|---|---|---|---|");
    for (String strategy : STRATEGIES) {
      StringBuilder line = new StringBuilder("| ").append(strategy);
      double bytes = 0;
      for (String benchmark : List.of("choose", "chooseAndCall")) {
        for (int count : new int[] {ChoiceBenchmark.SMALL, ChoiceBenchmark.LARGE}) {
          if (strategy.equals(LoadBalanced.LEAST_CONNECTIONS) && count > ChoiceBenchmark.SMALL) {
            line.append(" | ");
            continue;
          }
          Figures figures = measured.of(benchmark + " " + strategy + ":" + count);
          line.append(
              String.format(
                  Locale.ROOT, " | %.1f ns (%.2f)", figures.nanos(), figures.nanos() / clock));
          bytes = Math.max(bytes, figures.bytes());
        }
      }
      lines.add(line.append(String.format(Locale.ROOT, " | %.2f B |", bytes)).toString());
    }
    return lines;
  }
}
