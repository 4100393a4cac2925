package dev.farcall.resilience;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;

/**
 * How long calls took of late: half a minute of them, in three parts of ten seconds, in classes an
 * eighth wide. For many threads. A percentile is computed at most every three seconds.
 */
final class LatencyHistogram {

  private static final VarHandle CURRENT = Fields.of(MethodHandles.lookup(), "current", Part.class);

  private static final long PART_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final int PARTS = 3;
  private static final long REFRESH_NANOS = TimeUnit.SECONDS.toNanos(3);

  /** Three bits below the highest one tell the class. */
  private static final int BITS = 3;

  private static final int CLASSES = 64 << BITS;

  /** Below so many calls there is nothing to go by. */
  private static final int ENOUGH = 20;

  private volatile Part current;
  private volatile Known known;
  private final double percentile;

  /**
   * An empty one.
   *
   * @param percentile as a fraction
   */
  LatencyHistogram(double percentile, long now) {
    this.percentile = percentile;
    this.current = new Part(now, null);
    this.known = new Known(0, now, false);
  }

  void add(long nanos, long now) {
    part(now).counts.getAndIncrement(classOf(Math.max(1, nanos)));
  }

  private Part part(long now) {
    while (true) {
      Part part = current;
      if (now - part.start < PART_NANOS) {
        return part;
      }
      Part next = new Part(now, part);
      if (CURRENT.compareAndSet(this, part, next)) {
        next.forgetOld();
        return next;
      }
    }
  }

  /** Nanoseconds that so many calls took at most; 0 if it has seen too few. */
  long percentile(long now) {
    Known last = known;
    if (last.computed && now - last.at < REFRESH_NANOS) {
      return last.nanos;
    }
    Known next = new Known(compute(now), now, true);
    known = next;
    return next.nanos;
  }

  private long compute(long now) {
    int[] counts = new int[CLASSES];
    long total = 0;
    for (Part part = current; part != null; part = part.older) {
      if (now - part.start < PART_NANOS * PARTS) {
        for (int i = 0; i < CLASSES; i++) {
          int count = part.counts.get(i);
          counts[i] += count;
          total += count;
        }
      }
    }
    if (total < ENOUGH) {
      return 0;
    }
    long rank = (long) Math.ceil(total * percentile);
    int at = 0;
    for (long seen = counts[0]; seen < rank; seen += counts[at]) {
      at++;
    }
    return upperEnd(at);
  }

  private static int classOf(long nanos) {
    int exponent = 63 - Long.numberOfLeadingZeros(nanos);
    int below = exponent < BITS ? 0 : (int) (nanos >>> (exponent - BITS)) & ((1 << BITS) - 1);
    return exponent << BITS | below;
  }

  private static long upperEnd(int index) {
    int exponent = index >> BITS;
    long below = index & ((1 << BITS) - 1);
    long unit = exponent < BITS ? 1 : 1L << (exponent - BITS);
    return (1L << exponent) + (below + 1) * unit;
  }

  /** The calls of one span of time. */
  private static final class Part {
    final long start;
    final AtomicIntegerArray counts = new AtomicIntegerArray(CLASSES);
    volatile @Nullable Part older;

    Part(long start, @Nullable Part older) {
      this.start = start;
      this.older = older;
    }

    void forgetOld() {
      Part second = older;
      Part third = second == null ? null : second.older;
      if (third != null) {
        third.older = null;
      }
    }
  }

  private record Known(long nanos, long at, boolean computed) {}
}
