package dev.farcall.stress;

import dev.farcall.annotation.Mode;
import dev.farcall.call.Verdict;
import dev.farcall.policy.BulkheadPolicy;
import dev.farcall.policy.CircuitBreakerPolicy;
import dev.farcall.resilience.Bulkhead;
import dev.farcall.resilience.CircuitBreaker;
import dev.farcall.resilience.Permit;
import dev.farcall.resilience.RetryBudget;
import dev.farcall.time.ManualTime;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.JJ_Result;

/** What two threads change at a time, of which one has its way, or both have. */
public final class Transitions {

  private static final long SECOND = 1_000_000_000L;

  private Transitions() {}

  private static CircuitBreakerPolicy policy(int minimum, int probes) {
    return new CircuitBreakerPolicy(
        0.5,
        1.0,
        null,
        minimum,
        Duration.ofSeconds(1),
        0,
        Duration.ofSeconds(1),
        Duration.ofSeconds(1),
        probes,
        Mode.ENFORCE);
  }

  private static CircuitBreaker breaker(ManualTime time, int minimum, int probes) {
    return CircuitBreaker.of("", policy(minimum, probes), time);
  }

  /** Of two probes that end well together one closes the circuit, once. */
  @JCStressTest
  @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "closed by one of them")
  @State
  public static class Closing {
    private final ManualTime time = new ManualTime();
    private final CircuitBreaker breaker = breaker(time, 1, 2);
    private final long later = time.now() + 2 * SECOND;
    private final AtomicInteger closed = new AtomicInteger();
    private final Permit first;
    private final Permit second;

    public Closing() {
      breaker.record(breaker.acquire(time.now(), SECOND), 0, time.now(), Verdict.FAILURE);
      first = breaker.acquire(later, SECOND);
      second = breaker.acquire(later, SECOND);
      breaker.onEvent(event -> closed.incrementAndGet());
    }

    @Actor
    public void one() {
      breaker.record(first, 0, later, Verdict.SUCCESS);
    }

    @Actor
    public void other() {
      breaker.record(second, 0, later, Verdict.SUCCESS);
    }

    @Arbiter
    public void end(II_Result result) {
      result.r1 = closed.get();
      result.r2 = breaker.state() == CircuitBreaker.State.CLOSED ? 1 : 0;
    }
  }

  /** A policy that comes as the circuit opens: it is open, under the new policy. */
  @JCStressTest
  @Outcome(id = "1, 7", expect = Expect.ACCEPTABLE, desc = "both")
  @State
  public static class Updating {
    private final ManualTime time = new ManualTime();
    private final CircuitBreaker breaker = breaker(time, 1, 1);
    private final Permit permit = breaker.acquire(time.now(), SECOND);

    @Actor
    public void fails() {
      breaker.record(permit, 0, time.now(), Verdict.FAILURE);
    }

    @Actor
    public void updates() {
      breaker.update(policy(1, 7));
    }

    @Arbiter
    public void end(II_Result result) {
      result.r1 = breaker.state() == CircuitBreaker.State.OPEN ? 1 : 0;
      result.r2 = breaker.policy().probes();
    }
  }

  /** A policy that comes as the last probe ends: it is closed, under the new policy. */
  @JCStressTest
  @Outcome(id = "1, 7", expect = Expect.ACCEPTABLE, desc = "both")
  @State
  public static class UpdatingOfProbes {
    private final ManualTime time = new ManualTime();
    private final CircuitBreaker breaker = breaker(time, 1, 1);
    private final long later = time.now() + 60 * SECOND;
    private final Permit probe;

    public UpdatingOfProbes() {
      breaker.record(breaker.acquire(time.now(), SECOND), 0, time.now(), Verdict.FAILURE);
      probe = breaker.acquire(later, SECOND);
    }

    @Actor
    public void succeeds() {
      breaker.record(probe, 0, later, Verdict.SUCCESS);
    }

    @Actor
    public void updates() {
      breaker.update(policy(1, 7));
    }

    @Arbiter
    public void end(II_Result result) {
      result.r1 = breaker.state() == CircuitBreaker.State.CLOSED ? 1 : 0;
      result.r2 = breaker.policy().probes();
    }
  }

  /** A circuit that opens as somebody opens it by hand stays as he left it. */
  @JCStressTest
  @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "by hand, and the failure is counted")
  @State
  public static class Forcing {
    private final ManualTime time = new ManualTime();
    private final CircuitBreaker breaker = breaker(time, 1, 1);
    private final Permit permit = breaker.acquire(time.now(), SECOND);

    @Actor
    public void fails() {
      breaker.record(permit, 0, time.now(), Verdict.FAILURE);
    }

    @Actor
    public void forces() {
      breaker.forceOpen();
    }

    @Arbiter
    public void end(II_Result result) {
      result.r1 = breaker.state() == CircuitBreaker.State.FORCED_OPEN ? 1 : 0;
      result.r2 = (int) breaker.metrics().failed();
    }
  }

  /**
   * One who reads while the window turns sees a call once or not yet, and it is there at the end.
   */
  @JCStressTest
  @Outcome(
      id = {"1, 2", "2, 2"},
      expect = Expect.ACCEPTABLE,
      desc = "none twice, none lost")
  @State
  public static class Reading {
    private final ManualTime time = new ManualTime();
    private final CircuitBreaker breaker = breaker(time, 1_000, 1);
    private final Permit second;

    public Reading() {
      breaker.record(breaker.acquire(time.now(), SECOND), 0, time.now(), Verdict.FAILURE);
      second = breaker.acquire(time.now(), SECOND);
    }

    @Actor
    public void turns() {
      breaker.record(second, 0, time.now() + 30 * SECOND, Verdict.FAILURE);
    }

    @Actor
    public void reads(JJ_Result result) {
      result.r1 = breaker.metrics().total();
    }

    @Arbiter
    public void end(JJ_Result result) {
      result.r2 = breaker.metrics().total();
    }
  }

  /** A window that turns by a part, as another call comes with the reading of before. */
  @JCStressTest
  @Outcome(id = "2, 1", expect = Expect.ACCEPTABLE, desc = "each in its bucket")
  @State
  public static class TurningInPart {
    private final ManualTime time = new ManualTime();
    private final CircuitBreaker breaker = breaker(time, 1_000, 1);
    private final long start = time.now();
    private final Permit first = breaker.acquire(start, SECOND);
    private final Permit second = breaker.acquire(start, SECOND);

    @Actor
    public void early() {
      breaker.record(first, 0, start, Verdict.FAILURE);
    }

    @Actor
    public void late() {
      breaker.record(second, 0, start + SECOND / 4, Verdict.SUCCESS);
    }

    @Arbiter
    public void end(II_Result result) {
      result.r1 = breaker.metrics().windowCalls();
      result.r2 = breaker.metrics().windowFailed();
    }
  }

  /** What five calls add to a budget is one retry, now or later. */
  @JCStressTest
  @Outcome(
      id = {"1, 0", "0, 1"},
      expect = Expect.ACCEPTABLE,
      desc = "one in all")
  @State
  public static class Depositing {
    private final ManualTime time = new ManualTime();
    private final RetryBudget budget = RetryBudget.of(time);

    public Depositing() {
      for (int i = 0; i < 100; i++) {
        budget.withdraw(time.now());
      }
      for (int i = 0; i < 4; i++) {
        budget.deposit(time.now());
      }
    }

    @Actor
    public void calls() {
      budget.deposit(time.now());
    }

    @Actor
    public void retries(II_Result result) {
      result.r1 = budget.withdraw(time.now()) ? 1 : 0;
    }

    @Arbiter
    public void end(II_Result result) {
      result.r2 = budget.withdraw(time.now()) ? 1 : 0;
    }
  }

  /** A place that becomes free as the one that waits for it gives up. */
  @JCStressTest
  @Outcome(
      id = {"1, 0", "0, 0"},
      expect = Expect.ACCEPTABLE,
      desc = "taken or not, none is lost")
  @State
  public static class GivingUp {
    private final ManualTime time = new ManualTime();
    private final Bulkhead bulkhead =
        Bulkhead.of("", new BulkheadPolicy(1, 1, Duration.ofSeconds(1), Mode.ENFORCE), time);
    private final CompletionStage<String> waiting;

    public GivingUp() {
      bulkhead.tryAcquire();
      waiting = bulkhead.callAsync(() -> CompletableFuture.completedFuture("a"));
    }

    @Actor
    public void leaves() {
      bulkhead.release();
    }

    @Actor
    public void timeIsOver() {
      time.advance(Duration.ofSeconds(1));
    }

    @Arbiter
    public void end(II_Result result) {
      result.r1 = waiting.toCompletableFuture().isCompletedExceptionally() ? 0 : 1;
      result.r2 = bulkhead.metrics().inFlight() + bulkhead.metrics().waiting();
    }
  }
}
