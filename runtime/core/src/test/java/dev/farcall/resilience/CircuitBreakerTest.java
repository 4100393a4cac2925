package dev.farcall.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.farcall.annotation.Code;
import dev.farcall.annotation.Mode;
import dev.farcall.annotation.Transient;
import dev.farcall.call.CallException;
import dev.farcall.call.Failure;
import dev.farcall.call.Outcome;
import dev.farcall.call.RetryInfo;
import dev.farcall.call.Verdict;
import dev.farcall.policy.CircuitBreakerPolicy;
import dev.farcall.resilience.CircuitBreaker.State;
import dev.farcall.time.ManualTime;
import dev.farcall.time.Time;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {

  private final ManualTime time = new ManualTime();
  private final List<CircuitBreakerEvent> events = new ArrayList<>();
  private CircuitBreaker breaker = of(CircuitBreakerPolicy.DEFAULT);

  private CircuitBreaker of(CircuitBreakerPolicy policy) {
    CircuitBreaker made = CircuitBreaker.of("charge", policy, time);
    made.onEvent(events::add);
    return made;
  }

  private static CircuitBreakerPolicy policy(
      @Nullable Duration slowAfter, int minimum, int windowCalls, int probes, Mode mode) {
    return new CircuitBreakerPolicy(
        0.5,
        0.5,
        slowAfter,
        minimum,
        Duration.ofSeconds(20),
        windowCalls,
        Duration.ofSeconds(10),
        Duration.ofSeconds(120),
        probes,
        mode);
  }

  private boolean call(Verdict verdict) {
    return call(verdict, Duration.ZERO);
  }

  /** Whether it passed. */
  private boolean call(Verdict verdict, Duration took) {
    long start = time.now();
    Permit permit = breaker.acquire(start, Long.MAX_VALUE);
    if (permit == null) {
      return false;
    }
    time.advance(took);
    breaker.record(permit, start, time.now(), verdict);
    return true;
  }

  private void calls(int count, Verdict verdict) {
    for (int i = 0; i < count; i++) {
      assertThat(call(verdict)).isTrue();
    }
  }

  private void trip() {
    calls(10, Verdict.FAILURE);
    assertThat(breaker.state()).isEqualTo(State.OPEN);
  }

  private void halfOpen() {
    trip();
    time.advance(Duration.ofSeconds(10));
  }

  @Test
  void half_of_ten_failed_calls_open_it() {
    calls(5, Verdict.SUCCESS);
    calls(4, Verdict.FAILURE);
    assertThat(breaker.state()).isEqualTo(State.CLOSED);
    calls(1, Verdict.FAILURE);
    assertThat(breaker.state()).isEqualTo(State.OPEN);
    assertThat(call(Verdict.SUCCESS)).isFalse();
  }

  @Test
  void a_success_that_completes_the_minimum_opens_it_too() {
    calls(9, Verdict.FAILURE);
    calls(1, Verdict.SUCCESS);
    assertThat(breaker.state()).isEqualTo(State.OPEN);
  }

  @Test
  void failures_leave_the_window_with_time() {
    calls(9, Verdict.FAILURE);
    time.advance(Duration.ofSeconds(21));
    calls(9, Verdict.FAILURE);
    assertThat(breaker.state()).isEqualTo(State.CLOSED);
    assertThat(breaker.metrics().windowCalls()).isEqualTo(9);
    assertThat(breaker.metrics().total()).isEqualTo(18);
  }

  @Test
  void what_is_ignored_neither_opens_nor_dilutes() {
    calls(9, Verdict.FAILURE);
    calls(1_000, Verdict.IGNORE);
    assertThat(breaker.state()).isEqualTo(State.CLOSED);
    calls(1, Verdict.FAILURE);
    assertThat(breaker.state()).isEqualTo(State.OPEN);
    assertThat(breaker.metrics().ignored()).isEqualTo(1_000);
  }

  @Test
  void a_rejection_says_why_and_when_to_come_again() {
    calls(4, Verdict.SUCCESS);
    calls(6, Verdict.FAILURE);
    time.advance(Duration.ofMillis(1_600));
    Failure failure = breaker.rejection(time.now());
    assertThat(failure.message())
        .isEqualTo(
            "circuit breaker \"charge\" is open: 6 of 10 calls failed within 20 s; try again in"
                + " 8.4 s");
    assertThat(failure.code()).isEqualTo(Code.UNAVAILABLE);
    assertThat(failure.outcome()).isEqualTo(Outcome.LOCAL_REJECT);
    assertThat(CallException.of(failure).reason()).isEqualTo("CIRCUIT_BREAKER_OPEN");
    assertThat(RetryInfo.find(failure.details()))
        .isEqualTo(new RetryInfo(Duration.ofMillis(8_400)));
  }

  @Test
  void probes_that_succeed_close_it_with_an_empty_window() {
    halfOpen();
    calls(2, Verdict.SUCCESS);
    assertThat(breaker.state()).isEqualTo(State.HALF_OPEN);
    calls(1, Verdict.SUCCESS);
    assertThat(breaker.state()).isEqualTo(State.CLOSED);
    assertThat(breaker.metrics().windowCalls()).isZero();
    assertThat(events)
        .extracting(CircuitBreakerEvent::toString)
        .containsExactly(
            "circuit breaker \"charge\": CLOSED to OPEN, 10 of 10 calls failed within 20 s",
            "circuit breaker \"charge\": OPEN to HALF_OPEN, its time is over",
            "circuit breaker \"charge\": HALF_OPEN to CLOSED, 3 of 3 probes succeeded");
  }

  @Test
  void it_opens_again_as_soon_as_the_probes_cannot_succeed_any_more() {
    halfOpen();
    calls(2, Verdict.FAILURE);
    assertThat(breaker.state()).isEqualTo(State.OPEN);
    time.advance(Duration.ofSeconds(9));
    assertThat(call(Verdict.SUCCESS)).isFalse();
    time.advance(Duration.ofSeconds(11));
    assertThat(call(Verdict.SUCCESS)).isTrue();
  }

  @Test
  void its_time_doubles_up_to_the_maximum_half_of_it_by_lot() {
    CircuitBreakerPolicy policy = CircuitBreakerPolicy.DEFAULT;
    assertThat(CircuitBreaker.openNanos(policy, 1, 0)).isEqualTo(10_000_000_000L);
    assertThat(CircuitBreaker.openNanos(policy, 1, 1)).isEqualTo(20_000_000_000L);
    assertThat(CircuitBreaker.openNanos(policy, 3, 0)).isEqualTo(40_000_000_000L);
    assertThat(CircuitBreaker.openNanos(policy, 3, 1)).isEqualTo(80_000_000_000L);
    assertThat(CircuitBreaker.openNanos(policy, 1_000, 1)).isEqualTo(120_000_000_000L);
  }

  @Test
  void no_more_probes_pass_than_there_are_leases() {
    halfOpen();
    for (int i = 0; i < 3; i++) {
      assertThat(breaker.acquire(time.now(), Long.MAX_VALUE)).isNotNull();
    }
    assertThat(breaker.acquire(time.now(), Long.MAX_VALUE)).isNull();
    assertThat(breaker.rejection(time.now()).message())
        .contains("is half-open", "10 of 10 calls failed", "try again in 30.0 s");
  }

  @Test
  void a_probe_that_is_ignored_makes_room_for_another() {
    halfOpen();
    for (int i = 0; i < 100; i++) {
      assertThat(call(Verdict.IGNORE)).isTrue();
    }
    assertThat(breaker.state()).isEqualTo(State.HALF_OPEN);
    calls(3, Verdict.SUCCESS);
    assertThat(breaker.state()).isEqualTo(State.CLOSED);
  }

  @Test
  void a_probe_that_is_lost_makes_room_when_its_lease_ends() {
    halfOpen();
    List<Permit> lost = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      lost.add(breaker.acquire(time.now(), Duration.ofSeconds(2).toNanos()));
    }
    time.advance(Duration.ofMillis(1_999));
    assertThat(breaker.acquire(time.now(), Long.MAX_VALUE)).isNull();
    time.advance(Duration.ofMillis(1));
    calls(3, Verdict.SUCCESS);
    assertThat(breaker.state()).isEqualTo(State.CLOSED);
    for (Permit permit : lost) {
      breaker.record(permit, 0, time.now(), Verdict.FAILURE);
    }
    assertThat(breaker.state()).isEqualTo(State.CLOSED);
    assertThat(breaker.metrics().windowFailed()).isZero();
    assertThat(breaker.metrics().total()).isEqualTo(16);
  }

  @Test
  void a_lease_ends_after_thirty_seconds_at_most() {
    halfOpen();
    for (int i = 0; i < 3; i++) {
      assertThat(breaker.acquire(time.now(), Long.MAX_VALUE)).isNotNull();
    }
    time.advance(Duration.ofSeconds(30));
    assertThat(call(Verdict.SUCCESS)).isTrue();
  }

  @Test
  void a_call_of_an_earlier_state_has_no_say() {
    Permit early = breaker.acquire(time.now(), Long.MAX_VALUE);
    assertThat(early).isNotNull();
    halfOpen();
    calls(3, Verdict.SUCCESS);
    for (int i = 0; i < 100; i++) {
      breaker.record(early, time.now(), time.now(), Verdict.FAILURE);
    }
    assertThat(breaker.state()).isEqualTo(State.CLOSED);
    assertThat(breaker.metrics().windowCalls()).isZero();
    assertThat(breaker.metrics().failed()).isEqualTo(110);
  }

  @Test
  void slow_calls_open_it_though_they_succeed() {
    breaker = of(policy(Duration.ofMillis(100), 10, 0, 3, Mode.ENFORCE));
    calls(5, Verdict.SUCCESS);
    for (int i = 0; i < 5; i++) {
      assertThat(call(Verdict.SUCCESS, Duration.ofMillis(101))).isTrue();
    }
    assertThat(breaker.state()).isEqualTo(State.OPEN);
    assertThat(breaker.rejection(time.now()).message())
        .contains("5 of 10 calls took longer than 100 ms within 20 s");
    assertThat(breaker.metrics().slow()).isEqualTo(5);
    assertThat(breaker.metrics().successful()).isEqualTo(10);
  }

  @Test
  void slow_probes_open_it_again() {
    breaker = of(policy(Duration.ofMillis(100), 10, 0, 2, Mode.ENFORCE));
    halfOpen();
    assertThat(call(Verdict.SUCCESS, Duration.ofSeconds(1))).isTrue();
    assertThat(breaker.state()).isEqualTo(State.OPEN);
  }

  @Test
  void a_window_of_calls_looks_at_the_last_ones() {
    breaker = of(policy(null, 10, 20, 3, Mode.ENFORCE));
    calls(100, Verdict.SUCCESS);
    time.advance(Duration.ofHours(1));
    calls(9, Verdict.FAILURE);
    assertThat(breaker.metrics().windowCalls()).isEqualTo(20);
    assertThat(breaker.metrics().windowFailed()).isEqualTo(9);
    calls(1, Verdict.FAILURE);
    assertThat(breaker.state()).isEqualTo(State.OPEN);
    assertThat(breaker.metrics().total()).isEqualTo(110);
  }

  @Test
  void failures_leave_a_window_of_calls_with_calls() {
    breaker = of(policy(null, 20, 20, 3, Mode.ENFORCE));
    for (int round = 0; round < 10; round++) {
      calls(9, Verdict.FAILURE);
      calls(11, Verdict.SUCCESS);
    }
    assertThat(breaker.state()).isEqualTo(State.CLOSED);
    calls(20, Verdict.SUCCESS);
    assertThat(breaker.metrics().windowFailed()).isZero();
  }

  @Test
  void a_shadow_counts_what_it_would_have_rejected() {
    breaker = of(policy(null, 10, 0, 1, Mode.SHADOW));
    trip();
    calls(7, Verdict.FAILURE);
    assertThat(breaker.metrics().rejected()).isEqualTo(7);
    assertThat(breaker.metrics().total()).isEqualTo(17);
    time.advance(Duration.ofSeconds(10));
    calls(1, Verdict.SUCCESS);
    assertThat(breaker.state()).isEqualTo(State.CLOSED);
  }

  @Test
  void one_that_is_off_sees_nothing() {
    breaker = of(policy(null, 10, 0, 1, Mode.OFF));
    calls(100, Verdict.FAILURE);
    assertThat(breaker.state()).isEqualTo(State.DISABLED);
    assertThat(breaker.metrics().total()).isZero();
  }

  @Test
  void it_is_opened_and_disabled_by_hand() {
    breaker.forceOpen();
    time.advance(Duration.ofHours(1));
    assertThat(call(Verdict.SUCCESS)).isFalse();
    assertThat(breaker.rejection(time.now()).message()).contains("until somebody closes it");
    breaker.disable();
    Permit passed = breaker.acquire(time.now(), Long.MAX_VALUE);
    assertThat(passed).isNotNull();
    breaker.record(passed, time.now(), time.now(), Verdict.IGNORE);
    assertThat(breaker.metrics().ignored()).isZero();
    calls(100, Verdict.FAILURE);
    breaker.reset();
    assertThat(breaker.state()).isEqualTo(State.CLOSED);
    assertThat(breaker.metrics().timeOpen()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void it_tells_how_long_it_was_open() {
    assertThat(breaker.metrics().lastOpened()).isNull();
    halfOpen();
    calls(2, Verdict.SUCCESS);
    assertThat(breaker.metrics().timeOpen()).isEqualTo(Duration.ofSeconds(10));
    time.advance(Duration.ofSeconds(2));
    calls(1, Verdict.SUCCESS);
    time.advance(Duration.ofSeconds(3));
    assertThat(breaker.metrics().timeOpen()).isEqualTo(Duration.ofSeconds(12));
    assertThat(breaker.metrics().lastOpened()).isEqualTo(Duration.ofSeconds(15));
  }

  @Test
  void another_policy_keeps_the_state_and_the_counts() {
    calls(9, Verdict.FAILURE);
    breaker.update(policy(Duration.ofSeconds(1), 15, 0, 1, Mode.ENFORCE));
    assertThat(breaker.metrics().windowFailed()).isEqualTo(9);
    calls(6, Verdict.FAILURE);
    assertThat(breaker.state()).isEqualTo(State.OPEN);
    breaker.update(CircuitBreakerPolicy.DEFAULT);
    assertThat(breaker.state()).isEqualTo(State.OPEN);
    breaker.update(policy(null, 10, 0, 3, Mode.OFF));
    assertThat(breaker.state()).isEqualTo(State.DISABLED);
    breaker.update(CircuitBreakerPolicy.DEFAULT);
    assertThat(breaker.state()).isEqualTo(State.CLOSED);
  }

  @Test
  void another_window_begins_empty_and_the_totals_stay() {
    calls(9, Verdict.FAILURE);
    breaker.update(policy(null, 10, 20, 3, Mode.ENFORCE));
    assertThat(breaker.metrics().windowCalls()).isZero();
    assertThat(breaker.metrics().failed()).isEqualTo(9);
  }

  @Test
  void a_listener_that_throws_harms_nobody() {
    List<State> told = new ArrayList<>();
    breaker = CircuitBreaker.of("charge", CircuitBreakerPolicy.DEFAULT, time);
    breaker.onEvent(
        event -> {
          throw new IllegalStateException("no");
        });
    breaker.onEvent(event -> told.add(event.to()));
    trip();
    assertThat(told).containsExactly(State.OPEN);
  }

  @Test
  void an_exception_counts_as_what_it_means() {
    class Busy extends Exception {
      private static final long serialVersionUID = 1;
    }
    @Transient
    class Passing extends Exception {
      private static final long serialVersionUID = 1;
    }
    assertThat(Ends.of(new Busy())).isEqualTo(Outcome.SERVER_ERROR);
    assertThat(Ends.of(new Passing())).isEqualTo(Outcome.TRANSIENT_ERROR);
    assertThat(Ends.of(new InterruptedException())).isEqualTo(Outcome.CANCELLED);
    assertThat(Ends.of(new CallException(Code.NOT_FOUND, "no"))).isEqualTo(Outcome.REFUSED);
  }

  @Test
  void it_guards_any_call() throws Exception {
    assertThat(breaker.call(() -> "a")).isEqualTo("a");
    for (int i = 0; i < 9; i++) {
      assertThatThrownBy(
              () ->
                  breaker.call(
                      () -> {
                        throw new IOException("down");
                      }))
          .isInstanceOf(IOException.class);
    }
    assertThat(catchThrowableOfType(CallException.class, () -> breaker.call(() -> "a")).reason())
        .isEqualTo("CIRCUIT_BREAKER_OPEN");
    assertThat(breaker.metrics().rejected()).isEqualTo(1);
  }

  @Test
  void it_guards_what_ends_later() {
    List<CompletableFuture<String>> ends = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      CompletableFuture<String> end = new CompletableFuture<>();
      ends.add(end);
      breaker.callAsync(() -> end);
    }
    assertThat(breaker.metrics().total()).isZero();
    ends.forEach(end -> end.completeExceptionally(new IOException("down")));
    assertThat(breaker.state()).isEqualTo(State.OPEN);
    assertThat(breaker.callAsync(() -> CompletableFuture.completedFuture("a")))
        .isCompletedExceptionally();
  }

  /** A clock whose recent reading stays behind, and whose readings are counted. */
  private final class Lagging implements Time {
    private final long begin = time.now();
    private int readings;

    @Override
    public long now() {
      readings++;
      return time.now();
    }

    @Override
    public long recent() {
      return begin;
    }

    @Override
    public Timer schedule(long delayNanos, Runnable task) {
      return time.schedule(delayNanos, task);
    }
  }

  @Test
  void a_good_call_reads_no_clock_and_is_counted_all_the_same() throws Exception {
    Lagging clock = new Lagging();
    CircuitBreaker lazy = CircuitBreaker.of("", CircuitBreakerPolicy.DEFAULT, clock);
    clock.readings = 0;
    time.advance(Duration.ofMillis(40));
    for (int i = 0; i < 5; i++) {
      assertThat(lazy.call(() -> "a")).isEqualTo("a");
    }
    assertThat(clock.readings).isZero();
    Callable<String> failing =
        () -> {
          throw new IOException("down");
        };
    for (int i = 0; i < 5; i++) {
      assertThat(lazy.state()).isEqualTo(State.CLOSED);
      assertThatThrownBy(() -> lazy.call(failing)).isInstanceOf(IOException.class);
    }
    assertThat(lazy.state()).isEqualTo(State.OPEN);
    assertThat(lazy.metrics().total()).isEqualTo(10);
  }

  @Test
  void a_good_call_counts_no_earlier_than_it_began() {
    Lagging clock = new Lagging();
    CircuitBreaker lazy = CircuitBreaker.of("", CircuitBreakerPolicy.DEFAULT, clock);
    time.advance(Duration.ofSeconds(30));
    Permit permit = lazy.acquire(time.now(), Long.MAX_VALUE);
    assertThat(permit).isNotNull();
    lazy.recordGood(permit, time.now());
    assertThat(lazy.metrics().windowCalls()).isEqualTo(1);
  }
}
