package dev.farcall.benchmarks.jmh;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks of a class.
 *
 * <p>A figure is processor time, the tenth percentile of all iterations of all forks: on a machine
 * that is not ours alone, a mean on the clock tells about the neighbours.
 */
public final class Comparison {

  /** Nanoseconds and bytes allocated for one operation. */
  public record Figures(double nanos, double bytes) {}

  private final Map<String, Figures> figures = new TreeMap<>();

  private Comparison() {}

  /**
   * Takes a quarter of a minute for each benchmark and fork.
   *
   * @param forks how many times each benchmark runs in a JVM of its own
   */
  public static Comparison of(Class<?> benchmarks, int forks) throws RunnerException {
    return of(benchmarks, forks, 1);
  }

  /** The same with so many threads at once; a figure is of one operation, whoever makes it. */
  public static Comparison of(Class<?> benchmarks, int forks, int threads) throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(benchmarks.getName() + "\\.")
                    .forks(forks)
                    .threads(threads)
                    .warmupIterations(5)
                    .warmupTime(TimeValue.seconds(1))
                    .measurementIterations(10)
                    .measurementTime(TimeValue.seconds(1))
                    .addProfiler(GCProfiler.class)
                    .addProfiler(CpuTimeProfiler.class)
                    .build())
            .run();
    Comparison comparison = new Comparison();
    for (RunResult result : results) {
      comparison.figures.put(name(result), figures(result));
    }
    return comparison;
  }

  /** What was measured of a benchmark; its parameters, if it has any, stand behind its name. */
  public Figures of(String benchmark) {
    return of(figures, benchmark);
  }

  private static String name(RunResult result) {
    String benchmark = result.getParams().getBenchmark();
    StringBuilder name = new StringBuilder(benchmark.substring(benchmark.lastIndexOf('.') + 1));
    for (String parameter : result.getParams().getParamsKeys()) {
      name.append(' ').append(result.getParams().getParam(parameter));
    }
    return name.toString();
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

  private static <T> T of(Map<String, T> results, String name) {
    T result = results.get(name);
    if (result == null) {
      throw new IllegalStateException("JMH gives no " + name + " but " + results.keySet());
    }
    return result;
  }
}
