package dev.farcall.resilience;

import dev.farcall.time.Time;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The interrupt that a call gets if it takes too long: during the call, or not at all. It is never
 * left behind for what the thread does next.
 */
public final class Interruption implements Runnable {

  private static final int WAITING = 0;
  private static final int INTERRUPTING = 1;
  private static final int INTERRUPTED = 2;
  private static final int ENDED = 3;

  private final Thread thread;
  private final AtomicInteger state = new AtomicInteger();
  Time.@Nullable Timer timer;

  Interruption(Thread thread) {
    this.thread = thread;
  }

  /** For the timer: time is over. */
  @Override
  public void run() {
    if (state.compareAndSet(WAITING, INTERRUPTING)) {
      thread.interrupt();
      state.set(INTERRUPTED);
    }
  }

  /**
   * The call has ended; on its thread.
   *
   * @return whether its time was over before
   */
  public boolean end() {
    if (state.compareAndSet(WAITING, ENDED)) {
      if (timer != null) {
        timer.cancel();
      }
      return false;
    }
    while (state.get() == INTERRUPTING) {
      Thread.onSpinWait();
    }
    Thread.interrupted(); // if the call did not see it, nobody shall
    return true;
  }
}
