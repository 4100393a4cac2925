package dev.farcall.resilience;

import dev.farcall.annotation.Code;
import dev.farcall.call.CallException;
import dev.farcall.call.Failure;
import dev.farcall.call.LimiterEffect;
import dev.farcall.call.Outcome;
import dev.farcall.call.Verdict;
import dev.farcall.time.Time;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The policies of one method of this process, for code that is written by the compiler: they are
 * kept in the order of all calls, on the thread of the caller, and nothing is allocated while all
 * goes well.
 *
 * <pre>{@code
 * CallLimits limits = guard.begin();
 * try {
 *   for (int attempt = 1; ; attempt++) {
 *     long start = guard.now();
 *     Permit permit = guard.enter(limits, start, attempt);
 *     Receipt result;
 *     try {
 *       result = target.charge(order);
 *     } catch (Throwable thrown) {
 *       guard.failed(limits, permit, start, thrown, attempt);
 *       continue;
 *     }
 *     guard.succeeded(limits, permit, start);
 *     return result;
 *   }
 * } catch (Throwable thrown) {
 *   throw guard.ended(limits, thrown);
 * }
 * }</pre>
 *
 * <p>What answers after its time, since it does not heed the interrupt, has answered; but its
 * circuit breaker and its concurrency limit take it for a failure.
 */
public final class LocalGuard {

  private final Time time;
  private final MethodPolicies policies;
  private final @Nullable Timeout total;
  private final @Nullable Timeout attempt;
  private final @Nullable Retry retry;
  private final @Nullable CircuitBreaker breaker;
  private final @Nullable RateLimiter rateLimiter;
  private final @Nullable Bulkhead bulkhead;
  private final @Nullable ConcurrencyLimiter concurrencyLimiter;

  /**
   * One that keeps these.
   *
   * @param policies of a method of this process
   */
  public LocalGuard(Time time, MethodPolicies policies) {
    this.time = time;
    this.policies = policies;
    this.total = policies.timeout();
    this.attempt = policies.attemptTimeout();
    this.retry = policies.retry();
    this.breaker = policies.circuitBreaker();
    this.rateLimiter = policies.rateLimiter();
    this.bulkhead = policies.bulkhead();
    this.concurrencyLimiter = policies.concurrencyLimiter();
  }

  /** A call begins, on this thread. */
  public @Nullable CallLimits begin() {
    return total == null && attempt == null ? null : CallLimits.begin(time, total, attempt);
  }

  /** A reading of the clock, if any policy needs it. */
  public long now() {
    return breaker == null && rateLimiter == null && concurrencyLimiter == null && retry == null
        ? 0
        : time.now();
  }

  /**
   * An attempt begins. Each ends by {@link #succeeded} or {@link #failed}.
   *
   * @param number which attempt it is; 1 for the first
   * @throws CallException if a policy does not let it through; if the time of the call was over
   *     while it waited for its turn; or if the caller was interrupted then: {@code CANCELLED},
   *     with the interrupt flag set
   */
  public Permit enter(@Nullable CallLimits limits, long now, int number) {
    if (retry != null && number == 1) {
      retry.begin(now);
    }
    Permit permit = Permit.Passed.UNCOUNTED;
    if (breaker != null) {
      permit = breaker.acquire(now, Long.MAX_VALUE);
      if (permit == null) {
        throw CallException.of(breaker.rejection(now));
      }
    }
    if (rateLimiter == null && bulkhead == null && concurrencyLimiter == null && limits == null) {
      return permit;
    }
    try {
      awaitTurn(now);
    } catch (Throwable stopped) {
      if (breaker != null) {
        breaker.record(permit, now, now, Verdict.IGNORE);
      }
      throw sneaky(
          stopped instanceof InterruptedException ? interrupted(limits, stopped) : stopped);
    }
    if (limits != null) {
      try {
        limits.beginAttempt();
      } catch (Throwable noTimer) { // an attempt without a limit is not made
        leave(permit, now, Verdict.IGNORE, LimiterEffect.IGNORE);
        throw noTimer;
      }
    }
    return permit;
  }

  private void awaitTurn(long now) throws InterruptedException {
    if (rateLimiter != null) {
      long turn = rateLimiter.acquireNow(now);
      if (turn < 0) {
        throw CallException.of(rateLimiter.rejection(turn));
      }
    }
    if (bulkhead != null && !bulkhead.tryAcquire()) {
      bulkhead.acquire();
    }
    if (concurrencyLimiter != null && !concurrencyLimiter.tryAcquire()) {
      if (bulkhead != null) {
        bulkhead.release();
      }
      throw CallException.of(concurrencyLimiter.rejection());
    }
  }

  /** The call has answered. */
  public void succeeded(@Nullable CallLimits limits, Permit permit, long start) {
    if (limits == null || limits.end()) {
      leaveGood(permit, start);
    } else {
      leave(permit, start, Outcome.OWN_LIMIT.verdict(), Outcome.OWN_LIMIT.limiter());
    }
  }

  /**
   * The attempt has failed. Returns if there shall be another, after the pause that is due; else
   * throws what the call fails with. None begins when the time of the call is over.
   *
   * @param number which attempt it was; 1 for the first
   */
  public void failed(
      @Nullable CallLimits limits, Permit permit, long start, Throwable thrown, int number) {
    Throwable end = limits == null ? thrown : limits.endOfAttempt(thrown);
    Outcome outcome = Ends.of(end);
    leave(permit, start, outcome.verdict(), outcome.limiter());
    long pause = pauseAfter(limits, end, number);
    if (pause < 0) {
      throw sneaky(end);
    }
    if (pause > 0) {
      try {
        Pause.await(time, pause);
      } catch (InterruptedException interrupted) {
        throw sneaky(limits != null && limits.isOver() ? end : interrupted(limits, interrupted));
      }
    }
  }

  private long pauseAfter(@Nullable CallLimits limits, Throwable end, int number) {
    if (retry == null) {
      return -1;
    }
    if (limits == null) {
      return retry.pauseAfter(end, number, Long.MAX_VALUE);
    }
    return limits.isOver() ? -1 : retry.pauseAfter(end, number, limits.remaining());
  }

  private static CallException interrupted(@Nullable CallLimits limits, Throwable cause) {
    if (limits != null && limits.isOver()) {
      return CallException.of(
          Failure.of(
              Outcome.LOCAL_REJECT,
              Code.DEADLINE_EXCEEDED,
              "its time was over before its turn came",
              cause));
    }
    Thread.currentThread().interrupt();
    return CallException.of(
        Failure.of(
            Outcome.CANCELLED, Code.CANCELLED, "the caller was interrupted as it waited", cause));
  }

  private void leave(Permit permit, long start, Verdict verdict, LimiterEffect effect) {
    if (bulkhead != null) {
      bulkhead.release();
    }
    if (breaker == null && concurrencyLimiter == null) {
      return;
    }
    long now = time.now();
    if (concurrencyLimiter != null) {
      concurrencyLimiter.release(start, now, effect);
    }
    if (breaker != null) {
      breaker.record(permit, start, now, verdict);
    }
  }

  /** As {@link #leave}, with no reading of the clock that is of no use. */
  private void leaveGood(Permit permit, long start) {
    if (bulkhead != null) {
      bulkhead.release();
    }
    if (concurrencyLimiter != null) {
      concurrencyLimiter.release(start, start, LimiterEffect.GROW);
    }
    if (breaker != null) {
      breaker.recordGood(permit, start);
    }
  }

  /** The call has failed: its limits end. */
  public void end(@Nullable CallLimits limits) {
    if (limits != null) {
      limits.end();
    }
  }

  /**
   * The call has failed with this.
   *
   * @return never; it throws that
   */
  public RuntimeException ended(@Nullable CallLimits limits, Throwable thrown) {
    end(limits);
    throw sneaky(thrown);
  }

  /** Whether a fallback answers in place of a call that ended with this. */
  public static boolean fallsBack(Throwable end) {
    return Ends.of(end).fallsBack();
  }

  /** Throws what is declared by the method, though the compiler cannot know it. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public static <E extends Throwable> RuntimeException sneaky(Throwable thrown) throws E {
    throw (E) thrown;
  }

  /** A whole call of what ends later. */
  public <T> CompletionStage<T> callAsync(Supplier<? extends CompletionStage<T>> body) {
    Supplier<CompletionStage<T>> once = () -> attemptAsync(body);
    if (retry == null) {
      return total == null ? once.get() : total.callAsync(once);
    }
    return total == null
        ? retry.callAsync(once)
        : total.callAsync(() -> retry.callAsync(once, total.deadline()));
  }

  private <T> CompletionStage<T> attemptAsync(Supplier<? extends CompletionStage<T>> body) {
    Supplier<? extends CompletionStage<T>> next = body;
    if (attempt != null) {
      Supplier<? extends CompletionStage<T>> inner = next;
      next = () -> attempt.callAsync(inner);
    }
    if (concurrencyLimiter != null) {
      Supplier<? extends CompletionStage<T>> inner = next;
      next = () -> concurrencyLimiter.callAsync(inner);
    }
    if (bulkhead != null) {
      Supplier<? extends CompletionStage<T>> inner = next;
      next = () -> bulkhead.callAsync(inner);
    }
    if (rateLimiter != null) {
      Supplier<? extends CompletionStage<T>> inner = next;
      next = () -> rateLimiter.callAsync(inner);
    }
    return breaker == null ? Stages.start(next) : breaker.callAsync(next);
  }

  /** The same with a fallback, which is told why. */
  public <T> CompletableFuture<T> callAsync(
      Supplier<? extends CompletionStage<T>> body, Fallback<T> fallback) {
    LinkedStage<T> call = new LinkedStage<>();
    CompletionStage<T> stage = callAsync(body);
    call.await(stage);
    stage.whenComplete(
        (result, thrown) -> {
          if (thrown == null) {
            call.complete(result);
          } else if (fallsBack(thrown) && !call.hasEnded()) {
            call.follow(Stages.start(() -> fallback.answer(Ends.unwrapped(thrown))));
          } else {
            call.completeExceptionally(Ends.unwrapped(thrown));
          }
        });
    return call;
  }

  /** Answers in place of a call that failed. */
  @FunctionalInterface
  public interface Fallback<T> {
    CompletionStage<T> answer(Throwable why);
  }

  /** What keeps them. */
  public MethodPolicies policies() {
    return policies;
  }

  /** What it keeps, outermost first. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Object each :
        new @Nullable Object[] {
          total, retry, breaker, rateLimiter, bulkhead, concurrencyLimiter, attempt
        }) {
      if (each != null) {
        text.append(text.length() == 0 ? "" : " > ").append(each);
      }
    }
    return text.length() == 0 ? "nothing" : text.toString();
  }
}
