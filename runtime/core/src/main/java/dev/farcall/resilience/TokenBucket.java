package dev.farcall.resilience;

import dev.farcall.policy.RateLimitPolicy;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The permits of one {@link RateLimitPolicy}, counted as the generic cell rate algorithm does
 * (ITU-T I.371, virtual scheduling): all that is kept is the moment at which the bucket is full
 * again. Never waits, never allocates; safe for many threads, by one compare-and-set for each
 * permit.
 */
public final class TokenBucket {

  /** What {@link #acquire} of a bucket that is {@link #retire retired} gives. */
  static final long RETIRED = -1;

  /** No moment is kept as this value. */
  private static final long GONE = Long.MIN_VALUE;

  private final long interval;
  private final long tolerance;

  /** When all permits are there again; on the clock of the callers. */
  private final AtomicLong full;

  /**
   * With all of the burst to spend.
   *
   * @param now a reading of the clock that {@link #acquire} is given too
   */
  public TokenBucket(RateLimitPolicy limit, long now) {
    this(limit, now, 0);
  }

  /** With some permits missing, at most all of the burst. */
  TokenBucket(RateLimitPolicy limit, long now, double missing) {
    this.interval = limit.intervalNanos();
    this.tolerance = interval * (limit.burst() - 1);
    long debt = (long) (Math.min(missing, limit.burst()) * interval);
    this.full = new AtomicLong(moment(now + debt));
  }

  /**
   * Takes a permit if there is one.
   *
   * @param now a reading of the clock, always the same one
   * @return 0 if it was taken; else none was, and it takes so many nanoseconds until there is one,
   *     if nobody else takes it
   */
  public long acquire(long now) {
    long wait = reserve(now, 0);
    return wait == RETIRED ? RETIRED : -wait;
  }

  /** Takes a permit if there is one, and nobody else takes one right now. */
  boolean take(long now) {
    long before = full.get();
    long from = before - now > 0 ? before : now;
    return from - now <= tolerance
        && before != GONE
        && full.compareAndSet(before, moment(from + interval));
  }

  /**
   * Takes the next permit if it is there soon enough.
   *
   * @param now a reading of the clock, always the same one
   * @param maxWait nanoseconds
   * @return 0 or more if it was taken: nanoseconds until it may be used. Negative if none was: the
   *     nanoseconds until there is one, negated; or {@link #RETIRED}
   */
  long reserve(long now, long maxWait) {
    while (true) {
      long before = full.get();
      if (before == GONE) {
        return RETIRED;
      }
      long from = before - now > 0 ? before : now;
      long wait = from - now - tolerance;
      if (wait > maxWait) {
        return wait == 1 ? -2 : -wait;
      }
      if (full.compareAndSet(before, moment(from + interval))) {
        return Math.max(0, wait);
      }
    }
  }

  /** How many permits are missing, to begin another bucket with. */
  double missing(long now) {
    return Math.max(0, full.get() - now) / (double) interval;
  }

  /** Ends it, if it is full: one made anew then knows as much. Whether it has ended. */
  boolean retire(long now) {
    long before = full.get();
    return before == GONE || (before - now <= 0 && full.compareAndSet(before, GONE));
  }

  private static long moment(long at) {
    return at == GONE ? at - 1 : at; // a nanosecond earlier; readings go round
  }

  @Override
  public String toString() {
    return "TokenBucket[one in " + interval + " ns, " + tolerance + " ns ahead]";
  }
}
