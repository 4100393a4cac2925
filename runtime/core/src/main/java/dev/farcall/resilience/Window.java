package dev.farcall.resilience;

/**
 * Counts the calls of late: all, the failed and the slow ones. For many threads; no count is lost,
 * and none is counted twice.
 */
abstract sealed class Window permits TimeWindow, CountWindow {

  /** Beside no reading of the clock that matters: nothing was seen yet. */
  private static final long NEVER = Long.MIN_VALUE;

  private volatile long badSeen = NEVER;

  /** A call that neither failed nor was slow. */
  abstract void good(long now);

  /** A call that failed, was slow, or both. */
  final void bad(long now, boolean failed, boolean slow) {
    badSeen = now == NEVER ? now + 1 : now;
    addBad(now, failed, slow);
  }

  abstract void addBad(long now, boolean failed, boolean slow);

  /** All calls in the lower 32 bits, the failed ones in the upper. */
  abstract long tally(long now);

  /** The slow ones. */
  abstract long slow(long now);

  /** How long a bad call may matter; {@link Long#MAX_VALUE} if that is no question of time. */
  abstract long spanNanos();

  /** Whether a bad call may be inside. */
  final boolean hasBad(long now) {
    long seen = badSeen;
    return seen != NEVER && now - seen < spanNanos();
  }

  /** It is let go of: what it counts from here on is counted in the totals only. */
  abstract void retire();

  /** What is not handed over to the totals yet, of all calls as {@link #tally} says it. */
  abstract long tallyNotInTotals();

  /** What is not handed over to the totals yet, of the slow ones. */
  abstract long slowNotInTotals();

  static int calls(long tally) {
    return (int) tally;
  }

  static int failed(long tally) {
    return (int) (tally >>> 32);
  }
}
