package dev.farcall.benchmarks.load;

import java.util.concurrent.locks.LockSupport;

/**
 * When the calls of one thread begin, and since when their latency counts. At a fixed rate it is
 * since the call should have begun, so that a call that had to wait for the one before it is as
 * slow as its user would find it (see Gil Tene, "How NOT to measure latency"). That this thread
 * overslept by less than a millisecond is the fault of the system's timer, and forgiven.
 */
final class Schedule {

  private static final long FORGIVEN_NANOS = 1_000_000;

  private final long interval;
  private long next;

  /**
   * Begins now, or a little later.
   *
   * @param interval in nanoseconds; 0 to begin each call at once
   * @param first nanoseconds until the first begins
   */
  Schedule(long interval, long first) {
    this.interval = interval;
    this.next = System.nanoTime() + first;
  }

  /**
   * Waits until the next call shall begin.
   *
   * @return the {@link System#nanoTime()} since when it counts
   */
  long await() {
    long now = System.nanoTime();
    if (interval == 0) {
      return now;
    }
    long intended = next;
    next += interval;
    if (now - intended >= 0) {
      return intended;
    }
    while (now - intended < 0) {
      LockSupport.parkNanos(this, intended - now);
      now = System.nanoTime();
    }
    return now - intended < FORGIVEN_NANOS ? now : intended;
  }
}
