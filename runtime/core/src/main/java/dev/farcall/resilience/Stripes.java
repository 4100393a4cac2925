package dev.farcall.resilience;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Cells for counting, as many rows of them as threads may count at once, each row on cache lines of
 * its own. A thread always counts in the same row, so that two threads seldom write to one line.
 */
final class Stripes {

  /** A power of two. */
  static final int ROWS = rows(Runtime.getRuntime().availableProcessors());

  /** Access to a cell. */
  static final VarHandle CELL = MethodHandles.arrayElementVarHandle(long[].class);

  /** 16 longs are two cache lines, which processors fetch together. */
  private static final int ROW = 16;

  private Stripes() {}

  private static int rows(int processors) {
    return Math.min(16, Integer.highestOneBit(Math.max(1, processors * 2 - 1)));
  }

  /** Cells, and room before the first and behind the last. */
  static long[] cells() {
    return new long[(ROWS + 2) * ROW];
  }

  /** The first cell of this thread's row. */
  static int mine() {
    return at((int) Thread.currentThread().getId() & (ROWS - 1));
  }

  /** The first cell of a row. */
  static int at(int row) {
    return (row + 1) * ROW;
  }
}
