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
 * goes well and there is no timeout.
 *
 * <pre>{@code
 * Interruption limit = guard.begin();
 * try {
 *   for (int attempt = 1; ; attempt++) {
 *     long start = guard.now();
 *     Permit permit = guard.enter(start);
 *     Interruption once = guard.beginAttempt();
 *     try {
 *       Receipt result = target.charge(order);
 *       guard.succeeded(permit, start, once, attempt);
 *       guard.ended(limit);
 *       return result;
 *     } catch (Throwable thrown) {
 *       guard.failed(permit, start, once, thrown, attempt);
 *     }
 *   }
 * } catch (Throwable thrown) {
 *   throw guard.ended(limit, thrown);
 * }
 * }</pre>
 *
 * <p>What answers after its time, since it does not heed the interrupt, has answered; but its
 * circuit breaker counts it as failed.
 */
public final class LocalGuard {

  private final Time time;
  private final @Nullable Timeout total;
  private final @Nullable Timeout attempt;
  private final @Nullable Retry retry;
  private final @Nullable CircuitBreaker breaker;
  private final @Nullable RateLimiter rateLimiter;
  private final @Nullable Bulkhead bulkhead;
  private final @Nullable ConcurrencyLimiter concurrencyLimiter;

  /** One that keeps these. */
  LocalGuard(
      Time time,
      @Nullable Timeout total,
      @Nullable Timeout attempt,
      @Nullable Retry retry,
      @Nullable CircuitBreaker breaker,
      @Nullable RateLimiter rateLimiter,
      @Nullable Bulkhead bulkhead,
      @Nullable ConcurrencyLimiter concurrencyLimiter) {
    this.time = time;
    this.total = total;
    this.attempt = attempt;
    this.retry = retry;
    this.breaker = breaker;
    this.rateLimiter = rateLimiter;
    this.bulkhead = bulkhead;
    this.concurrencyLimiter = concurrencyLimiter;
  }

  /** A call begins, on this thread. */
  public @Nullable Interruption begin() {
    return total == null ? null : total.begin();
  }

  /** A reading of the clock, if any policy needs it. */
  public long now() {
    return breaker == null && rateLimiter == null && concurrencyLimiter == null ? 0 : time.now();
  }

  /**
   * An attempt begins. Each ends by {@link #succeeded} or {@link #failed}.
   *
   * @throws CallException if a policy does not let it through, or the caller was interrupted while
   *     it waited for its turn: {@code CANCELLED}, with the interrupt flag set
   */
  public Permit enter(long now) {
    Permit permit = Permit.Passed.INSTANCE;
    if (breaker != null) {
      permit = breaker.acquire(now, Long.MAX_VALUE);
      if (permit == null) {
        throw CallException.of(breaker.rejection(now));
      }
    }
    if (rateLimiter == null && bulkhead == null && concurrencyLimiter == null) {
      return permit;
    }
    try {
      awaitTurn(now);
    } catch (CallException | InterruptedException stopped) {
      if (breaker != null) {
        breaker.record(permit, now, now, Verdict.IGNORE);
      }
      throw stopped instanceof CallException call ? call : interrupted(stopped);
    }
    return permit;
  }

  private void awaitTurn(long now) throws InterruptedException {
    if (rateLimiter != null) {
      long turn = rateLimiter.acquire(now, Long.MAX_VALUE);
      if (turn < 0) {
        throw CallException.of(rateLimiter.rejection(turn));
      }
      if (turn > 0) {
        Pause.await(time, turn);
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

  /** The attempt is about to be made. */
  public @Nullable Interruption beginAttempt() {
    return attempt == null ? null : attempt.begin();
  }

  /**
   * The attempt has answered.
   *
   * @param number which attempt it was; 1 for the first
   */
  public void succeeded(Permit permit, long start, @Nullable Interruption once, int number) {
    boolean late = once != null && once.end();
    leave(
        permit,
        start,
        late ? Verdict.FAILURE : Verdict.SUCCESS,
        late ? LimiterEffect.SHRINK : LimiterEffect.GROW,
        number == 1);
  }

  /**
   * The attempt has failed. Returns if there shall be another, after the pause that is due; else
   * throws what the call fails with.
   *
   * @param number which attempt it was; 1 for the first
   */
  public void failed(
      Permit permit, long start, @Nullable Interruption once, Throwable thrown, int number) {
    Throwable end = thrown;
    if (once != null && once.end() && attempt != null) {
      end = attempt.exceeded(thrown);
    }
    Outcome outcome = Ends.of(end);
    leave(permit, start, outcome.verdict(), outcome.limiter(), number == 1);
    long pause = retry == null ? -1 : retry.pauseAfter(end, number, Long.MAX_VALUE);
    if (pause < 0) {
      throw sneaky(end);
    }
    if (pause > 0) {
      try {
        Pause.await(time, pause);
      } catch (InterruptedException interrupted) {
        throw interrupted(interrupted);
      }
    }
  }

  private static CallException interrupted(Exception cause) {
    Thread.currentThread().interrupt();
    return CallException.of(
        Failure.of(
            Outcome.CANCELLED, Code.CANCELLED, "the caller was interrupted as it waited", cause));
  }

  private void leave(
      Permit permit, long start, Verdict verdict, LimiterEffect effect, boolean counts) {
    if (bulkhead != null) {
      bulkhead.release();
    }
    if (breaker == null && concurrencyLimiter == null && retry == null) {
      return;
    }
    long now = time.now();
    if (retry != null && counts) {
      retry.begin(now); // here the time is known anyway
    }
    if (concurrencyLimiter != null) {
      concurrencyLimiter.release(start, now, effect);
    }
    if (breaker != null) {
      breaker.record(permit, start, now, verdict);
    }
  }

  /** The call has answered. */
  public void ended(@Nullable Interruption limit) {
    if (limit != null) {
      limit.end();
    }
  }

  /**
   * The call has failed.
   *
   * @return what it fails with, to be thrown
   */
  public Throwable endOf(@Nullable Interruption limit, Throwable thrown) {
    return limit != null && limit.end() && total != null ? total.exceeded(thrown) : thrown;
  }

  /**
   * The call has failed.
   *
   * @return never; it throws what the call fails with
   */
  public RuntimeException ended(@Nullable Interruption limit, Throwable thrown) {
    throw sneaky(endOf(limit, thrown));
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

  /** The breaker, if there is one. */
  public @Nullable CircuitBreaker breaker() {
    return breaker;
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
