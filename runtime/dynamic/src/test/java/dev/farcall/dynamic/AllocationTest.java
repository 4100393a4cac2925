package dev.farcall.dynamic;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.farcall.call.Verdict;
import dev.farcall.policy.CircuitBreakerPolicy;
import dev.farcall.policy.Policies;
import dev.farcall.policy.Settings;
import dev.farcall.resilience.CallLimits;
import dev.farcall.resilience.CircuitBreaker;
import dev.farcall.resilience.LocalGuard;
import dev.farcall.resilience.Permit;
import dev.farcall.resilience.PolicyObjects;
import dev.farcall.resilience.RetryBudget;
import dev.farcall.time.Time;
import java.lang.management.ManagementFactory;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** What policies allocate for a call that goes well: nothing. */
class AllocationTest {

  private static final int CALLS = 20_000;

  /** A bucket of a window each second, and what the JVM does beside. */
  private static final long FEW_BYTES = 4L * CALLS / 10;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private long allocatedBy(Runnable call) {
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 5; round++) {
      long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
      for (int i = 0; i < CALLS; i++) {
        call.run();
      }
      long after = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
      least = Math.min(least, after - before);
    }
    return least;
  }

  @Test
  void a_breaker_allocates_nothing() {
    Time time = Time.system();
    CircuitBreaker breaker = CircuitBreaker.of("", CircuitBreakerPolicy.DEFAULT, time);
    assertThat(
            allocatedBy(
                () -> {
                  long start = time.now();
                  Permit permit = breaker.acquire(start, Long.MAX_VALUE);
                  if (permit != null) {
                    breaker.record(permit, start, time.now(), Verdict.SUCCESS);
                  }
                }))
        .isLessThan(FEW_BYTES);
  }

  @Test
  void a_chain_of_local_policies_allocates_nothing() {
    Time time = Time.system();
    PolicyObjects objects =
        new PolicyObjects("call", time, RetryBudget.of(time), new ConcurrentHashMap<>());
    Settings settings =
        Settings.annotated(
            "retry.enabled", "true",
            "circuit-breaker.enabled", "true",
            "rate-limit.permits", "1000000",
            "rate-limit.burst", "1000000000",
            "bulkhead.max-concurrent", "10",
            "concurrency-limit.enabled", "true");
    LocalGuard guard = new LocalGuard(time, objects.ofLocal(Policies.of(settings)));
    assertThat(
            allocatedBy(
                () -> {
                  long start = guard.now();
                  Permit permit = guard.enter(null, start, 1);
                  guard.succeeded(null, permit, start);
                }))
        .isLessThan(FEW_BYTES);
  }

  @Test
  void a_timeout_that_would_interrupt_allocates_nothing() {
    Time time = Time.system();
    PolicyObjects objects =
        new PolicyObjects("call", time, RetryBudget.of(time), new ConcurrentHashMap<>());
    Settings settings =
        Settings.annotated(
            "timeout.value", "2s",
            "timeout.attempt", "1s",
            "retry.enabled", "true",
            "circuit-breaker.enabled", "true");
    LocalGuard guard = new LocalGuard(time, objects.ofLocal(Policies.of(settings)));
    assertThat(guard.toString()).contains("2 s", "1 s");
    assertThat(
            allocatedBy(
                () -> {
                  CallLimits limits = guard.begin();
                  long start = guard.now();
                  Permit permit = guard.enter(limits, start, 1);
                  guard.succeeded(limits, permit, start);
                }))
        .isLessThan(FEW_BYTES);
  }
}
