package dev.farcall.time;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * The reading of a clock that was taken last, by one task of a timer each 50 ms, as long as
 * somebody asks for it. While nobody does, nothing is read.
 */
final class RecentTime {

  private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  /** Nobody has asked of late. */
  private static final long STOPPED = Long.MIN_VALUE;

  private final LongSupplier clock;
  private final Wheel wheel;
  private final AtomicBoolean running = new AtomicBoolean();

  /** Written by the timer's thread only, so that none is put back by one that was late. */
  private volatile long reading = STOPPED;

  /** Whether somebody has asked since the last reading. */
  private volatile boolean used;

  /** Runs a task after so many nanoseconds. */
  @FunctionalInterface
  interface Wheel {
    void schedule(long nanos, Runnable task);
  }

  RecentTime(LongSupplier clock, Wheel wheel) {
    this.clock = clock;
    this.wheel = wheel;
  }

  long get() {
    long known = reading;
    if (known == STOPPED) {
      return begin();
    }
    if (!used) {
      used = true;
    }
    return known;
  }

  private long begin() {
    used = true;
    if (running.compareAndSet(false, true)) {
      wheel.schedule(EVERY_NANOS, this::read);
    }
    return clock.getAsLong();
  }

  /** If there is no next time, for whatever reason, all read the clock themselves. */
  private void read() {
    reading = STOPPED;
    if (!used) {
      running.set(false);
      return;
    }
    used = false;
    wheel.schedule(EVERY_NANOS, this::read);
    long now = clock.getAsLong();
    reading = now == STOPPED ? now + 1 : now;
  }
}
