package dev.farcall.stress;

import dev.farcall.annotation.Mode;
import dev.farcall.call.LimiterEffect;
import dev.farcall.policy.BulkheadPolicy;
import dev.farcall.policy.ConcurrencyLimitPolicy;
import dev.farcall.policy.RateLimitPolicy;
import dev.farcall.resilience.Bulkhead;
import dev.farcall.resilience.ConcurrencyLimiter;
import dev.farcall.resilience.RateLimiter;
import dev.farcall.resilience.RetryBudget;
import dev.farcall.time.ManualTime;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;

/** Permits, places and budgets: what is there once is given once, and given back. */
public final class Limits {

  private Limits() {}

  /** The last place, and its return. */
  @JCStressTest
  @Outcome(id = {"1, 0, 0", "0, 1, 0", "1, 1, 0"}, expect = Expect.ACCEPTABLE, desc = "none is lost")
  @State
  public static class LastPlace {
    private final Bulkhead bulkhead = Bulkhead.of("", BulkheadPolicy.of(1), new ManualTime());

    private int enterAndLeave() {
      if (!bulkhead.tryAcquire()) {
        return 0;
      }
      bulkhead.release();
      return 1;
    }

    @Actor
    public void one(III_Result result) {
      result.r1 = enterAndLeave();
    }

    @Actor
    public void other(III_Result result) {
      result.r2 = enterAndLeave();
    }

    @Arbiter
    public void end(III_Result result) {
      result.r3 = bulkhead.metrics().inFlight();
    }
  }

  /** One that queues up while the only place becomes free gets it. */
  @JCStressTest
  @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "it is not forgotten")
  @State
  public static class Queueing {
    private final Bulkhead bulkhead =
        Bulkhead.of(
            "",
            new BulkheadPolicy(1, 1, Duration.ofSeconds(1), Mode.ENFORCE),
            new ManualTime());
    private volatile CompletionStage<String> waiting;

    public Queueing() {
      bulkhead.tryAcquire();
    }

    @Actor
    public void leaves() {
      bulkhead.release();
    }

    @Actor
    public void comes() {
      waiting = bulkhead.callAsync(() -> CompletableFuture.completedFuture("a"));
    }

    @Arbiter
    public void end(II_Result result) {
      result.r1 = waiting.toCompletableFuture().isDone() ? 1 : 0;
      result.r2 = bulkhead.metrics().inFlight() + bulkhead.metrics().waiting();
    }
  }

  /** The last permit of a rate. */
  @JCStressTest
  @Outcome(id = {"1, 0", "0, 1"}, expect = Expect.ACCEPTABLE, desc = "given once")
  @State
  public static class LastPermit {
    private final ManualTime time = new ManualTime();
    private final RateLimiter limiter =
        RateLimiter.of("", new RateLimitPolicy(1, Duration.ofSeconds(1), 1), time);

    @Actor
    public void one(II_Result result) {
      result.r1 = limiter.acquire(time.now(), Long.MAX_VALUE) == 0 ? 1 : 0;
    }

    @Actor
    public void other(II_Result result) {
      result.r2 = limiter.acquire(time.now(), Long.MAX_VALUE) == 0 ? 1 : 0;
    }
  }

  /** The last retry of a budget. */
  @JCStressTest
  @Outcome(id = {"1, 0", "0, 1"}, expect = Expect.ACCEPTABLE, desc = "given once")
  @State
  public static class LastRetry {
    private final ManualTime time = new ManualTime();
    private final RetryBudget budget = RetryBudget.of(time);

    public LastRetry() {
      for (int i = 0; i < 99; i++) {
        budget.withdraw(time.now());
      }
    }

    @Actor
    public void one(II_Result result) {
      result.r1 = budget.withdraw(time.now()) ? 1 : 0;
    }

    @Actor
    public void other(II_Result result) {
      result.r2 = budget.withdraw(time.now()) ? 1 : 0;
    }
  }

  /** Two calls that were too much at once, and tell of one overload. */
  @JCStressTest
  @Outcome(id = "9, 0", expect = Expect.ACCEPTABLE, desc = "a tenth less, once")
  @State
  public static class Overload {
    private final ConcurrencyLimiter limiter =
        ConcurrencyLimiter.of(
            "", new ConcurrencyLimitPolicy(10, 1, 100, Mode.ENFORCE), new ManualTime());

    public Overload() {
      limiter.tryAcquire();
      limiter.tryAcquire();
    }

    @Actor
    public void one() {
      limiter.release(1, 10, LimiterEffect.SHRINK);
    }

    @Actor
    public void other() {
      limiter.release(2, 11, LimiterEffect.SHRINK);
    }

    @Arbiter
    public void end(II_Result result) {
      result.r1 = limiter.metrics().limit();
      result.r2 = limiter.metrics().inFlight();
    }
  }
}
