package dev.farcall.health;

import dev.farcall.time.Time;

/** Pauses that grow while something fails, give or take a fifth, so that not all end together. */
final class Pauses {

  /** Four times as long, at most. */
  private static final int MOST_DOUBLINGS = 2;

  private final Time time;
  private int failures;

  Pauses(Time time) {
    this.time = time;
  }

  void failed() {
    failures++;
  }

  void succeeded() {
    failures = 0;
  }

  /**
   * The next one.
   *
   * @param interval nanoseconds, while nothing fails, and after the first failure
   */
  long next(long interval) {
    long grown = interval << Math.min(MOST_DOUBLINGS, Math.max(0, failures - 1));
    return (long) (grown * (0.8 + 0.4 * time.lot()));
  }
}
