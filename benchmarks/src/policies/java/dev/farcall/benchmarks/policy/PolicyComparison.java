package dev.farcall.benchmarks.policy;

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
 * Runs {@link BreakerBenchmark} and {@link ChainBenchmark} for about nine minutes and writes the
 * ratios to standard output as Markdown and to {@code target/policy-benchmark.md}.
 */
public final class PolicyComparison {

  private static final Path REPORT = Path.of("target", "policy-benchmark.md");

  private PolicyComparison() {}

  /** Takes the number of forks; 1 if it is not given. */
  public static void main(String[] args) throws RunnerException, IOException {
    int forks = args.length == 0 ? 1 : Integer.parseInt(args[0]);
    List<String> lines = new ArrayList<>();
    for (int threads = 1; threads <= 2; threads++) {
      Comparison breakers = Comparison.of(BreakerBenchmark.class, forks, threads);
      table(
          lines,
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
          "armeria");
    }
    Comparison chains = Comparison.of(ChainBenchmark.class, forks);
    table(lines, "chain", chains, "farcall", "clock", "farcall", "resilience4j", "failsafe",
        "smallRye");
    table(lines, "chain with a timeout", chains, "farcallInTime", "clock", "farcallInTime",
        "resilience4jInTime", "failsafeInTime", "smallRyeInTime");
    System.out.println();
    lines.forEach(System.out::println);
    Files.createDirectories(REPORT.toAbsolutePath().getParent());
    Files.write(REPORT, lines);
  }

  private static void table(
      List<String> lines, String title, Comparison measured, String base, String... names) {
    lines.add("");
    lines.add(
        "| " + title + ", JDK " + Runtime.version().feature()
            + " | CPU time | of a reading of the clock | of ours | allocated |");
    lines.add("|---|---|---|---|---|");
    for (String name : names) {
      Figures figures = measured.of(name);
      lines.add(
          String.format(
              Locale.ROOT,
              "| %s | %.1f ns | %.2f | %.2f | %.0f B |",
              name,
              figures.nanos(),
              figures.nanos() / measured.of("clock").nanos(),
              figures.nanos() / measured.of(base).nanos(),
              figures.bytes()));
    }
  }
}
