package dev.farcall.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.farcall.annotation.Code;
import dev.farcall.annotation.Mode;
import dev.farcall.call.CallException;
import dev.farcall.call.LimiterEffect;
import dev.farcall.call.Outcome;
import dev.farcall.call.RetryInfo;
import dev.farcall.fixture.Await;
import dev.farcall.policy.BulkheadPolicy;
import dev.farcall.policy.ConcurrencyLimitPolicy;
import dev.farcall.policy.HedgePolicy;
import dev.farcall.policy.RateLimitPolicy;
import dev.farcall.policy.RetryPolicy;
import dev.farcall.time.ManualTime;
import dev.farcall.time.Time;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Bulkhead, rate limit, concurrency limit, timeout, retry and their budget, as plain objects. */
class LimitsTest {

  private final ManualTime time = new ManualTime();

  private static BulkheadPolicy queueing(int max, int queue, long millis) {
    return new BulkheadPolicy(max, queue, Duration.ofMillis(millis), Mode.ENFORCE);
  }

  @Test
  void a_full_bulkhead_says_so() {
    Bulkhead bulkhead = Bulkhead.of("render", BulkheadPolicy.of(1), time);
    CompletableFuture<String> slow = new CompletableFuture<>();
    bulkhead.callAsync(() -> slow);
    CallException full = catchThrowableOfType(CallException.class, () -> bulkhead.call(() -> "a"));
    assertThat(full)
        .hasMessage(
            "RESOURCE_EXHAUSTED: bulkhead \"render\" is full: 1 calls are on their way; try again"
                + " when one has ended");
    assertThat(full.details()).noneMatch(detail -> RetryInfo.find(List.of(detail)) != null);
    assertThat(full.reason()).isEqualTo("BULKHEAD_FULL");
    assertThat(full.outcome()).isEqualTo(Outcome.LOCAL_REJECT);
    slow.complete("b");
    assertThat(bulkhead.metrics()).isEqualTo(new Bulkhead.Metrics(0, 0, 1));
  }

  @Test
  void those_that_wait_go_on_in_their_order() throws Exception {
    Bulkhead bulkhead = Bulkhead.of("", queueing(1, 2, 100), time);
    List<CompletableFuture<Integer>> bodies = new ArrayList<>();
    List<CompletableFuture<Integer>> ends = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      CompletableFuture<Integer> body = new CompletableFuture<>();
      bodies.add(body);
      ends.add(bulkhead.callAsync(() -> body).toCompletableFuture());
    }
    assertThat(ends.get(3)).isCompletedExceptionally();
    assertThat(bulkhead.metrics()).isEqualTo(new Bulkhead.Metrics(1, 2, 1));
    bodies.get(0).complete(0);
    bodies.get(1).complete(1);
    assertThat(Await.get(ends.get(1))).isEqualTo(1);
    assertThat(bulkhead.metrics()).isEqualTo(new Bulkhead.Metrics(1, 0, 1));
    bodies.get(2).complete(2);
    assertThat(bulkhead.metrics().inFlight()).isZero();
    assertThat(time.pending()).isZero();
  }

  @Test
  void one_waits_no_longer_than_it_may() {
    Bulkhead bulkhead = Bulkhead.of("", queueing(1, 2, 100), time);
    bulkhead.callAsync(CompletableFuture::new);
    CompletableFuture<String> late =
        bulkhead.callAsync(() -> CompletableFuture.completedFuture("a")).toCompletableFuture();
    time.advance(Duration.ofMillis(99));
    assertThat(late).isNotDone();
    time.advance(Duration.ofMillis(1));
    assertThat(late).isCompletedExceptionally();
    assertThat(bulkhead.metrics()).isEqualTo(new Bulkhead.Metrics(1, 0, 1));
  }

  @Test
  void more_room_lets_those_that_wait_in() {
    Bulkhead bulkhead = Bulkhead.of("", queueing(1, 5, 100), time);
    for (int i = 0; i < 4; i++) {
      bulkhead.callAsync(CompletableFuture::new);
    }
    bulkhead.update(queueing(3, 5, 100));
    assertThat(bulkhead.metrics()).isEqualTo(new Bulkhead.Metrics(3, 1, 0));
  }

  @Test
  void a_shadow_bulkhead_counts_only() throws Exception {
    Bulkhead bulkhead = Bulkhead.of("", new BulkheadPolicy(1, 0, Duration.ZERO, Mode.SHADOW), time);
    bulkhead.callAsync(CompletableFuture::new);
    assertThat(bulkhead.call(() -> "a")).isEqualTo("a");
    assertThat(bulkhead.metrics()).isEqualTo(new Bulkhead.Metrics(1, 0, 1));
  }

  @Test
  void a_thousand_that_wait_do_not_go_on_on_top_of_each_other() {
    Bulkhead bulkhead = Bulkhead.of("", queueing(1, 100_000, 100), time);
    CompletableFuture<String> first = new CompletableFuture<>();
    bulkhead.callAsync(() -> first);
    AtomicInteger passed = new AtomicInteger();
    for (int i = 0; i < 50_000; i++) {
      bulkhead.callAsync(
          () -> {
            passed.incrementAndGet();
            return CompletableFuture.completedFuture("a");
          });
    }
    first.complete("b");
    assertThat(passed).hasValue(50_000);
    assertThat(bulkhead.metrics().inFlight()).isZero();
  }

  @Test
  void one_that_goes_on_slowly_keeps_no_other_waiting() throws Exception {
    Bulkhead bulkhead = Bulkhead.of("", queueing(2, 5, 100), time);
    List<CompletableFuture<String>> bodies = List.of(later(), later());
    bodies.forEach(body -> bulkhead.callAsync(() -> body));
    CountDownLatch working = new CountDownLatch(1);
    CountDownLatch enough = new CountDownLatch(1);
    bulkhead.callAsync(
        () -> {
          working.countDown();
          awaitUninterrupted(enough);
          return CompletableFuture.completedFuture("slow");
        });
    CompletionStage<String> next =
        bulkhead.callAsync(() -> CompletableFuture.completedFuture("next"));
    Thread slow = new Thread(() -> bodies.get(0).complete("a"));
    slow.start();
    assertThat(working.await(10, TimeUnit.SECONDS)).isTrue();
    bodies.get(1).complete("b");
    assertThat(next.toCompletableFuture()).isCompletedWithValue("next");
    enough.countDown();
    slow.join();
  }

  private static CompletableFuture<String> later() {
    return new CompletableFuture<>();
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  @Test
  void a_rate_limit_says_when_to_come_again() {
    RateLimiter limiter =
        RateLimiter.of("mail", new RateLimitPolicy(10, Duration.ofSeconds(1), 1), time);
    assertThat(limiter.acquire(time.now(), Long.MAX_VALUE)).isZero();
    CallException limited =
        catchThrowableOfType(CallException.class, () -> limiter.call(() -> "a"));
    assertThat(limited)
        .hasMessage(
            "RESOURCE_EXHAUSTED: rate limit \"mail\" is reached: 10 per 1 s, burst 1; try again in"
                + " 100 ms");
    assertThat(limited.reason()).isEqualTo("RATE_LIMITED");
    assertThat(RetryInfo.find(limited.details())).isEqualTo(new RetryInfo(Duration.ofMillis(100)));
    time.advance(Duration.ofMillis(100));
    assertThat(limiter.acquire(time.now(), Long.MAX_VALUE)).isZero();
    assertThat(limiter.metrics()).isEqualTo(new RateLimiter.Metrics(1));
  }

  @Test
  void turns_that_come_soon_enough_are_kept() {
    RateLimiter limiter =
        RateLimiter.of(
            "",
            new RateLimitPolicy(10, Duration.ofSeconds(1), 1, Duration.ofMillis(250), Mode.ENFORCE),
            time);
    List<CompletableFuture<String>> ends = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      ends.add(
          limiter.callAsync(() -> CompletableFuture.completedFuture("a")).toCompletableFuture());
    }
    assertThat(ends.get(0)).isCompleted();
    assertThat(ends.get(3)).isCompletedExceptionally();
    time.advance(Duration.ofMillis(100));
    assertThat(ends.get(1)).isCompleted();
    assertThat(ends.get(2)).isNotDone();
    time.advance(Duration.ofMillis(100));
    assertThat(ends.get(2)).isCompleted();
  }

  @Test
  void no_thread_sleeps_for_its_turn() throws Exception {
    RateLimitPolicy patient =
        new RateLimitPolicy(10, Duration.ofSeconds(1), 1, Duration.ofSeconds(1), Mode.ENFORCE);
    RateLimiter limiter = RateLimiter.of("", patient, time);
    assertThat(limiter.call(() -> "a")).isEqualTo("a");
    CallException limited =
        catchThrowableOfType(CallException.class, () -> limiter.call(() -> "b"));
    assertThat(RetryInfo.find(limited.details())).isEqualTo(new RetryInfo(Duration.ofMillis(100)));
    assertThat(time.pending()).isZero();
  }

  @Test
  void a_call_that_ends_before_its_turn_does_not_wait_for_it() {
    RateLimiter limiter =
        RateLimiter.of(
            "",
            new RateLimitPolicy(10, Duration.ofSeconds(1), 1, Duration.ofSeconds(1), Mode.ENFORCE),
            time);
    assertThat(limiter.acquire(time.now(), 50_000_000)).isZero();
    assertThat(limiter.acquire(time.now(), 50_000_000)).isEqualTo(-100_000_000);
    assertThat(limiter.acquire(time.now(), 200_000_000)).isEqualTo(100_000_000);
    assertThat(limiter.acquire(time.now(), -1)).isNegative();
  }

  @Test
  void another_rate_keeps_what_was_taken() {
    RateLimiter limiter = RateLimiter.of("", RateLimitPolicy.perSecond(10), time);
    for (int i = 0; i < 10; i++) {
      assertThat(limiter.acquire(time.now(), Long.MAX_VALUE)).isZero();
    }
    limiter.update(RateLimitPolicy.perSecond(100).burst(20));
    for (int i = 0; i < 10; i++) {
      assertThat(limiter.acquire(time.now(), Long.MAX_VALUE)).as("call %s", i).isZero();
    }
    assertThat(limiter.acquire(time.now(), Long.MAX_VALUE)).isNegative();
  }

  @Test
  void a_limit_grows_while_it_is_used_and_shrinks_once_for_one_overload() {
    ConcurrencyLimiter limiter =
        ConcurrencyLimiter.of("", new ConcurrencyLimitPolicy(10, 2, 12, Mode.ENFORCE), time);
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < limiter.metrics().limit(); i++) {
        assertThat(limiter.tryAcquire()).isTrue();
      }
      while (limiter.metrics().inFlight() > 0) {
        limiter.release(0, 0, LimiterEffect.GROW);
      }
    }
    assertThat(limiter.metrics().limit()).isEqualTo(10); // a tenth of the calls found it used
    for (int i = 0; i < 200; i++) {
      while (limiter.tryAcquire()) {
        // all of it
      }
      while (limiter.metrics().inFlight() > 0) {
        limiter.release(0, 0, LimiterEffect.GROW);
      }
    }
    assertThat(limiter.metrics().limit()).isEqualTo(12);
    for (int i = 0; i < 12; i++) {
      assertThat(limiter.tryAcquire()).isTrue();
    }
    for (int i = 0; i < 12; i++) {
      limiter.release(5, 10 + i, LimiterEffect.SHRINK);
    }
    assertThat(limiter.metrics().limit()).isEqualTo(10);
    for (long i = 1; i < 50; i++) {
      assertThat(limiter.tryAcquire()).isTrue();
      limiter.release(i * 100, i * 100 + 1, LimiterEffect.SHRINK);
    }
    assertThat(limiter.metrics().limit()).isEqualTo(2);
  }

  @Test
  void a_call_that_blocks_is_interrupted_and_nobody_after_it() {
    Timeout timeout = Timeout.of("load", Duration.ofMillis(20), Time.system());
    CountDownLatch never = new CountDownLatch(1);
    CallException late =
        catchThrowableOfType(
            CallException.class,
            () ->
                timeout.call(
                    () -> {
                      never.await();
                      return "a";
                    }));
    assertThat(late).hasMessage("DEADLINE_EXCEEDED: \"load\" did not answer within 20 ms");
    assertThat(late).hasCauseInstanceOf(InterruptedException.class);
    assertThat(late.outcome()).isEqualTo(Outcome.OWN_LIMIT);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(timeout.expired()).isEqualTo(1);
  }

  @Test
  void a_call_in_time_leaves_no_timer() throws Exception {
    Timeout timeout = Timeout.of("load", Duration.ofMillis(20), time);
    assertThat(timeout.call(() -> "a")).isEqualTo("a");
    assertThatThrownBy(
            () ->
                timeout.call(
                    () -> {
                      throw new IOException("down");
                    }))
        .isInstanceOf(IOException.class);
    assertThat(time.pending()).isZero();
  }

  @Test
  void a_stage_that_takes_too_long_is_cancelled() {
    Timeout timeout = Timeout.of("load", Duration.ofMillis(20), time);
    CompletableFuture<String> slow = new CompletableFuture<>();
    CompletableFuture<String> bounded = timeout.callAsync(() -> slow).toCompletableFuture();
    time.advance(Duration.ofMillis(20));
    assertThat(bounded).isCompletedExceptionally();
    assertThat(slow).isCancelled();
  }

  @Test
  void what_takes_long_is_asked_for_again_and_the_loser_cancelled() {
    Hedge hedge =
        Hedge.of("quote", new HedgePolicy(2, Duration.ofMillis(20)), RetryBudget.of(time), time);
    List<CompletableFuture<String>> bodies = new ArrayList<>();
    CompletableFuture<String> call =
        hedge
            .callAsync(
                () -> {
                  CompletableFuture<String> body = new CompletableFuture<>();
                  bodies.add(body);
                  return body;
                })
            .toCompletableFuture();
    time.advance(Duration.ofMillis(19));
    assertThat(bodies).hasSize(1);
    time.advance(Duration.ofMillis(1));
    assertThat(bodies).hasSize(2);
    bodies.get(1).complete("a");
    assertThat(call).isCompletedWithValue("a");
    assertThat(bodies.get(0)).isCancelled();
    assertThat(hedge.metrics()).isEqualTo(new Hedge.Metrics(1, 1, 0));
    assertThat(time.pending()).isZero();
  }

  @Test
  void an_overload_is_not_answered_by_a_second_call() {
    Hedge hedge =
        Hedge.of("quote", new HedgePolicy(2, Duration.ofMillis(20)), RetryBudget.of(time), time);
    AtomicInteger attempts = new AtomicInteger();
    CompletionStage<String> call =
        hedge.callAsync(
            () -> {
              attempts.incrementAndGet();
              return CompletableFuture.failedFuture(
                  new CallException(Code.RESOURCE_EXHAUSTED, "too many"));
            });
    assertThat(call.toCompletableFuture()).isCompletedExceptionally();
    assertThat(attempts).hasValue(1);
  }

  @Test
  void a_hedge_that_begins_as_the_first_answers_is_a_loser_like_others() {
    Hedge hedge =
        Hedge.of("quote", new HedgePolicy(2, Duration.ofMillis(20)), RetryBudget.of(time), time);
    List<CompletableFuture<String>> bodies = new ArrayList<>();
    CompletionStage<String> call =
        hedge.callAsync(
            () -> {
              bodies.forEach(body -> body.complete("a"));
              bodies.add(new CompletableFuture<>());
              return bodies.get(bodies.size() - 1);
            });
    time.advance(Duration.ofMillis(20));
    assertThat(call.toCompletableFuture()).isCompletedWithValue("a");
    assertThat(bodies.get(1)).isCancelled();
    assertThat(hedge.metrics()).isEqualTo(new Hedge.Metrics(1, 0, 0));
  }

  @Test
  void a_hedge_that_fails_leaves_the_other_its_chance() {
    Hedge hedge =
        Hedge.of("quote", new HedgePolicy(2, Duration.ofMillis(20)), RetryBudget.of(time), time);
    CompletableFuture<String> first = new CompletableFuture<>();
    AtomicInteger attempts = new AtomicInteger();
    CompletableFuture<String> call =
        hedge
            .callAsync(
                () ->
                    attempts.incrementAndGet() == 1
                        ? first
                        : CompletableFuture.failedFuture(new IOException("down")))
            .toCompletableFuture();
    time.advance(Duration.ofMillis(20));
    assertThat(attempts).hasValue(2);
    assertThat(call).isNotDone();
    first.complete("a");
    assertThat(call).isCompletedWithValue("a");
  }

  private Retry retry(int attempts) {
    return Retry.of(
        "quote",
        new RetryPolicy(attempts, Duration.ofMillis(50), Duration.ofSeconds(1)),
        RetryBudget.of(Time.system()),
        Time.system());
  }

  @Test
  void what_fails_is_tried_again_until_it_succeeds() throws Exception {
    AtomicInteger attempts = new AtomicInteger();
    Retry retry = retry(3);
    String answer =
        retry.call(
            () -> {
              if (attempts.incrementAndGet() < 3) {
                throw new IOException("down");
              }
              return "a";
            });
    assertThat(answer).isEqualTo("a");
    assertThat(retry.metrics()).isEqualTo(new Retry.Metrics(2, 0, 0));
  }

  @Test
  void the_last_failure_is_what_the_caller_gets() {
    AtomicInteger attempts = new AtomicInteger();
    Retry retry = retry(3);
    assertThatThrownBy(
            () ->
                retry.call(
                    () -> {
                      throw new IOException("attempt " + attempts.incrementAndGet());
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("attempt 3");
    assertThat(retry.metrics().exhausted()).isEqualTo(1);
  }

  @Test
  void what_was_refused_is_not_tried_again() {
    AtomicInteger attempts = new AtomicInteger();
    assertThatThrownBy(
            () ->
                retry(3)
                    .call(
                        () -> {
                          attempts.incrementAndGet();
                          throw new CallException(Code.NOT_FOUND, "no such quote");
                        }))
        .isInstanceOf(CallException.class);
    assertThat(attempts).hasValue(1);
  }

  @Test
  void a_budget_forgets_after_ten_seconds() {
    RetryBudget budget = RetryBudget.of(time);
    int drawn = 0;
    while (budget.withdraw(time.now())) {
      drawn++;
    }
    assertThat(drawn).isEqualTo(100);
    time.advance(Duration.ofSeconds(10));
    assertThat(budget.withdraw(time.now())).isFalse();
    time.advance(Duration.ofSeconds(1));
    assertThat(budget.withdraw(time.now())).isTrue();
  }

  @Test
  void whatever_comes_a_budget_bounds_what_peers_are_sent() {
    java.util.Random random = new java.util.Random(4);
    RetryBudget budget = RetryBudget.of(time);
    long offered = 0;
    long again = 0;
    for (int tick = 1; tick <= 6_000; tick++) { // ten minutes
      int calls = random.nextInt(10) == 0 ? random.nextInt(2_000) : random.nextInt(3);
      for (int i = 0; i < calls; i++) {
        budget.deposit(time.now());
        offered++;
      }
      for (int i = 0; i < 3 * calls + 50 && budget.withdraw(time.now()); i++) {
        again++;
      }
      time.advance(Duration.ofMillis(100));
      assertThat(again).isLessThanOrEqualTo((long) (0.2 * offered + 10 * tick / 10.0 + 100));
    }
  }
}
