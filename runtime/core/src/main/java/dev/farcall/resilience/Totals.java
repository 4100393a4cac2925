package dev.farcall.resilience;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What was ever counted. A window first counts for itself and hands its counts over when it lets
 * them go; so that a reader of both never sees a count twice, or not at all, he reads again if a
 * handover happened meanwhile.
 */
final class Totals {

  private static final int FAILED = 1;
  private static final int SLOW = 2;

  private final long[] cells = Stripes.cells();
  private final AtomicLong handoversBegun = new AtomicLong();
  private final AtomicLong handoversEnded = new AtomicLong();

  void add(long calls, long failed, long slow) {
    int at = Stripes.mine();
    if (calls != 0) {
      Stripes.CELL.getAndAdd(cells, at, calls);
    }
    if (failed != 0) {
      Stripes.CELL.getAndAdd(cells, at + FAILED, failed);
    }
    if (slow != 0) {
      Stripes.CELL.getAndAdd(cells, at + SLOW, slow);
    }
  }

  long calls() {
    return sum(0);
  }

  long failed() {
    return sum(FAILED);
  }

  long slow() {
    return sum(SLOW);
  }

  private long sum(int cell) {
    long sum = 0;
    for (int row = 0; row < Stripes.ROWS; row++) {
      sum += (long) Stripes.CELL.getVolatile(cells, Stripes.at(row) + cell);
    }
    return sum;
  }

  /** Before counts are out of a reader's sight; {@link #handoverEnds} when they are added here. */
  void handoverBegins() {
    handoversBegun.incrementAndGet();
  }

  void handoverEnds() {
    handoversEnded.incrementAndGet();
  }

  /** A mark for {@link #undisturbed}; negative while counts are being handed over. */
  long mark() {
    long ended = handoversEnded.get();
    return ended == handoversBegun.get() ? ended : -1;
  }

  /** Whether nothing was handed over since the mark was taken. */
  boolean undisturbed(long mark) {
    return mark >= 0 && handoversBegun.get() == mark;
  }
}
