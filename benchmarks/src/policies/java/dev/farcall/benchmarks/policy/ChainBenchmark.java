package dev.farcall.benchmarks.policy;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.Policy;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.decorators.Decorators;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.smallrye.faulttolerance.api.TypedGuard;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A call that succeeds, through a retry, a circuit breaker, a rate limit and a bulkhead; and, in
 * some, a timeout that interrupts a callee that blocks.
 */
@State(Scope.Benchmark)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ChainBenchmark {

  private static final int MANY = 100_000_000;

  private final Doubler real = new Doubler.Real();
  private final Doubler guarded = new DoublerResilient(real);
  private final ExecutorService pool =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
          });
  private int number = 21;

  private final io.github.resilience4j.circuitbreaker.CircuitBreaker r4jBreaker =
      io.github.resilience4j.circuitbreaker.CircuitBreaker.of(
          "benchmark",
          CircuitBreakerConfig.custom()
              .slidingWindowType(SlidingWindowType.TIME_BASED)
              .slidingWindowSize(10)
              .minimumNumberOfCalls(100)
              .build());
  private final io.github.resilience4j.bulkhead.Bulkhead r4jBulkhead =
      io.github.resilience4j.bulkhead.Bulkhead.of(
          "benchmark", BulkheadConfig.custom().maxConcurrentCalls(100).build());
  private final io.github.resilience4j.ratelimiter.RateLimiter r4jLimiter =
      io.github.resilience4j.ratelimiter.RateLimiter.of(
          "benchmark",
          RateLimiterConfig.custom()
              .limitForPeriod(MANY)
              .limitRefreshPeriod(Duration.ofSeconds(1))
              .build());
  private final io.github.resilience4j.retry.Retry r4jRetry =
      io.github.resilience4j.retry.Retry.ofDefaults("benchmark");
  private final TimeLimiter r4jTimeLimiter = TimeLimiter.of(Duration.ofSeconds(1));

  private final Supplier<Integer> r4j =
      Decorators.ofSupplier(() -> real.twice(number))
          .withBulkhead(r4jBulkhead)
          .withRateLimiter(r4jLimiter)
          .withCircuitBreaker(r4jBreaker)
          .withRetry(r4jRetry)
          .decorate();
  private final Callable<Integer> r4jInTime =
      r4jTimeLimiter.decorateFutureSupplier(() -> pool.submit(r4j::get));

  private final FailsafeExecutor<Integer> failsafe = Failsafe.with(failsafePolicies(false));
  private final FailsafeExecutor<Integer> failsafeInTime = Failsafe.with(failsafePolicies(true));

  private final TypedGuard<Integer> smallRye = smallRye(false);
  private final TypedGuard<Integer> smallRyeInTime = smallRye(true);

  private static List<Policy<Integer>> failsafePolicies(boolean inTime) {
    List<Policy<Integer>> policies = new ArrayList<>();
    if (inTime) {
      policies.add(
          dev.failsafe.Timeout.<Integer>builder(Duration.ofSeconds(1)).withInterrupt().build());
    }
    policies.add(dev.failsafe.RetryPolicy.<Integer>ofDefaults());
    policies.add(
        dev.failsafe.CircuitBreaker.<Integer>builder()
            .withFailureRateThreshold(50, 100, Duration.ofSeconds(10))
            .build());
    policies.add(
        dev.failsafe.RateLimiter.<Integer>burstyBuilder(MANY, Duration.ofSeconds(1)).build());
    policies.add(dev.failsafe.Bulkhead.<Integer>of(100));
    return policies;
  }

  private static TypedGuard<Integer> smallRye(boolean inTime) {
    TypedGuard.Builder<Integer> builder =
        TypedGuard.create(Integer.class)
            .withRetry()
            .done()
            .withCircuitBreaker()
            .requestVolumeThreshold(100)
            .done()
            .withRateLimit()
            .limit(MANY)
            .window(1, ChronoUnit.SECONDS)
            .done()
            .withBulkhead()
            .limit(100)
            .done();
    return inTime
        ? builder.withTimeout().duration(1, ChronoUnit.SECONDS).done().build()
        : builder.build();
  }

  @TearDown
  public void stop() {
    pool.shutdownNow();
  }

  @Benchmark
  public long clock() {
    return System.nanoTime();
  }

  @Benchmark
  public int farcall() {
    return guarded.twice(number);
  }

  @Benchmark
  public int farcallInTime() {
    return guarded.twiceInTime(number);
  }

  @Benchmark
  public int resilience4j() {
    return r4j.get();
  }

  @Benchmark
  public int resilience4jInTime() throws Exception {
    return r4jInTime.call();
  }

  @Benchmark
  public int failsafe() {
    return failsafe.get(() -> real.twice(number));
  }

  @Benchmark
  public int failsafeInTime() {
    return failsafeInTime.get(() -> real.twice(number));
  }

  @Benchmark
  public int smallRye() throws Exception {
    return smallRye.call(() -> real.twice(number));
  }

  @Benchmark
  public int smallRyeInTime() throws Exception {
    return smallRyeInTime.call(() -> real.twice(number));
  }
}
