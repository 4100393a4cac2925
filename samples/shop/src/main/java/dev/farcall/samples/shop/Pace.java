package dev.farcall.samples.shop;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Lets so many orders a second begin, evenly spaced. */
final class Pace {

  private final long interval;
  private final AtomicLong next = new AtomicLong(System.nanoTime());

  /** A rate of 0 is no bound. */
  Pace(int rate) {
    this.interval = rate == 0 ? 0 : TimeUnit.SECONDS.toNanos(1) / rate;
  }

  /** Returns when it is this caller's turn, or when the thread is interrupted. */
  void await() {
    if (interval == 0) {
      return;
    }
    long turn = next.getAndAdd(interval);
    long wait = turn - System.nanoTime();
    while (wait > 0 && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(this, wait);
      wait = turn - System.nanoTime();
    }
  }
}
