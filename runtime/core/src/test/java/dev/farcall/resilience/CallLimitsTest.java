package dev.farcall.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farcall.call.CallException;
import dev.farcall.fixture.Await;
import dev.farcall.time.ManualTime;
import dev.farcall.time.Time;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Limits that a thread uses again for one call after the other, and for calls within calls. */
class CallLimitsTest {

  private final ManualTime time = new ManualTime();
  private final Timeout hundred = Timeout.of("hundred", Duration.ofMillis(100), time);
  private final Timeout fifty = Timeout.of("fifty", Duration.ofMillis(50), time);

  @AfterEach
  void nothingIsLeftBehind() {
    assertThat(Thread.interrupted()).isFalse();
    assertThat(time.pending()).isZero();
  }

  private boolean interruptedAfter(long millis) {
    time.advance(Duration.ofMillis(millis));
    return Thread.currentThread().isInterrupted();
  }

  @Test
  void a_call_within_a_call_has_limits_of_its_own() throws Exception {
    for (int round = 0; round < 3; round++) {
      String result =
          hundred.call(
              () -> {
                assertThatThrownBy(() -> fifty.call(() -> interruptedAfter(60)))
                    .isInstanceOf(CallException.class)
                    .hasMessageContaining("\"fifty\" did not answer within 50 ms");
                assertThat(Thread.currentThread().isInterrupted()).isFalse();
                assertThat(fifty.call(() -> interruptedAfter(30))).isFalse();
                return "outer";
              });
      assertThat(result).isEqualTo("outer");
      assertThatThrownBy(() -> hundred.call(() -> interruptedAfter(100)))
          .hasMessageContaining("\"hundred\" did not answer within 100 ms");
    }
    assertThat(fifty.expired()).isEqualTo(3);
    assertThat(hundred.expired()).isEqualTo(3);
  }

  @Test
  void the_inner_call_may_outlast_the_outer_one() {
    assertThatThrownBy(
            () ->
                fifty.call(
                    () -> {
                      boolean seen = hundred.call(() -> interruptedAfter(60));
                      assertThat(seen).isTrue();
                      return "outer";
                    }))
        .hasMessageContaining("\"fifty\" did not answer");
    assertThat(hundred.expired()).isZero();
  }

  @Test
  void another_clock_gets_limits_of_its_own() throws Exception {
    ManualTime other = new ManualTime();
    Timeout elsewhere = Timeout.of("elsewhere", Duration.ofMillis(1), other);
    assertThat(hundred.call(() -> elsewhere.call(() -> interruptedAfter(10)))).isFalse();
    assertThat(elsewhere.call(() -> hundred.call(() -> interruptedAfter(10)))).isFalse();
    assertThat(other.pending()).isZero();
  }

  /** The timer has taken its task when the call ends, and runs it when the next one is on. */
  @Test
  void an_interrupt_never_hits_the_next_call() throws Exception {
    List<Runnable> taken = new ArrayList<>();
    Time tardy = new Tardy(taken);
    Timeout timeout = Timeout.of("tardy", Duration.ofMillis(1), tardy);
    assertThat(timeout.call(() -> "first")).isEqualTo("first");
    assertThat(taken).hasSize(1);
    boolean interrupted =
        timeout.call(
            () -> {
              taken.get(0).run();
              return Thread.currentThread().isInterrupted();
            });
    assertThat(interrupted).isFalse();
    assertThat(timeout.expired()).isZero();
  }

  /** The same of an attempt, in a call that goes on. */
  @Test
  void an_interrupt_never_hits_the_next_attempt() {
    List<Runnable> taken = new ArrayList<>();
    Timeout attempt = Timeout.of("attempt", Duration.ofMillis(1), new Tardy(taken));
    CallLimits limits = CallLimits.begin(new Tardy(taken), null, attempt);
    limits.beginAttempt();
    IllegalStateException failure = new IllegalStateException("down");
    assertThat(limits.endOfAttempt(failure)).isSameAs(failure);
    limits.beginAttempt();
    taken.get(0).run();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(limits.end()).isTrue();
  }

  /** What is cancelled there is already on its way. */
  private record Tardy(List<Runnable> taken) implements Time {
    @Override
    public long now() {
      return 0;
    }

    @Override
    public Timer schedule(long delayNanos, Runnable task) {
      taken.add(task);
      return () -> false;
    }
  }

  /** The timer and the end of a call meet, as they may. */
  @Test
  void calls_that_end_at_their_limit_leave_the_thread_clean() throws Exception {
    List<CompletableFuture<Void>> threads = new ArrayList<>();
    for (int thread = 0; thread < 2; thread++) {
      threads.add(CompletableFuture.runAsync(CallLimitsTest::callsAtTheirLimit));
    }
    for (CompletableFuture<Void> thread : threads) {
      Await.get(thread);
    }
  }

  private static void callsAtTheirLimit() {
    Timeout brief = Timeout.of("brief", Duration.ofNanos(1), Time.system());
    Timeout ample = Timeout.of("ample", Duration.ofMinutes(10), Time.system());
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(700);
    while (System.nanoTime() - end < 0) {
      long busy = ThreadLocalRandom.current().nextLong(2_200_000);
      try {
        brief.call(() -> spin(busy));
      } catch (CallException late) {
        assertThat(late).hasMessageContaining("\"brief\"");
      } catch (Exception e) {
        throw new AssertionError(e);
      }
      for (int i = 0; i < 50; i++) {
        try {
          assertThat(ample.call(() -> spin(10_000))).isFalse();
        } catch (Exception e) {
          throw new AssertionError(e);
        }
      }
    }
    assertThat(brief.expired()).isPositive();
    assertThat(ample.expired()).isZero();
  }

  private static boolean spin(long nanos) {
    long end = System.nanoTime() + nanos;
    while (System.nanoTime() - end < 0) {
      Thread.onSpinWait();
    }
    return Thread.currentThread().isInterrupted();
  }
}
