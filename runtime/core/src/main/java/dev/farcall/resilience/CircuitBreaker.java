package dev.farcall.resilience;

import static java.util.Objects.requireNonNull;

import dev.farcall.annotation.Code;
import dev.farcall.annotation.Mode;
import dev.farcall.call.CallException;
import dev.farcall.call.Failure;
import dev.farcall.call.Verdict;
import dev.farcall.policy.CircuitBreakerPolicy;
import dev.farcall.policy.Durations;
import dev.farcall.time.Time;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Stops calling what fails, and finds out when it serves again.
 *
 * <pre>{@code
 * CircuitBreaker breaker = CircuitBreaker.of("charge", CircuitBreakerPolicy.DEFAULT, Time.system());
 * Receipt receipt = breaker.call(() -> payments.charge(order));
 * }</pre>
 *
 * <p><i>Closed</i>, calls pass and are counted; when too many of the window failed or were slow the
 * circuit opens. <i>Open</i>, calls are rejected for {@code openFor}, longer each time that the
 * probes fail. <i>Half-open</i>, {@code probes} calls pass; if too many of them fail it opens
 * again, as soon as that is certain, and when all have ended otherwise it closes. A probe has a
 * lease of its slot, which ends with the call, or after the time the call has left, 30 s at most;
 * so nothing that is lost keeps the circuit half-open.
 *
 * <p>Safe for many threads. Nothing waits, no lock is held during a call, each call counts once,
 * and one thread makes each transition, by one compare-and-set. A call that an earlier state
 * admitted has no say in a later one.
 *
 * <p>A clock is most of what a breaker costs. So the end of a call that succeeds is read from
 * {@link Time#recent()}, some 50 ms old at most: it may count in the window that much too early,
 * never before its begin, and it is never lost. Calls that fail, calls that may be slow, and
 * whatever opens or closes the circuit read the clock.
 */
public final class CircuitBreaker {

  /** How long a probe keeps its slot at most. */
  static final long LONGEST_LEASE_NANOS = TimeUnit.SECONDS.toNanos(30);

  private static final System.Logger LOG = System.getLogger(CircuitBreaker.class.getName());
  private static final VarHandle PHASE =
      Fields.of(MethodHandles.lookup(), "phase", BreakerPhase.class);

  /** Whether calls pass. */
  public enum State {
    /** All pass, and are counted. */
    CLOSED,
    /** All are rejected, for a time. */
    OPEN,
    /** A few pass, to find out. */
    HALF_OPEN,
    /** All are rejected until somebody says otherwise: {@link CircuitBreaker#forceOpen}. */
    FORCED_OPEN,
    /** All pass, and none is counted: {@link CircuitBreaker#disable}, or {@code mode = OFF}. */
    DISABLED
  }

  private final String name;
  private final Time time;
  private final Totals totals = new Totals();
  private final LongAdder ignored = new LongAdder();
  private final LongAdder rejected = new LongAdder();
  private final List<Consumer<? super CircuitBreakerEvent>> listeners =
      new CopyOnWriteArrayList<>();

  private volatile BreakerPhase phase;

  private CircuitBreaker(String name, CircuitBreakerPolicy policy, Time time) {
    this.name = requireNonNull(name, "name");
    this.time = requireNonNull(time, "time");
    this.phase = initial(requireNonNull(policy, "policy"), time.now());
  }

  /** A closed one without a name, in the time of this JVM. */
  public static CircuitBreaker of(CircuitBreakerPolicy policy) {
    return of("", policy, Time.system());
  }

  /**
   * A closed one.
   *
   * @param name for people: of what it guards; may be empty
   */
  public static CircuitBreaker of(String name, CircuitBreakerPolicy policy, Time time) {
    return new CircuitBreaker(name, policy, time);
  }

  private BreakerPhase initial(CircuitBreakerPolicy policy, long now) {
    return policy.mode() == Mode.OFF
        ? new BreakerPhase.Held(State.DISABLED, policy)
        : new BreakerPhase.Closed(policy, window(policy, now));
  }

  private Window window(CircuitBreakerPolicy policy, long now) {
    if (policy.windowCalls() > 0) {
      return new CountWindow(policy.windowCalls(), totals);
    }
    long nanos = Durations.nanos(policy.window());
    int seconds = (int) Math.min(60, Math.max(10, policy.window().toSeconds()));
    return new TimeWindow(nanos, seconds, totals, now);
  }

  /**
   * Asks whether a call may pass. One that may is to be {@link #record recorded}, once.
   *
   * @param now a reading of the breaker's clock
   * @param remaining nanoseconds the call has left; {@link Long#MAX_VALUE} if that is unknown
   * @return null if it is rejected: {@link #rejection} says why
   */
  public @Nullable Permit acquire(long now, long remaining) {
    BreakerPhase current = phase;
    return current instanceof BreakerPhase.Closed ? current : acquireNotClosed(now, remaining);
  }

  private @Nullable Permit acquireNotClosed(long now, long remaining) {
    Permit permit = null;
    while (true) {
      BreakerPhase current = phase;
      if (current instanceof BreakerPhase.Closed) {
        return current;
      } else if (current instanceof BreakerPhase.Open open && now - open.until >= 0) {
        transit(open, new BreakerPhase.HalfOpen(open.policy, open), now, "its time is over");
        continue;
      } else if (current instanceof BreakerPhase.HalfOpen halfOpen) {
        permit = halfOpen.lease(now, Math.min(Math.max(remaining, 0), LONGEST_LEASE_NANOS));
      } else if (current.state == State.DISABLED) {
        return Permit.Passed.UNCOUNTED;
      }
      if (permit == null) {
        rejected.increment();
        boolean shadow = current.policy.mode() == Mode.SHADOW && current.state != State.FORCED_OPEN;
        return shadow ? Permit.Passed.COUNTED : null;
      }
      return permit;
    }
  }

  /**
   * Records the end of a call.
   *
   * @param permit what the call was admitted with
   * @param startedAt a reading of the clock when the call began
   * @param now one when it ended
   */
  public void record(Permit permit, long startedAt, long now, Verdict verdict) {
    if (permit instanceof BreakerPhase.Closed closed) {
      boolean slow = now - startedAt > closed.slowNanos;
      if (verdict == Verdict.SUCCESS && !slow) {
        Window window = closed.window;
        window.good(now);
        if (window.hasBad(now)) {
          evaluate(window, now);
        }
      } else {
        recordBad(closed, now, verdict, slow);
      }
    } else {
      recordNotClosed(permit, startedAt, now, verdict);
    }
  }

  /**
   * Records the end of a call that was good, without a reading of the clock where none matters: it
   * counts at some moment between its begin and its end. Where bad calls are in the window, or a
   * call may have been slow, the clock is read.
   *
   * @param startedAt a reading of the clock when the call began
   */
  void recordGood(Permit permit, long startedAt) {
    if (permit instanceof BreakerPhase.Closed closed && !closed.needsStart) {
      Window window = closed.window;
      long recent = time.recent();
      goodAt(window, startedAt - recent > 0 ? startedAt : recent);
    } else {
      record(permit, startedAt, time.now(), Verdict.SUCCESS);
    }
  }

  /** A reading that is old finds bad calls in the window rather too often. */
  private void goodAt(Window window, long about) {
    window.good(about);
    if (window.hasBad(about)) {
      evaluate(window, time.now());
    }
  }

  private void recordBad(BreakerPhase.Closed closed, long now, Verdict verdict, boolean slow) {
    if (verdict == Verdict.IGNORE) {
      ignored.increment();
      return;
    }
    closed.window.bad(now, verdict == Verdict.FAILURE, slow);
    evaluate(closed.window, now);
  }

  private void recordNotClosed(Permit permit, long startedAt, long now, Verdict verdict) {
    if (permit == Permit.Passed.UNCOUNTED) {
      return;
    }
    if (verdict == Verdict.IGNORE) {
      ignored.increment();
      if (permit instanceof ProbeLease lease) {
        lease.phase.giveBack(lease);
      }
      return;
    }
    boolean failed = verdict == Verdict.FAILURE;
    boolean slow = now - startedAt > BreakerPhase.slowNanos(phase.policy);
    totals.add(1, failed ? 1 : 0, slow ? 1 : 0);
    if (permit instanceof ProbeLease lease
        && lease.phase.end(lease, BreakerPhase.ProbeEnd.of(failed, slow))) {
      judge(lease.phase, now);
    }
  }

  /**
   * Opens the circuit if the window says so, and is still the one that counts; looks again if
   * another policy came in between.
   */
  private void evaluate(Window window, long now) {
    while (phase instanceof BreakerPhase.Closed closed && closed.window == window) {
      String why = whyOpen(closed, now);
      if (why == null || open(closed, now, why)) {
        return;
      }
    }
  }

  /** Null if it stays closed. */
  private static @Nullable String whyOpen(BreakerPhase.Closed closed, long now) {
    CircuitBreakerPolicy policy = closed.policy;
    long tally = closed.window.tally(now);
    int calls = Window.calls(tally);
    if (calls < policy.minimumCalls()) {
      return null;
    }
    if (Window.failed(tally) >= policy.failureRate() * calls) {
      return Window.failed(tally) + " of " + calls + " calls failed" + span(policy);
    }
    Duration slowAfter = policy.slowAfter();
    int slow = slowAfter == null ? 0 : (int) closed.window.slow(now);
    return slowAfter != null && slow >= policy.slowRate() * calls
        ? slow
            + " of "
            + calls
            + " calls took longer than "
            + Durations.text(slowAfter)
            + span(policy)
        : null;
  }

  private static String span(CircuitBreakerPolicy policy) {
    return policy.windowCalls() > 0 ? "" : " within " + Durations.text(policy.window());
  }

  private boolean open(BreakerPhase.Closed closed, long now, String why) {
    long until = now + Durations.nanos(closed.policy.openFor());
    return transit(closed, new BreakerPhase.Open(closed.policy, now, until, 0, why), now, why);
  }

  /** Opens or closes a half-open circuit if its probes have said enough; as {@link #evaluate}. */
  private void judge(BreakerPhase.HalfOpen lent, long now) {
    while (phase instanceof BreakerPhase.HalfOpen halfOpen && halfOpen.slots == lent.slots) {
      if (judgeOnce(halfOpen, now)) {
        return;
      }
    }
  }

  /** False if it was replaced meanwhile. */
  private boolean judgeOnce(BreakerPhase.HalfOpen halfOpen, long now) {
    CircuitBreakerPolicy policy = halfOpen.policy;
    int probes = halfOpen.slots.length();
    int failed = halfOpen.count(true, false);
    int slow = policy.slowAfter() == null ? 0 : halfOpen.count(false, true);
    if (failed > 0 && failed >= policy.failureRate() * probes) {
      return openAgain(halfOpen, now, failed + " of " + probes + " probes failed");
    }
    if (slow > 0 && slow >= policy.slowRate() * probes) {
      return openAgain(halfOpen, now, slow + " of " + probes + " probes were slow");
    }
    if (halfOpen.count(false, false) < probes) {
      return true;
    }
    BreakerPhase closed = new BreakerPhase.Closed(policy, window(policy, now));
    return transit(halfOpen, closed, now, probes - failed + " of " + probes + " probes succeeded");
  }

  private boolean openAgain(BreakerPhase.HalfOpen halfOpen, long now, String why) {
    BreakerPhase.Open before = halfOpen.open;
    int rounds = before.failedRounds + 1;
    long nanos = openNanos(halfOpen.policy, rounds, time.lot());
    BreakerPhase next =
        new BreakerPhase.Open(halfOpen.policy, before.since, now + nanos, rounds, why);
    return transit(halfOpen, next, now, why);
  }

  /**
   * How long it opens after so many rounds of failed probes: twice as long each time up to the
   * maximum, half of that fixed and half drawn by lot ("equal jitter"), and never less than at
   * first.
   */
  static long openNanos(CircuitBreakerPolicy policy, int failedRounds, double lot) {
    long first = Durations.nanos(policy.openFor());
    long most = Durations.nanos(policy.maxOpenFor());
    double doubled = first * Math.pow(2, Math.min(failedRounds, 60));
    double bound = Math.min(doubled, (double) most);
    return Math.max(first, (long) (bound / 2 + bound / 2 * lot));
  }

  private boolean transit(BreakerPhase from, BreakerPhase to, long now, String why) {
    to.openTimes = from.openTimes.then(from.state, to.state, now);
    if (!replace(from, to)) {
      return false;
    }
    tell(new CircuitBreakerEvent(name, from.state, to.state, now, why));
    return true;
  }

  private boolean replace(BreakerPhase from, BreakerPhase to) {
    totals.handoverBegins();
    boolean done = PHASE.compareAndSet(this, from, to);
    if (done && from instanceof BreakerPhase.Closed closed) {
      closed.window.retire();
    }
    totals.handoverEnds();
    return done;
  }

  private void tell(CircuitBreakerEvent event) {
    for (Consumer<? super CircuitBreakerEvent> listener : listeners) {
      try {
        listener.accept(event);
      } catch (RuntimeException thrown) {
        LOG.log(System.Logger.Level.WARNING, "a listener of " + event + " threw", thrown);
      }
    }
  }

  /**
   * Tells a listener of each transition from here on, after it, on the thread that made it, which
   * is that of a caller: it should be short. One that throws is logged.
   */
  public void onEvent(Consumer<? super CircuitBreakerEvent> listener) {
    listeners.add(requireNonNull(listener, "listener"));
  }

  /** Why a call is rejected now, and when to come again. */
  public Failure rejection(long now) {
    BreakerPhase current = phase;
    String why;
    long retryNanos;
    if (current instanceof BreakerPhase.Open open) {
      why = "is open: " + open.why;
      retryNanos = Math.max(1, open.until - now);
    } else if (current instanceof BreakerPhase.HalfOpen halfOpen) {
      why = "is half-open: " + halfOpen.open.why + ", and its probes have not all ended";
      retryNanos = Math.max(1, halfOpen.nanosToFirstExpiry(now));
    } else if (current.state == State.FORCED_OPEN) {
      why = "is open until somebody closes it";
      retryNanos = Rejections.UNKNOWN;
    } else {
      why = "was open";
      retryNanos = 1;
    }
    return Rejections.of(
        Code.UNAVAILABLE, Rejections.BREAKER_OPEN, "circuit breaker", name, why, retryNanos);
  }

  /**
   * Calls, if the circuit lets it.
   *
   * @throws CallException if it does not: {@code UNAVAILABLE}, with the reason {@code
   *     CIRCUIT_BREAKER_OPEN}
   * @throws Exception what the body throws
   */
  public <T> T call(Callable<T> body) throws Exception {
    BreakerPhase current = phase;
    if (current instanceof BreakerPhase.Closed closed && !closed.needsStart) {
      return callQuickly(closed, body);
    }
    long start = time.now();
    Permit permit = acquire(start, Long.MAX_VALUE);
    if (permit == null) {
      throw CallException.of(rejection(start));
    }
    T result;
    try {
      result = body.call();
    } catch (Throwable thrown) {
      record(permit, start, time.now(), Ends.of(thrown).verdict());
      throw thrown;
    }
    record(permit, start, time.now(), Verdict.SUCCESS);
    return result;
  }

  /** Without the readings of the clock that matter to nobody: they would be most of the cost. */
  private <T> T callQuickly(BreakerPhase.Closed closed, Callable<T> body) throws Exception {
    T result;
    try {
      result = body.call();
    } catch (Throwable thrown) {
      record(closed, 0, time.now(), Ends.of(thrown).verdict());
      throw thrown;
    }
    Window window = closed.window;
    goodAt(window, closed.needsEnd ? time.recent() : 0);
    return result;
  }

  /**
   * As {@link #call}, of what ends later. A rejection is the stage's failure, as is what the body
   * throws.
   */
  public <T> CompletionStage<T> callAsync(Supplier<? extends CompletionStage<T>> body) {
    long start = time.now();
    Permit permit = acquire(start, Long.MAX_VALUE);
    if (permit == null) {
      return CompletableFuture.failedFuture(CallException.of(rejection(start)));
    }
    LinkedStage<T> call =
        new LinkedStage<>(
            thrown ->
                record(
                    permit,
                    start,
                    time.now(),
                    thrown == null ? Verdict.SUCCESS : Ends.of(thrown).verdict()));
    call.follow(Stages.start(body));
    return call;
  }

  /** Rejects all calls until {@link #reset}. */
  public void forceOpen() {
    hold(State.FORCED_OPEN, "forced");
  }

  /** Lets all calls pass, and counts none, until {@link #reset}. */
  public void disable() {
    hold(State.DISABLED, "disabled");
  }

  private void hold(State state, String why) {
    long now = time.now();
    BreakerPhase current;
    do {
      current = phase;
      if (current.state == state) {
        return;
      }
    } while (!transit(current, new BreakerPhase.Held(state, current.policy), now, why));
  }

  /** Closes it, with nothing counted; if its mode is {@code OFF} it is disabled instead. */
  public void reset() {
    long now = time.now();
    BreakerPhase current;
    do {
      current = phase;
    } while (!transit(current, initial(current.policy, now), now, "reset"));
  }

  /**
   * Holds to another policy from here on. Its state stays, and what it has counted, unless the
   * window has another size now, which begins empty.
   */
  public void update(CircuitBreakerPolicy policy) {
    requireNonNull(policy, "policy");
    long now = time.now();
    while (true) {
      BreakerPhase current = phase;
      if (current.policy.equals(policy)) {
        return;
      }
      boolean switched = (current.policy.mode() == Mode.OFF) != (policy.mode() == Mode.OFF);
      if (switched) {
        if (transit(current, initial(policy, now), now, "its mode is " + policy.mode())) {
          return;
        }
      } else if (current instanceof BreakerPhase.Closed closed && !sameWindow(closed, policy)) {
        BreakerPhase fresh = initial(policy, now);
        fresh.openTimes = closed.openTimes;
        if (replace(closed, fresh)) {
          return;
        }
      } else {
        BreakerPhase same = current.under(policy);
        same.openTimes = current.openTimes;
        if (PHASE.compareAndSet(this, current, same)) {
          return;
        }
      }
    }
  }

  private static boolean sameWindow(BreakerPhase.Closed closed, CircuitBreakerPolicy policy) {
    return closed.policy.windowCalls() == policy.windowCalls()
        && (policy.windowCalls() > 0 || closed.policy.window().equals(policy.window()));
  }

  public String name() {
    return name;
  }

  public CircuitBreakerPolicy policy() {
    return phase.policy;
  }

  /** What it is in. An open circuit becomes half-open with the first call after its time. */
  public State state() {
    return phase.state;
  }

  /** What it has seen. Cheap enough to be read each second; takes no part in calls. */
  public CircuitBreakerMetrics metrics() {
    while (true) {
      long mark = totals.mark();
      BreakerPhase current = phase;
      Window window = current instanceof BreakerPhase.Closed closed ? closed.window : null;
      long now = time.now();
      long tally = window == null ? 0 : window.tallyNotInTotals();
      long slow = totals.slow() + (window == null ? 0 : window.slowNotInTotals());
      long total = totals.calls() + Window.calls(tally);
      long failed = totals.failed() + Window.failed(tally);
      long inWindow = window == null ? 0 : window.tally(now);
      if (totals.undisturbed(mark) && phase == current) {
        BreakerPhase.OpenTimes times = current.openTimes;
        return new CircuitBreakerMetrics(
            current.state,
            total,
            total - failed,
            failed,
            slow,
            ignored.sum(),
            rejected.sum(),
            Duration.ofNanos(times.nanos(current.state, now)),
            times.ever() ? Duration.ofNanos(now - times.since()) : null,
            Window.calls(inWindow),
            Window.failed(inWindow));
      }
      Thread.onSpinWait();
    }
  }

  /** As in {@code circuit breaker "charge", CLOSED: 50 % failed of 10 or more calls …}. */
  @Override
  public String toString() {
    BreakerPhase current = phase;
    return "circuit breaker \"" + name + "\", " + current.state + ": " + current.policy;
  }
}
