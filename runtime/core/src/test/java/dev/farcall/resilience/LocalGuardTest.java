package dev.farcall.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.farcall.annotation.Code;
import dev.farcall.call.CallException;
import dev.farcall.call.Outcome;
import dev.farcall.policy.Policies;
import dev.farcall.policy.Settings;
import dev.farcall.time.ManualTime;
import dev.farcall.time.Time;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Calls that keep their thread, as the compiler writes them; the body moves the clock. */
class LocalGuardTest {

  private final ManualTime time = new ManualTime();
  private final AtomicInteger calls = new AtomicInteger();

  private LocalGuard guard(String... attributesAndValues) {
    return guard(new Moving(time), attributesAndValues);
  }

  private static LocalGuard guard(Time time, String... attributesAndValues) {
    return guard(time, objects(time), attributesAndValues);
  }

  private static LocalGuard guard(Time time, PolicyObjects objects, String... attributesAndValues) {
    return new LocalGuard(
        time, objects.ofLocal(Policies.of(Settings.annotated(attributesAndValues))));
  }

  private static PolicyObjects objects(Time time) {
    return new PolicyObjects("call", time, RetryBudget.of(time), new ConcurrentHashMap<>());
  }

  private static <T> T call(LocalGuard guard, Callable<T> body) {
    CallLimits limits = guard.begin();
    try {
      for (int attempt = 1; ; attempt++) {
        long start = guard.now();
        Permit permit = guard.enter(limits, start, attempt);
        T result;
        try {
          result = body.call();
        } catch (Throwable thrown) {
          guard.failed(limits, permit, start, thrown, attempt);
          continue;
        }
        guard.succeeded(limits, permit, start);
        return result;
      }
    } catch (Throwable thrown) {
      throw guard.ended(limits, thrown);
    }
  }

  private String takeTooLong() throws IOException {
    calls.incrementAndGet();
    time.advance(Duration.ofMillis(100));
    throw new IOException("interrupted");
  }

  private String answerLate() {
    calls.incrementAndGet();
    time.advance(Duration.ofMillis(100));
    return "late";
  }

  private static CircuitBreaker breaker(LocalGuard guard) {
    CircuitBreaker breaker = guard.policies().circuitBreaker();
    assertThat(breaker).isNotNull();
    return breaker;
  }

  @Test
  void a_black_hole_opens_the_circuit_by_the_total_time() {
    LocalGuard guard =
        guard(
            "timeout.value", "100ms", "circuit-breaker.minimum-calls", "5", "retry.backoff", "1ms");
    for (int i = 0; i < 5; i++) {
      CallException late =
          catchThrowableOfType(CallException.class, () -> call(guard, this::takeTooLong));
      assertThat(late.outcome()).isEqualTo(Outcome.OWN_LIMIT);
      assertThat(late).hasCauseInstanceOf(IOException.class);
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
    assertThat(calls).hasValue(5);
    assertThat(breaker(guard).state()).isEqualTo(CircuitBreaker.State.OPEN);
    assertThat(time.pending()).isZero();
  }

  @Test
  void an_answer_after_the_total_time_is_one_and_counts_as_a_failure() {
    LocalGuard guard =
        guard(
            "timeout.value", "100ms",
            "circuit-breaker.minimum-calls", "5",
            "concurrency-limit.initial", "10");
    assertThat(call(guard, this::answerLate)).isEqualTo("late");
    assertThat(breaker(guard).metrics().failed()).isEqualTo(1);
    assertThat(guard.toString()).contains("0 of 9 on their way");
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void an_attempt_out_of_time_is_made_again_within_the_total_only() {
    LocalGuard guard =
        guard(
            "timeout.value", "250ms",
            "timeout.attempt", "100ms",
            "retry.max-attempts", "10",
            "retry.backoff", "1ms",
            "retry.max-backoff", "1ms");
    CallException late =
        catchThrowableOfType(CallException.class, () -> call(guard, this::takeTooLong));
    assertThat(late).hasMessageContaining("within 250 ms");
    assertThat(calls).hasValue(3);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(time.pending()).isZero();
  }

  @Test
  void a_pause_that_the_call_has_no_time_for_is_not_made() {
    LocalGuard guard =
        guard("timeout.value", "100ms", "retry.backoff", "10s", "retry.max-backoff", "10s");
    assertThatThrownBy(
            () ->
                call(
                    guard,
                    () -> {
                      throw new IOException("down");
                    }))
        .isInstanceOf(IOException.class);
    assertThat(time.pending()).isZero();
  }

  @Test
  void one_who_waits_for_a_place_waits_no_longer_than_its_call() {
    PolicyObjects objects = objects(Time.system());
    String[] one = {
      "timeout.value", "0",
      "bulkhead.max-concurrent", "1",
      "bulkhead.queue", "1",
      "bulkhead.max-wait", "1h",
      "circuit-breaker.minimum-calls", "5"
    };
    LocalGuard patient = guard(Time.system(), objects, one);
    one[1] = "20ms";
    LocalGuard guard = guard(Time.system(), objects, one);
    CompletionStage<String> held = patient.callAsync(CompletableFuture::new);
    CallException late = catchThrowableOfType(CallException.class, () -> call(guard, () -> "a"));
    assertThat(late.outcome()).isEqualTo(Outcome.LOCAL_REJECT);
    assertThat(late.code()).isEqualTo(Code.DEADLINE_EXCEEDED);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(breaker(guard).metrics().ignored()).isEqualTo(1);
    held.toCompletableFuture().cancel(true);
    assertThat(guard.toString()).contains("0 on their way");
  }

  @Test
  void a_timer_that_cannot_be_set_leaves_nothing_taken() {
    Time broken =
        new Moving(time) {
          @Override
          public Timer schedule(long delayNanos, Runnable task) {
            throw new IllegalStateException("no timer");
          }
        };
    LocalGuard guard =
        guard(
            broken,
            "timeout.value",
            "0",
            "timeout.attempt",
            "1s",
            "bulkhead.max-concurrent",
            "1",
            "circuit-breaker.minimum-calls",
            "5");
    assertThatThrownBy(() -> call(guard, () -> "a")).hasMessage("no timer");
    assertThat(guard.toString()).contains("0 on their way");
    assertThat(breaker(guard).metrics().ignored()).isEqualTo(1);
  }

  @Test
  void a_listener_that_breaks_does_not_give_a_place_back_twice() {
    LocalGuard guard =
        guard(
            "circuit-breaker.minimum-calls", "1",
            "circuit-breaker.slow-after", "50ms",
            "bulkhead.max-concurrent", "1");
    breaker(guard)
        .onEvent(
            event -> {
              throw new AssertionError("on purpose");
            });
    assertThatThrownBy(() -> call(guard, this::answerLate)).hasMessage("on purpose");
    assertThat(guard.toString()).contains(", 0 on their way");
    assertThat(breaker(guard).metrics().total()).isEqualTo(1);
  }

  /** A clock on which a pause is over as soon as it has begun. */
  private static class Moving implements Time {
    private final ManualTime time;

    Moving(ManualTime time) {
      this.time = time;
    }

    @Override
    public long now() {
      return time.now();
    }

    @Override
    public Timer schedule(long delayNanos, Runnable task) {
      Timer timer = time.schedule(delayNanos, task);
      if (delayNanos <= TimeUnit.MILLISECONDS.toNanos(1)) {
        time.advance(Duration.ofNanos(delayNanos));
      }
      return timer;
    }
  }
}
