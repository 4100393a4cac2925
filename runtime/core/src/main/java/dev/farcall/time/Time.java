package dev.farcall.time;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The clock and the timer of everything in Farcall that waits or measures. Injected, so that tests
 * move it by hand ({@link ManualTime}) and never sleep.
 *
 * <p>Implementations are safe for use by many threads.
 */
public interface Time {

  /** The time of this JVM: {@link System#nanoTime()} and one timer wheel for all. */
  static Time system() {
    return SystemTime.INSTANCE;
  }

  /**
   * A reading of a monotonic clock, in nanoseconds. Only differences have a meaning; compare with
   * {@code a - b < 0}, never {@code a < b}.
   */
  long now();

  /**
   * A reading of the same clock that may be some 50 ms old, and longer where the timer's thread is
   * late: for one who reads often, and for whom that is near enough. Much cheaper than {@link
   * #now}, and never ahead of it.
   */
  default long recent() {
    return now();
  }

  /**
   * Milliseconds since 1970 by the clock on the wall, which may be wrong and may be set: only for
   * what is told to other machines, or comes from them.
   */
  default long wallMillis() {
    return System.currentTimeMillis();
  }

  /**
   * Runs a task once, on the timer's own thread, not before {@code delayNanos} have passed. The
   * task must be short, must not block and must not throw. A delay of zero or less means as soon as
   * possible, never on the calling thread.
   */
  Timer schedule(long delayNanos, Runnable task);

  /** As {@link #schedule(long, Runnable)}. */
  default Timer schedule(Duration delay, Runnable task) {
    return schedule(delay.toNanos(), task);
  }

  /** A task that is to be scheduled often, at small cost. For one thread. */
  default Alarm alarm(Runnable task) {
    return new ScheduledAlarm(this, task);
  }

  /**
   * A number from 0 to 1, the latter excluded, by lot: for pauses that shall not end together. Here
   * since whoever moves a clock by hand wants to know it beforehand too.
   */
  default double lot() {
    return ThreadLocalRandom.current().nextDouble();
  }

  /** 64 bits by lot, as {@link #lot}. */
  default long word() {
    return ThreadLocalRandom.current().nextLong();
  }

  /** A task that waits for its time. */
  interface Timer {
    /**
     * Drops the task unless it has begun; cheap, and harmless when called again.
     *
     * @return whether this call dropped it; if not it has run, is running or about to, or was
     *     dropped before
     */
    boolean cancel();
  }

  /** A task for one who schedules it and mostly drops it, again and again. */
  interface Alarm {
    /**
     * Schedules the task, as {@link Time#schedule}. Only for the first time, or after {@link
     * #clear} has said true: an alarm that went off is used up.
     *
     * @param now a reading of this clock, just made
     */
    void set(long now, long delayNanos);

    /**
     * Drops the task unless it has begun.
     *
     * @return whether it waited and will not run, so that the alarm may be set again
     */
    boolean clear();
  }
}
