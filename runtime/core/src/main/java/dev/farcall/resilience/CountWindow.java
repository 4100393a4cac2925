package dev.farcall.resilience;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the last so many calls, in a ring with the end of each. Once the ring is full of good
 * calls another good one changes nothing, so that it writes to nothing that threads share.
 */
final class CountWindow extends Window {

  private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(byte[].class);

  private static final int FAILED = 1;
  private static final int SLOW = 2;

  private final byte[] ring;
  private final Totals totals;
  private final AtomicLong sequence = new AtomicLong();

  /** The failed ones in the lower 32 bits, the slow ones in the upper. */
  private final AtomicLong bad = new AtomicLong();

  CountWindow(int calls, Totals totals) {
    this.ring = new byte[calls];
    this.totals = totals;
  }

  @Override
  void good(long now) {
    totals.add(1, 0, 0);
    if (bad.get() != 0 || sequence.get() < ring.length) {
      put(0);
    }
  }

  @Override
  void addBad(long now, boolean failed, boolean slow) {
    totals.add(1, failed ? 1 : 0, slow ? 1 : 0);
    put((failed ? FAILED : 0) | (slow ? SLOW : 0));
  }

  private void put(int end) {
    int slot = (int) (sequence.getAndIncrement() % ring.length);
    if ((byte) SLOT.getVolatile(ring, slot) == end) {
      return;
    }
    int before = (byte) SLOT.getAndSet(ring, slot, (byte) end);
    bad.getAndAdd(asCounts(end) - asCounts(before));
  }

  private static long asCounts(int end) {
    return (end & FAILED) + ((long) (end >> 1) << 32);
  }

  @Override
  long tally(long now) {
    long failed = Math.max(0, (int) bad.get());
    return Math.min(sequence.get(), ring.length) | failed << 32;
  }

  @Override
  long slow(long now) {
    long counts = bad.get();
    return Math.max(0, (counts - (int) counts) >> 32);
  }

  @Override
  long spanNanos() {
    return bad.get() == 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
  }

  @Override
  void retire() {
    // It keeps nothing that is not in the totals.
  }

  @Override
  long tallyNotInTotals() {
    return 0;
  }

  @Override
  long slowNotInTotals() {
    return 0;
  }
}
