package dev.farcall.resilience;

import dev.farcall.time.Time;
import org.jspecify.annotations.Nullable;

/**
 * The limits of time of one call that keeps its thread: of all of it, and of the attempt that it is
 * at. For that thread alone, which uses it again for its next call: hold none beyond its end.
 */
public final class CallLimits {

  private static final ThreadLocal<Spare> SPARE = ThreadLocal.withInitial(Spare::new);

  private final Spare spare;
  private final Time time;
  private final Interruption whole;
  private Interruption once;
  private @Nullable Timeout total;
  private @Nullable Timeout attempt;
  private long endNanos;
  private boolean open;
  private @Nullable CallLimits next;

  private CallLimits(Spare spare, Time time) {
    this.spare = spare;
    this.time = time;
    this.whole = new Interruption(time);
    this.once = new Interruption(time);
  }

  /** A call begins on this thread. {@link #end} it there. */
  static CallLimits begin(Time time, @Nullable Timeout total, @Nullable Timeout attempt) {
    CallLimits limits = SPARE.get().take(time);
    limits.total = total;
    limits.attempt = attempt;
    limits.open = true;
    if (total != null) {
      long now = time.now();
      limits.endNanos = now + total.nanos();
      limits.whole.begin(total, now);
    }
    return limits;
  }

  void beginAttempt() {
    if (attempt != null) {
      if (!once.isIdle()) {
        once = new Interruption(time);
      }
      once.begin(attempt, time.now());
    }
  }

  /** Nanoseconds until the call ends at the latest; {@link Long#MAX_VALUE} if it may take long. */
  long remaining() {
    return total == null || !total.enforces() ? Long.MAX_VALUE : endNanos - time.now();
  }

  /** Whether its time is over. */
  boolean isOver() {
    return total != null && whole.hasFired();
  }

  /** What an attempt has failed with that threw this: if its time was over, with that. */
  Throwable endOfAttempt(Throwable thrown) {
    boolean late = once.end();
    if (total != null && isOver()) {
      return total.exceeded(thrown);
    }
    return late && attempt != null ? attempt.exceeded(thrown) : thrown;
  }

  /**
   * The call has ended; when called again, nothing.
   *
   * @return whether in time
   */
  boolean end() {
    if (!open) {
      return true;
    }
    open = false;
    boolean lateAttempt = once.end();
    boolean late = whole.end() || lateAttempt;
    if (whole.isIdle() && once.isIdle()) {
      spare.give(this);
    }
    return !late;
  }

  /**
   * Those that a thread has used and may use again: as many as its calls were deep in each other.
   * What a timer may still run is never among them.
   */
  private static final class Spare {
    private @Nullable CallLimits first;

    CallLimits take(Time time) {
      CallLimits limits = first;
      if (limits == null || limits.time != time) {
        return new CallLimits(this, time);
      }
      first = limits.next;
      limits.next = null;
      return limits;
    }

    void give(CallLimits limits) {
      limits.next = first != null && first.time == limits.time ? first : null;
      first = limits;
    }
  }
}
