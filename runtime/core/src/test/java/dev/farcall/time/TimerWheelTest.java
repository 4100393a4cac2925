package dev.farcall.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.fixture.Await;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class TimerWheelTest {

  private static final long MILLIS = 1_000_000;

  private final TimerWheel wheel = new TimerWheel();

  @Test
  void a_task_runs_after_its_delay_and_not_before() throws Exception {
    for (long millis : new long[] {0, 1, 7, 50}) {
      long begin = System.nanoTime();
      CompletableFuture<Long> ran = new CompletableFuture<>();
      wheel.schedule(begin, millis * MILLIS, () -> ran.complete(System.nanoTime()));
      assertThat(Await.get(ran) - begin).isGreaterThanOrEqualTo(millis * MILLIS);
    }
  }

  @Test
  void a_delay_longer_than_a_turn_of_the_wheel_is_kept() throws Exception {
    long begin = System.nanoTime();
    CompletableFuture<Long> ran = new CompletableFuture<>();
    wheel.schedule(begin, 4_200 * MILLIS, () -> ran.complete(System.nanoTime()));
    assertThat(Await.get(ran) - begin).isBetween(4_200 * MILLIS, 8_000 * MILLIS);
  }

  @Test
  void an_earlier_task_wakes_a_wheel_that_sleeps_for_a_later_one() throws Exception {
    wheel.schedule(System.nanoTime(), TimeUnit.HOURS.toNanos(1), () -> {});
    CompletableFuture<Boolean> ran = new CompletableFuture<>();
    wheel.schedule(System.nanoTime(), 5 * MILLIS, () -> ran.complete(true));
    assertThat(Await.get(ran)).isTrue();
  }

  @Test
  void a_cancelled_task_does_not_run() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    Time.Timer cancelled = wheel.schedule(System.nanoTime(), 5 * MILLIS, runs::incrementAndGet);
    CompletableFuture<Boolean> later = new CompletableFuture<>();
    assertThat(cancelled.cancel()).isTrue();
    assertThat(cancelled.cancel()).isFalse();
    wheel.schedule(System.nanoTime(), 20 * MILLIS, () -> later.complete(true));
    Await.get(later);
    assertThat(runs).hasValue(0);
  }

  @Test
  void an_alarm_is_set_and_cleared_again_and_again() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    CompletableFuture<Boolean> ran = new CompletableFuture<>();
    Time.Alarm alarm =
        wheel.alarm(
            () -> {
              runs.incrementAndGet();
              ran.complete(true);
            });
    assertThat(alarm.clear()).isFalse();
    for (int i = 0; i < 10_000; i++) {
      alarm.set(System.nanoTime(), (5_000 + i) * MILLIS);
      assertThat(alarm.clear()).isTrue();
    }
    assertThat(runs).hasValue(0);
    alarm.set(System.nanoTime(), 2 * MILLIS);
    Await.get(ran);
    assertThat(alarm.clear()).isFalse();
    assertThat(runs).hasValue(1);
  }

  @Test
  void a_task_that_throws_does_not_stop_the_others() throws Exception {
    CompletableFuture<Boolean> later = new CompletableFuture<>();
    wheel.schedule(
        System.nanoTime(),
        MILLIS,
        () -> {
          throw new IllegalStateException("on purpose");
        });
    wheel.schedule(System.nanoTime(), 10 * MILLIS, () -> later.complete(true));
    assertThat(Await.get(later)).isTrue();
  }

  @Test
  void tasks_of_many_threads_each_run_once_or_are_cancelled() throws Exception {
    int threads = 4;
    int each = 20_000;
    AtomicIntegerArray runs = new AtomicIntegerArray(threads * each);
    AtomicInteger pending = new AtomicInteger();
    List<CompletableFuture<Void>> done = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      int from = t * each;
      done.add(
          CompletableFuture.runAsync(
              () -> {
                for (int i = from; i < from + each; i++) {
                  int task = i;
                  boolean cancel = i % 2 == 0;
                  // Those to be cancelled are far away, so that cancelling always comes in time.
                  long delay =
                      cancel ? 60_000 * MILLIS : ThreadLocalRandom.current().nextLong(3 * MILLIS);
                  Time.Timer timer =
                      wheel.schedule(
                          System.nanoTime(),
                          delay,
                          () -> {
                            runs.incrementAndGet(task);
                            pending.decrementAndGet();
                          });
                  if (cancel) {
                    timer.cancel();
                  } else {
                    pending.incrementAndGet();
                  }
                }
              }));
    }
    for (CompletableFuture<Void> thread : done) {
      Await.get(thread);
    }
    Await.until(() -> pending.get() == 0);
    for (int i = 0; i < runs.length(); i++) {
      assertThat(runs.get(i)).as("task %d", i).isEqualTo(i % 2);
    }
  }
}
