package dev.farcall.benchmarks.balance;

import dev.farcall.annotation.LoadBalanced;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** {@link Choices}, with and without the beginning and the end of a call that takes no time. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ChoiceBenchmark {

  /** Endpoints of a small service; {@code least_connections} takes no more. */
  static final int SMALL = 32;

  static final int LARGE = 10_000;

  /** A strategy and a number of endpoints. */
  @Param({
    LoadBalanced.ROUND_ROBIN + ":" + SMALL,
    LoadBalanced.ROUND_ROBIN + ":" + LARGE,
    LoadBalanced.RANDOM + ":" + SMALL,
    LoadBalanced.RANDOM + ":" + LARGE,
    LoadBalanced.WEIGHTED_ROUND_ROBIN + ":" + SMALL,
    LoadBalanced.WEIGHTED_ROUND_ROBIN + ":" + LARGE,
    LoadBalanced.LEAST_REQUEST + ":" + SMALL,
    LoadBalanced.LEAST_REQUEST + ":" + LARGE,
    LoadBalanced.PEAK_EWMA + ":" + SMALL,
    LoadBalanced.PEAK_EWMA + ":" + LARGE,
    LoadBalanced.CONSISTENT_HASH + ":" + SMALL,
    LoadBalanced.CONSISTENT_HASH + ":" + LARGE,
    LoadBalanced.STICKY + ":" + SMALL,
    LoadBalanced.STICKY + ":" + LARGE,
    LoadBalanced.LEAST_CONNECTIONS + ":" + SMALL
  })
  public String over;

  private Choices choices;

  @Setup(Level.Trial)
  public void setUp() {
    int colon = over.indexOf(':');
    choices = new Choices(over.substring(0, colon), Integer.parseInt(over.substring(colon + 1)));
  }

  @Benchmark
  public Object choose() {
    return choices.choose();
  }

  @Benchmark
  public Object chooseAndCall() {
    return choices.chooseAndCall();
  }
}
