package dev.farcall.balance;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * Goes round a cycle of so many places, on stripes, so that threads seldom write to one line: each
 * stripe goes round on its own, and they begin evenly apart. So what is picked is at most one turn
 * for each stripe off what one counter would pick.
 */
final class Turns {

  private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(int[].class);

  /** A power of two. */
  private static final int STRIPES =
      Math.min(
          8, Integer.highestOneBit(Math.max(1, Runtime.getRuntime().availableProcessors() * 2)));

  /** 32 ints are two cache lines, which processors fetch together. */
  private static final int ROW = 32;

  private final int length;
  private final int[] cells = new int[(STRIPES + 2) * ROW];

  /**
   * Turns of a cycle.
   *
   * @param length how many places it has, 1 or more
   * @param before those in whose place these come, to go on where they stand; null to begin anew
   */
  Turns(int length, @Nullable Turns before) {
    this.length = length;
    for (int stripe = 0; stripe < STRIPES; stripe++) {
      int cell = (stripe + 1) * ROW;
      cells[cell] =
          before == null
              ? (int) ((long) length * stripe / STRIPES)
              : (int) CELL.getVolatile(before.cells, cell);
    }
  }

  /** The next place of this thread's stripe. */
  int next() {
    int row = ((int) Thread.currentThread().getId() & (STRIPES - 1)) + 1;
    return Integer.remainderUnsigned((int) CELL.getAndAdd(cells, row * ROW, 1), length);
  }
}
