package dev.farcall.resilience;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * Counts the calls of the last so many seconds, in a chain of buckets, the youngest first. Each
 * bucket belongs to one span of time and is never used for another, so that a thread that comes
 * late with an old reading of the clock adds to the bucket of its own time. A new bucket is put in
 * front by one compare-and-set; the tail is cut off, and its counts handed over to the totals.
 *
 * <p>A call that was good may be counted at any moment between its begin and its end: who counts
 * brings the later of its begin and {@code Time.recent()}, which costs no reading of the clock. It
 * is then in the bucket of that moment, which may be the one before the youngest.
 *
 * <p>Whoever adds to a cell that was handed over learns that from the value that he finds there,
 * and adds to the totals himself.
 */
final class TimeWindow extends Window {

  private static final VarHandle CURRENT =
      Fields.of(MethodHandles.lookup(), "current", Bucket.class);

  private final long width;
  private final int buckets;
  private final Totals totals;
  private volatile Bucket current;
  private volatile boolean retired;

  /**
   * An empty window.
   *
   * @param spanNanos how far back it looks
   * @param buckets how many parts that has
   */
  TimeWindow(long spanNanos, int buckets, Totals totals, long now) {
    this.width = Math.max(1, spanNanos / buckets);
    this.buckets = buckets;
    this.totals = totals;
    this.current = new Bucket(now, null);
  }

  @Override
  void good(long now) {
    Bucket bucket = current;
    long age = now - bucket.start;
    if (age < 0 || age >= width) {
      bucket = bucketOf(now);
    }
    bucket.add(1L, totals);
  }

  @Override
  void addBad(long now, boolean failed, boolean slow) {
    Bucket bucket = bucketOf(now);
    bucket.add(failed ? 1L | 1L << 32 : 1L, totals);
    if (slow) {
      bucket.addSlow(totals);
    }
  }

  /** The bucket of that time; else, for one who is very late, the next younger one. */
  private Bucket bucketOf(long now) {
    while (true) {
      Bucket bucket = current;
      long age = now - bucket.start;
      if (age < 0) {
        return olderBucketOf(now, bucket);
      }
      if (age < width) {
        return bucket;
      }
      boolean allPast = age - width >= spanNanos();
      Bucket next = new Bucket(now - age % width, allPast ? null : bucket);
      totals.handoverBegins();
      boolean mine = CURRENT.compareAndSet(this, bucket, next);
      if (mine && allPast) {
        handOver(bucket);
      } else if (mine) {
        handOver(cutTail(next, now));
      }
      if (mine && retired) {
        handOver(next); // it came after all that retire() has handed over
      }
      totals.handoverEnds();
      if (mine) {
        return next;
      }
    }
  }

  private Bucket olderBucketOf(long now, Bucket younger) {
    Bucket bucket = younger;
    for (Bucket older = bucket.older; older != null; older = bucket.older) {
      if (now - older.start >= 0) {
        return now - older.start < width ? older : bucket;
      }
      bucket = older;
    }
    return bucket;
  }

  private @Nullable Bucket cutTail(Bucket youngest, long now) {
    Bucket bucket = youngest;
    for (Bucket older = bucket.older; older != null; older = bucket.older) {
      if (now - older.start >= spanNanos() + width) {
        bucket.older = null;
        return older;
      }
      bucket = older;
    }
    return null;
  }

  private void handOver(@Nullable Bucket youngest) {
    for (Bucket bucket = youngest; bucket != null; bucket = bucket.older) {
      bucket.handOver(totals);
    }
  }

  @Override
  void retire() {
    retired = true;
    handOver(current);
  }

  @Override
  long tally(long now) {
    long sum = 0;
    for (Bucket bucket = current; bucket != null && isInside(bucket, now); bucket = bucket.older) {
      sum += bucket.tally();
    }
    return sum;
  }

  @Override
  long slow(long now) {
    long sum = 0;
    for (Bucket bucket = current; bucket != null && isInside(bucket, now); bucket = bucket.older) {
      sum += bucket.slow();
    }
    return sum;
  }

  private boolean isInside(Bucket bucket, long now) {
    return now - bucket.start < spanNanos();
  }

  @Override
  long tallyNotInTotals() {
    long sum = 0;
    for (Bucket bucket = current; bucket != null; bucket = bucket.older) {
      sum += bucket.tally();
    }
    return sum;
  }

  @Override
  long slowNotInTotals() {
    long sum = 0;
    for (Bucket bucket = current; bucket != null; bucket = bucket.older) {
      sum += bucket.slow();
    }
    return sum;
  }

  @Override
  long spanNanos() {
    return width * buckets;
  }

  /** One span of time. In each row: all calls and the failed ones in one cell, the slow ones. */
  private static final class Bucket {

    private static final int SLOW = 1;

    /** What a cell holds, at least in its sign, once its counts were handed over. */
    private static final long HANDED_OVER = Long.MIN_VALUE;

    private final long start;
    private final long[] cells = Stripes.cells();
    private volatile @Nullable Bucket older;

    Bucket(long start, @Nullable Bucket older) {
      this.start = start;
      this.older = older;
    }

    void add(long tally, Totals totals) {
      long before = (long) Stripes.CELL.getAndAdd(cells, Stripes.mine(), tally);
      if (before < 0) {
        totals.add(tally & 0xFFFF_FFFFL, tally >>> 32, 0);
      }
    }

    void addSlow(Totals totals) {
      long before = (long) Stripes.CELL.getAndAdd(cells, Stripes.mine() + SLOW, 1L);
      if (before < 0) {
        totals.add(0, 0, 1);
      }
    }

    long tally() {
      return sum(0);
    }

    long slow() {
      return sum(SLOW);
    }

    private long sum(int cell) {
      long sum = 0;
      for (int row = 0; row < Stripes.ROWS; row++) {
        sum += Math.max(0, (long) Stripes.CELL.getVolatile(cells, Stripes.at(row) + cell));
      }
      return sum;
    }

    void handOver(Totals totals) {
      for (int row = 0; row < Stripes.ROWS; row++) {
        long tally = (long) Stripes.CELL.getAndSet(cells, Stripes.at(row), HANDED_OVER);
        long slow = (long) Stripes.CELL.getAndSet(cells, Stripes.at(row) + SLOW, HANDED_OVER);
        if (tally > 0 || slow > 0) {
          totals.add(
              Math.max(0, tally) & 0xFFFF_FFFFL, Math.max(0, tally) >>> 32, Math.max(0, slow));
        }
      }
    }
  }
}
