package dev.farcall.stress;

import dev.farcall.annotation.Mode;
import dev.farcall.call.Verdict;
import dev.farcall.policy.CircuitBreakerPolicy;
import dev.farcall.resilience.CircuitBreaker;
import dev.farcall.resilience.Permit;
import dev.farcall.time.ManualTime;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.JJ_Result;

/** The circuit breaker: transitions, windows, leases. */
public final class Breakers {

  private static final long SECOND = 1_000_000_000L;

  private Breakers() {}

  private static CircuitBreaker breaker(ManualTime time, int minimum, int windowCalls, int probes) {
    return CircuitBreaker.of(
        "",
        new CircuitBreakerPolicy(
            0.5,
            1.0,
            null,
            minimum,
            Duration.ofSeconds(1),
            windowCalls,
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            probes,
            Mode.ENFORCE),
        time);
  }

  /** Of two calls that fail together one opens the circuit, once, and both are counted. */
  @JCStressTest
  @Outcome(id = "1, 2", expect = Expect.ACCEPTABLE, desc = "one transition, two failures")
  @State
  public static class Opening {
    private final ManualTime time = new ManualTime();
    private final CircuitBreaker breaker = breaker(time, 1, 0, 1);
    private final AtomicInteger opened = new AtomicInteger();
    private final Permit first = breaker.acquire(time.now(), SECOND);
    private final Permit second = breaker.acquire(time.now(), SECOND);

    public Opening() {
      breaker.onEvent(event -> opened.incrementAndGet());
    }

    @Actor
    public void one() {
      breaker.record(first, 0, time.now(), Verdict.FAILURE);
    }

    @Actor
    public void other() {
      breaker.record(second, 0, time.now(), Verdict.FAILURE);
    }

    @Arbiter
    public void end(II_Result result) {
      result.r1 = opened.get();
      result.r2 = (int) breaker.metrics().failed();
    }
  }

  /** A call that ends as the window turns, and one that ends after it, are both counted. */
  @JCStressTest
  @Outcome(id = "2, 1", expect = Expect.ACCEPTABLE, desc = "all are counted")
  @State
  public static class Turning {
    private final ManualTime time = new ManualTime();
    private final CircuitBreaker breaker = breaker(time, 1_000, 0, 1);
    private final long start = time.now();
    private final Permit first = breaker.acquire(start, SECOND);
    private final Permit second = breaker.acquire(start, SECOND);

    @Actor
    public void early() {
      breaker.record(first, 0, start + SECOND / 20, Verdict.FAILURE);
    }

    @Actor
    public void late() {
      breaker.record(second, 0, start + 30 * SECOND, Verdict.SUCCESS);
    }

    @Arbiter
    public void end(JJ_Result result) {
      result.r1 = breaker.metrics().total();
      result.r2 = breaker.metrics().failed();
    }
  }

  /** A call that is counted as the circuit is reset is counted once. */
  @JCStressTest
  @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "counted")
  @State
  public static class Retiring {
    private final ManualTime time = new ManualTime();
    private final CircuitBreaker breaker = breaker(time, 1_000, 0, 1);
    private final Permit permit = breaker.acquire(time.now(), SECOND);

    @Actor
    public void call() {
      breaker.record(permit, 0, time.now() + 30 * SECOND, Verdict.FAILURE);
    }

    @Actor
    public void reset() {
      breaker.reset();
    }

    @Arbiter
    public void end(JJ_Result result) {
      result.r1 = breaker.metrics().total();
      result.r2 = breaker.metrics().failed();
    }
  }

  /** Of two callers that come when the time of an open circuit is over, one is the probe. */
  @JCStressTest
  @Outcome(id = {"1, 0", "0, 1"}, expect = Expect.ACCEPTABLE, desc = "one probe")
  @State
  public static class Probing {
    private final ManualTime time = new ManualTime();
    private final CircuitBreaker breaker = breaker(time, 1, 0, 1);
    private final long later = time.now() + 2 * SECOND;

    public Probing() {
      Permit permit = breaker.acquire(time.now(), SECOND);
      breaker.record(permit, 0, time.now(), Verdict.FAILURE);
    }

    @Actor
    public void one(II_Result result) {
      result.r1 = breaker.acquire(later, SECOND) == null ? 0 : 1;
    }

    @Actor
    public void other(II_Result result) {
      result.r2 = breaker.acquire(later, SECOND) == null ? 0 : 1;
    }
  }

  /** A probe whose lease has ended, and the one that took its place: only the latter decides. */
  @JCStressTest
  @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "closed by the second probe")
  @State
  public static class Leasing {
    private final ManualTime time = new ManualTime();
    private final CircuitBreaker breaker = breaker(time, 1, 0, 1);
    private final long later = time.now() + 2 * SECOND;
    private final Permit lost;
    private final Permit taken;

    public Leasing() {
      Permit permit = breaker.acquire(time.now(), SECOND);
      breaker.record(permit, 0, time.now(), Verdict.FAILURE);
      lost = breaker.acquire(later, SECOND);
      taken = breaker.acquire(later + SECOND, SECOND);
    }

    @Actor
    public void late() {
      breaker.record(lost, 0, later + SECOND, Verdict.FAILURE);
    }

    @Actor
    public void inTime() {
      breaker.record(taken, 0, later + SECOND, Verdict.SUCCESS);
    }

    @Arbiter
    public void end(II_Result result) {
      result.r1 = breaker.state() == CircuitBreaker.State.CLOSED ? 1 : 0;
      result.r2 = breaker.metrics().windowFailed();
    }
  }

  /** Two ends of different kinds, in a ring that holds both. */
  @JCStressTest
  @Outcome(id = "2, 1", expect = Expect.ACCEPTABLE, desc = "both are in the ring")
  @State
  public static class Ring {
    private final ManualTime time = new ManualTime();
    private final CircuitBreaker breaker = breaker(time, 10, 10, 1);
    private final Permit first = breaker.acquire(time.now(), SECOND);
    private final Permit second = breaker.acquire(time.now(), SECOND);

    @Actor
    public void fails() {
      breaker.record(first, 0, time.now(), Verdict.FAILURE);
    }

    @Actor
    public void succeeds() {
      breaker.record(second, 0, time.now(), Verdict.SUCCESS);
    }

    @Arbiter
    public void end(II_Result result) {
      result.r1 = breaker.metrics().windowCalls();
      result.r2 = breaker.metrics().windowFailed();
    }
  }
}
