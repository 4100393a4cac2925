package dev.farcall.resilience;

import dev.farcall.time.Time;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The interrupt that a call gets if it takes too long: during the call, or not at all. It is never
 * left behind for what the thread does next.
 */
final class Interruption implements Runnable {

  private static final int WAITING = 0;
  private static final int INTERRUPTING = 1;
  private static final int INTERRUPTED = 2;
  private static final int ENDED = 3;

  private final Thread thread;
  private final LongAdder expired;
  private final boolean interrupts;
  private final AtomicInteger state = new AtomicInteger();
  private boolean ended;
  private Time.@Nullable Timer timer;

  private Interruption(Thread thread, LongAdder expired, boolean interrupts) {
    this.thread = thread;
    this.expired = expired;
    this.interrupts = interrupts;
  }

  /**
   * Of this thread, after so many nanoseconds, unless it is {@link #end ended} before.
   *
   * @param expired counts the calls whose time was over
   * @param interrupts false if it only counts
   */
  static Interruption after(long nanos, Time time, LongAdder expired, boolean interrupts) {
    Interruption interruption = new Interruption(Thread.currentThread(), expired, interrupts);
    interruption.timer = time.schedule(nanos, interruption);
    return interruption;
  }

  /** For the timer: time is over. */
  @Override
  public void run() {
    if (!interrupts) {
      if (state.compareAndSet(WAITING, ENDED)) {
        expired.increment();
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
      if (timer != null) {
        timer.cancel();
      }
      return false;
    }
    if (!interrupts) {
      return false;
    }
    while (state.get() == INTERRUPTING) {
      Thread.onSpinWait();
    }
    Thread.interrupted(); // if the call did not see it, nobody shall
    expired.increment();
    return true;
  }
}
