package dev.farcall.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.annotation.Mode;
import dev.farcall.call.LimiterEffect;
import dev.farcall.call.Verdict;
import dev.farcall.policy.BulkheadPolicy;
import dev.farcall.policy.CircuitBreakerPolicy;
import dev.farcall.policy.ConcurrencyLimitPolicy;
import dev.farcall.policy.RateLimitPolicy;
import dev.farcall.time.ManualTime;
import dev.farcall.time.Time;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What many threads count at once is counted exactly; each of these fails if it is not. */
class CountingTest {

  private static final int THREADS = 8;

  private final ExecutorService pool = Executors.newFixedThreadPool(THREADS);

  @AfterEach
  void stop() {
    pool.shutdownNow();
  }

  /** Runs it on all threads at once; the sum of what they give. */
  private long together(Callable<Integer> body) throws Exception {
    CyclicBarrier start = new CyclicBarrier(THREADS);
    List<Future<Integer>> parts = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      parts.add(
          pool.submit(
              () -> {
                start.await();
                return body.call();
              }));
    }
    long sum = 0;
    for (Future<Integer> part : parts) {
      sum += part.get(60, TimeUnit.SECONDS);
    }
    return sum;
  }

  /** A clock that jumps with each reading: late writers and rotations all the time. */
  private static Time jumping(AtomicLong clock) {
    return new Time() {
      @Override
      public long now() {
        return clock.addAndGet(ThreadLocalRandom.current().nextLong(20_000));
      }

      @Override
      public Timer schedule(long delayNanos, Runnable task) {
        throw new UnsupportedOperationException();
      }
    };
  }

  private static CircuitBreakerPolicy policy(double rate, int minimum, int windowCalls) {
    return new CircuitBreakerPolicy(
        rate,
        1.0,
        Duration.ofMillis(1),
        minimum,
        Duration.ofSeconds(1),
        windowCalls,
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        3,
        Mode.ENFORCE);
  }

  @Test
  void no_call_is_lost_or_counted_twice_across_rotations() throws Exception {
    Time time = jumping(new AtomicLong());
    CircuitBreaker breaker = CircuitBreaker.of("", policy(1.0, 1_000_000, 0), time);
    long failed =
        together(
            () -> {
              int mine = 0;
              for (int i = 0; i < 200_000; i++) {
                long start = time.now();
                Permit permit = breaker.acquire(start, Long.MAX_VALUE);
                boolean fails = i % 7 == 0;
                mine += fails ? 1 : 0;
                breaker.record(
                    permit, start, time.now(), fails ? Verdict.FAILURE : Verdict.SUCCESS);
              }
              return mine;
            });
    assertThat(breaker.metrics().total()).isEqualTo(THREADS * 200_000L);
    assertThat(breaker.metrics().failed()).isEqualTo(failed);
  }

  @Test
  void totals_never_go_back_while_windows_turn_and_circuits_open() throws Exception {
    Time time = jumping(new AtomicLong());
    CircuitBreaker breaker = CircuitBreaker.of("", policy(0.5, 10, 0), time);
    AtomicInteger running = new AtomicInteger(THREADS - 1);
    AtomicLong passed = new AtomicLong();
    CyclicBarrier roles = new CyclicBarrier(THREADS);
    together(
        () -> {
          if (roles.await() == 0) {
            long before = 0;
            while (running.get() > 0) {
              long now = breaker.metrics().total();
              assertThat(now).isGreaterThanOrEqualTo(before);
              before = now;
            }
            return 0;
          }
          long mine = 0;
          for (int i = 0; i < 100_000; i++) {
            long start = time.now();
            Permit permit = breaker.acquire(start, Long.MAX_VALUE);
            if (permit != null) {
              boolean fails = ThreadLocalRandom.current().nextBoolean();
              breaker.record(permit, start, time.now(), fails ? Verdict.FAILURE : Verdict.SUCCESS);
              mine++;
            }
          }
          passed.addAndGet(mine);
          running.decrementAndGet();
          return 0;
        });
    assertThat(breaker.metrics().total()).isEqualTo(passed.get());
    assertThat(breaker.metrics().total() + breaker.metrics().rejected())
        .isEqualTo((THREADS - 1) * 100_000L);
    assertThat(breaker.metrics().rejected()).isPositive();
  }

  @Test
  void a_window_of_calls_knows_what_it_holds() throws Exception {
    Totals totals = new Totals();
    CountWindow window = new CountWindow(100, totals);
    together(
        () -> {
          for (int i = 0; i < 200_000; i++) {
            int lot = ThreadLocalRandom.current().nextInt(4);
            if (lot == 0) {
              window.good(0);
            } else {
              window.bad(0, (lot & 1) != 0, (lot & 2) != 0);
            }
          }
          return 0;
        });
    assertThat(totals.calls()).isEqualTo(THREADS * 200_000L);
    for (int i = 0; i < 100; i++) {
      window.bad(0, true, false);
    }
    assertThat(Window.failed(window.tally(0))).isEqualTo(100);
    assertThat(window.slow(0)).isZero();
    for (int i = 0; i < 100; i++) {
      window.good(0);
    }
    assertThat(Window.failed(window.tally(0))).isZero();
  }

  @Test
  void one_thread_makes_each_transition() throws Exception {
    ManualTime time = new ManualTime();
    for (int round = 0; round < 300; round++) {
      CircuitBreaker breaker = CircuitBreaker.of("", policy(0.5, 10, 0), time);
      AtomicInteger opened = new AtomicInteger();
      breaker.onEvent(event -> opened.incrementAndGet());
      together(
          () -> {
            for (int i = 0; i < 20; i++) {
              Permit permit = breaker.acquire(0, Long.MAX_VALUE);
              if (permit != null) {
                breaker.record(permit, 0, 0, Verdict.FAILURE);
              }
            }
            return 0;
          });
      assertThat(opened).hasValue(1);
      long now = time.now() + 1_000_000;
      assertThat(together(() -> breaker.acquire(now, Long.MAX_VALUE) == null ? 0 : 1)).isEqualTo(3);
    }
  }

  @Test
  void a_bulkhead_holds_no_more_than_it_may_and_loses_no_place() throws Exception {
    Bulkhead bulkhead = Bulkhead.of(BulkheadPolicy.of(3));
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    long passed =
        together(
            () -> {
              int mine = 0;
              for (int i = 0; i < 100_000; i++) {
                if (bulkhead.tryAcquire()) {
                  most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                  inside.decrementAndGet();
                  bulkhead.release();
                  mine++;
                }
              }
              return mine;
            });
    assertThat(passed).isPositive();
    assertThat(most.get()).isLessThanOrEqualTo(3);
    assertThat(bulkhead.metrics().inFlight()).isZero();
  }

  @Test
  void all_that_wait_for_a_place_get_one() throws Exception {
    Bulkhead bulkhead =
        Bulkhead.of(new BulkheadPolicy(2, THREADS, Duration.ofMinutes(1), Mode.ENFORCE));
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    long passed =
        together(
            () -> {
              for (int i = 0; i < 5_000; i++) {
                bulkhead.call(
                    () -> {
                      most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                      Thread.onSpinWait();
                      return inside.decrementAndGet();
                    });
              }
              return 5_000;
            });
    assertThat(passed).isEqualTo(THREADS * 5_000L);
    assertThat(most.get()).isLessThanOrEqualTo(2);
    assertThat(bulkhead.metrics()).isEqualTo(new Bulkhead.Metrics(0, 0, 0));
  }

  @Test
  void a_concurrency_limit_gives_all_places_back() throws Exception {
    ConcurrencyLimiter limiter =
        ConcurrencyLimiter.of(new ConcurrencyLimitPolicy(4, 1, 8, Mode.ENFORCE));
    LimiterEffect[] effects = LimiterEffect.values();
    together(
        () -> {
          for (int i = 0; i < 100_000; i++) {
            if (limiter.tryAcquire()) {
              limiter.release(i, i, effects[i % effects.length]);
            }
          }
          return 0;
        });
    assertThat(limiter.metrics().inFlight()).isZero();
    assertThat(limiter.metrics().limit()).isBetween(1, 8);
  }

  @Test
  void a_rate_limit_gives_no_permit_twice() throws Exception {
    ManualTime time = new ManualTime();
    RateLimiter limiter =
        RateLimiter.of("", new RateLimitPolicy(1_000, Duration.ofSeconds(1), 500), time);
    long passed =
        together(
            () -> {
              int mine = 0;
              for (int i = 0; i < 10_000; i++) {
                mine += limiter.acquire(time.now(), Long.MAX_VALUE) == 0 ? 1 : 0;
              }
              return mine;
            });
    assertThat(passed).isEqualTo(500);
  }

  @Test
  void a_retry_budget_is_never_overdrawn() throws Exception {
    ManualTime time = new ManualTime();
    RetryBudget budget = RetryBudget.of(time);
    long drawn =
        together(
            () -> {
              int mine = 0;
              for (int i = 0; i < 1_000; i++) {
                budget.deposit(time.now());
              }
              for (int i = 0; i < 10_000; i++) {
                mine += budget.withdraw(time.now()) ? 1 : 0;
              }
              return mine;
            });
    assertThat(drawn).isBetween(100L, 100L + THREADS * 1_000L / 5);
    while (budget.withdraw(time.now())) {
      drawn++;
    }
    assertThat(drawn).isEqualTo(100 + THREADS * 1_000 / 5);
  }
}
