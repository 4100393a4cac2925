package dev.farcall.resilience;

import dev.farcall.policy.CircuitBreakerPolicy;
import dev.farcall.policy.Durations;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What a circuit breaker is in, with all that belongs to it alone. A transition replaces it by
 * another; calls that an earlier one admitted cannot count in a later one.
 */
abstract sealed class BreakerPhase extends Permit {

  final CircuitBreaker.State state;
  final CircuitBreakerPolicy policy;

  /** Set before it is published, and not again. */
  OpenTimes openTimes = OpenTimes.NONE;

  BreakerPhase(CircuitBreaker.State state, CircuitBreakerPolicy policy) {
    this.state = state;
    this.policy = policy;
  }

  /** The same under another policy. */
  abstract BreakerPhase under(CircuitBreakerPolicy other);

  /** Calls pass and are counted. */
  static final class Closed extends BreakerPhase {
    final Window window;
    final long slowNanos;

    /** Whether it matters when a call began. */
    final boolean needsStart;

    /** Whether it matters when a call that was good ended. */
    final boolean needsEnd;

    Closed(CircuitBreakerPolicy policy, Window window) {
      super(CircuitBreaker.State.CLOSED, policy);
      this.needsStart = policy.slowAfter() != null;
      this.needsEnd = policy.windowCalls() == 0;
      this.window = window;
      this.slowNanos = slowNanos(policy);
    }

    @Override
    BreakerPhase under(CircuitBreakerPolicy other) {
      return new Closed(other, window);
    }
  }

  static long slowNanos(CircuitBreakerPolicy policy) {
    return policy.slowAfter() == null ? Long.MAX_VALUE : Durations.nanos(policy.slowAfter());
  }

  /** Calls are rejected for a time. */
  static final class Open extends BreakerPhase {
    /** When the circuit left the closed state. */
    final long since;

    final long until;

    /** How often the probes have failed since. */
    final int failedRounds;

    final String why;

    Open(CircuitBreakerPolicy policy, long since, long until, int failedRounds, String why) {
      super(CircuitBreaker.State.OPEN, policy);
      this.since = since;
      this.until = until;
      this.failedRounds = failedRounds;
      this.why = why;
    }

    @Override
    BreakerPhase under(CircuitBreakerPolicy other) {
      return new Open(other, since, until, failedRounds, why);
    }
  }

  /**
   * A few calls pass. Each slot is free, leased to a probe, or holds how its probe ended; so what
   * is known, and who may still find out more, is one array without any count beside it.
   */
  static final class HalfOpen extends BreakerPhase {
    final Open open;
    final AtomicReferenceArray<@Nullable Object> slots;

    HalfOpen(CircuitBreakerPolicy policy, Open open) {
      this(policy, open, new AtomicReferenceArray<>(policy.probes()));
    }

    private HalfOpen(
        CircuitBreakerPolicy policy, Open open, AtomicReferenceArray<@Nullable Object> slots) {
      super(CircuitBreaker.State.HALF_OPEN, policy);
      this.open = open;
      this.slots = slots;
    }

    /** Its probes go on: there may be more or fewer of them than the other policy wants. */
    @Override
    BreakerPhase under(CircuitBreakerPolicy other) {
      return new HalfOpen(other, open, slots);
    }

    /** A lease of a slot that is free or was leased for too long; null if there is none. */
    @Nullable ProbeLease lease(long now, long nanos) {
      for (int slot = 0; slot < slots.length(); slot++) {
        Object held = slots.get(slot);
        if (held == null || (held instanceof ProbeLease lease && now - lease.expiresAt >= 0)) {
          ProbeLease mine = new ProbeLease(this, slot, now + nanos);
          if (slots.compareAndSet(slot, held, mine)) {
            return mine;
          }
        }
      }
      return null;
    }

    /** Whether it was still leased. */
    boolean end(ProbeLease lease, ProbeEnd end) {
      return slots.compareAndSet(lease.slot, lease, end);
    }

    void giveBack(ProbeLease lease) {
      slots.compareAndSet(lease.slot, lease, null);
    }

    int count(boolean failed, boolean slow) {
      int count = 0;
      for (int slot = 0; slot < slots.length(); slot++) {
        if (slots.get(slot) instanceof ProbeEnd end && end.is(failed, slow)) {
          count++;
        }
      }
      return count;
    }

    /** How long until the first lease ends. */
    long nanosToFirstExpiry(long now) {
      long first = CircuitBreaker.LONGEST_LEASE_NANOS;
      for (int slot = 0; slot < slots.length(); slot++) {
        if (slots.get(slot) instanceof ProbeLease lease) {
          first = Math.min(first, lease.expiresAt - now);
        }
      }
      return Math.max(0, first);
    }
  }

  /** How a probe ended. */
  enum ProbeEnd {
    GOOD(false, false),
    FAILED(true, false),
    SLOW(false, true),
    FAILED_AND_SLOW(true, true);

    private final boolean failed;
    private final boolean slow;

    ProbeEnd(boolean failed, boolean slow) {
      this.failed = failed;
      this.slow = slow;
    }

    static ProbeEnd of(boolean failed, boolean slow) {
      return failed ? (slow ? FAILED_AND_SLOW : FAILED) : slow ? SLOW : GOOD;
    }

    /** Whether it is all of what is asked for. */
    boolean is(boolean failed, boolean slow) {
      return (!failed || this.failed) && (!slow || this.slow);
    }
  }

  /** Somebody said so: all calls are rejected, or all pass and none is counted. */
  static final class Held extends BreakerPhase {

    Held(CircuitBreaker.State state, CircuitBreakerPolicy policy) {
      super(state, policy);
    }

    @Override
    BreakerPhase under(CircuitBreakerPolicy other) {
      return new Held(state, other);
    }
  }

  /**
   * How long the circuit was not closed.
   *
   * @param ended nanoseconds of all the times that are over
   * @param since when the last one began
   * @param ever whether there was one
   */
  record OpenTimes(long ended, long since, boolean ever) {

    static final OpenTimes NONE = new OpenTimes(0, 0, false);

    OpenTimes then(CircuitBreaker.State from, CircuitBreaker.State to, long now) {
      if (rejects(from) == rejects(to)) {
        return this;
      }
      return rejects(to)
          ? new OpenTimes(ended, now, true)
          : new OpenTimes(ended + now - since, since, true);
    }

    /** All of it, in this state. */
    long nanos(CircuitBreaker.State state, long now) {
      return rejects(state) ? ended + now - since : ended;
    }

    private static boolean rejects(CircuitBreaker.State state) {
      return state != CircuitBreaker.State.CLOSED && state != CircuitBreaker.State.DISABLED;
    }
  }
}
