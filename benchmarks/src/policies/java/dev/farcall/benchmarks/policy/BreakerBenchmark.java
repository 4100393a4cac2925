package dev.farcall.benchmarks.policy;

import static java.util.Objects.requireNonNull;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.farcall.annotation.Mode;
import dev.farcall.call.Verdict;
import dev.farcall.policy.CircuitBreakerPolicy;
import dev.farcall.resilience.CircuitBreaker;
import dev.farcall.resilience.Permit;
import dev.farcall.time.Time;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.smallrye.faulttolerance.api.TypedGuard;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A call that succeeds, through a closed circuit that all threads share. */
@State(Scope.Benchmark)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BreakerBenchmark {

  private static final Duration WINDOW = Duration.ofSeconds(10);
  private static final int CALLS = 100;

  private final CircuitBreaker byTime = CircuitBreaker.of("", policy(0), Time.system());
  private final CircuitBreaker byCount = CircuitBreaker.of("", policy(CALLS), Time.system());

  private final io.github.resilience4j.circuitbreaker.CircuitBreaker r4jByTime =
      r4j(SlidingWindowType.TIME_BASED, (int) WINDOW.toSeconds());
  private final io.github.resilience4j.circuitbreaker.CircuitBreaker r4jByCount =
      r4j(SlidingWindowType.COUNT_BASED, CALLS);

  private final dev.failsafe.CircuitBreaker<Integer> failsafe =
      dev.failsafe.CircuitBreaker.<Integer>builder()
          .withFailureRateThreshold(50, CALLS, WINDOW)
          .build();
  private final FailsafeExecutor<Integer> failsafeExecutor = Failsafe.with(failsafe);

  private final TypedGuard<Integer> smallRye =
      TypedGuard.create(Integer.class)
          .withCircuitBreaker()
          .requestVolumeThreshold(CALLS)
          .done()
          .build();

  private final com.linecorp.armeria.client.circuitbreaker.CircuitBreaker armeria =
      com.linecorp.armeria.client.circuitbreaker.CircuitBreaker.builder("benchmark")
          .counterSlidingWindow(WINDOW)
          .build();

  private static CircuitBreakerPolicy policy(int windowCalls) {
    return new CircuitBreakerPolicy(
        0.5,
        1.0,
        null,
        CALLS,
        WINDOW,
        windowCalls,
        Duration.ofSeconds(10),
        Duration.ofSeconds(120),
        3,
        Mode.ENFORCE);
  }

  private static io.github.resilience4j.circuitbreaker.CircuitBreaker r4j(
      SlidingWindowType type, int size) {
    return io.github.resilience4j.circuitbreaker.CircuitBreaker.of(
        "benchmark",
        CircuitBreakerConfig.custom()
            .slidingWindowType(type)
            .slidingWindowSize(size)
            .minimumNumberOfCalls(CALLS)
            .build());
  }

  /** The readings that a pipeline takes anyway. */
  @State(Scope.Thread)
  public static class Readings {
    long now = System.nanoTime();
  }

  @Benchmark
  public long clock() {
    return System.nanoTime();
  }

  @Benchmark
  public Permit farcallGivenClock(Readings readings) {
    long start = readings.now;
    long end = start + 4;
    readings.now = end;
    Permit permit = requireNonNull(byTime.acquire(start, Long.MAX_VALUE));
    byTime.record(permit, start, end, Verdict.SUCCESS);
    return permit;
  }

  @Benchmark
  public Permit farcallCountGivenClock(Readings readings) {
    long start = readings.now;
    long end = start + 4;
    readings.now = end;
    Permit permit = requireNonNull(byCount.acquire(start, Long.MAX_VALUE));
    byCount.record(permit, start, end, Verdict.SUCCESS);
    return permit;
  }

  @Benchmark
  public int farcall() throws Exception {
    return byTime.call(() -> 42);
  }

  @Benchmark
  public int farcallCount() throws Exception {
    return byCount.call(() -> 42);
  }

  @Benchmark
  public int resilience4j() {
    return r4jByTime.executeSupplier(() -> 42);
  }

  @Benchmark
  public int resilience4jCount() {
    return r4jByCount.executeSupplier(() -> 42);
  }

  @Benchmark
  public int failsafe() {
    return failsafeExecutor.get(() -> 42);
  }

  @Benchmark
  public boolean failsafeWithoutExecution() {
    boolean permitted = failsafe.tryAcquirePermit();
    failsafe.recordSuccess();
    return permitted;
  }

  @Benchmark
  public int smallRye() throws Exception {
    return smallRye.call(() -> 42);
  }

  @Benchmark
  public boolean armeria() {
    boolean permitted = armeria.tryRequest();
    armeria.onSuccess();
    return permitted;
  }
}
