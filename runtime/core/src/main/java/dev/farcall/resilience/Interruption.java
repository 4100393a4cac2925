package dev.farcall.resilience;

import dev.farcall.time.Time;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The interrupt that a call gets if it takes too long: during the call, or not at all. It is never
 * left behind for what the thread does next. Of one thread, for one call after the other.
 */
final class Interruption implements Runnable {

  private static final int WAITING = 0;
  private static final int INTERRUPTING = 1;
  private static final int INTERRUPTED = 2;
  private static final int ENDED = 3;

  private final Thread thread = Thread.currentThread();
  private final AtomicInteger state = new AtomicInteger(ENDED);
  private final Time.Alarm alarm;
  private @Nullable LongAdder expired;
  private boolean interrupts;
  private boolean ended = true;
  private boolean idle = true;

  /** Of the calling thread. */
  Interruption(Time time) {
    this.alarm = time.alarm(this);
  }

  /**
   * A call begins, on the thread; it must be {@link #isIdle idle}.
   *
   * @param limit after which the call is interrupted, unless it is {@link #end ended} before; only
   *     counts if that does not enforce
   * @param now a reading of the clock
   */
  void begin(Timeout limit, long now) {
    expired = limit.counter();
    interrupts = limit.enforces();
    ended = false;
    idle = false;
    state.set(WAITING);
    alarm.set(now, limit.nanos());
  }

  /** Whether no timer knows of it, so that another call may begin. */
  boolean isIdle() {
    return idle;
  }

  /** For the timer: time is over. */
  @Override
  public void run() {
    if (!interrupts) {
      if (state.compareAndSet(WAITING, ENDED)) {
        count();
      }
    } else if (state.compareAndSet(WAITING, INTERRUPTING)) {
      thread.interrupt();
      state.set(INTERRUPTED);
    }
  }

  /** Whether the time of the call is over; on its thread. */
  boolean hasFired() {
    return state.get() == INTERRUPTING || state.get() == INTERRUPTED;
  }

  /**
   * The call has ended; on its thread.
   *
   * @return whether its time was over before, and that matters
   */
  boolean end() {
    if (ended) {
      return hasFired();
    }
    ended = true;
    if (state.compareAndSet(WAITING, ENDED)) {
      idle = alarm.clear();
      return false;
    }
    if (!interrupts) {
      return false;
    }
    while (state.get() == INTERRUPTING) {
      Thread.onSpinWait();
    }
    Thread.interrupted(); // if the call did not see it, nobody shall
    count();
    return true;
  }

  private void count() {
    if (expired != null) {
      expired.increment();
    }
  }
}
