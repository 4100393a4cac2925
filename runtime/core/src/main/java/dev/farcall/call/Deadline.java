package dev.farcall.call;

import dev.farcall.time.Time;
import java.time.Duration;

/**
 * The moment after which nobody waits for a call any more: a point on the clock of one {@link
 * Time}, inherited by the calls made on its behalf and sent on every wire as the time that remains.
 */
public final class Deadline {

  /** No deadline. */
  public static final Deadline NONE = new Deadline(Long.MAX_VALUE, false);

  private final long at;
  private final boolean set;

  private Deadline(long at, boolean set) {
    this.at = at;
    this.set = set;
  }

  /** The moment {@code nanos} after {@code now}, a reading of {@link Time#now()}. */
  public static Deadline after(long nanos, long now) {
    // Some 146 years: what is longer is cut, so that differences of readings never overflow.
    return new Deadline(now + Math.min(nanos, Long.MAX_VALUE / 2), true);
  }

  /** The moment a duration after {@code now}, a reading of {@link Time#now()}. */
  public static Deadline after(Duration duration, long now) {
    long nanos;
    try {
      nanos = duration.toNanos();
    } catch (ArithmeticException beyond292Years) {
      nanos = Long.MAX_VALUE;
    }
    return after(nanos, now);
  }

  /** Whether there is a deadline at all. */
  public boolean isSet() {
    return set;
  }

  /**
   * Nanoseconds left at {@code now}; zero or less when expired, {@link Long#MAX_VALUE} when none.
   */
  public long remaining(long now) {
    return set ? at - now : Long.MAX_VALUE;
  }

  /** Whether it has passed at {@code now}. */
  public boolean expired(long now) {
    return set && at - now <= 0;
  }

  /** The earlier of the two; this one if they are equal. */
  public Deadline earlier(Deadline other) {
    if (!other.set) {
      return this;
    }
    return !set || other.at - at < 0 ? other : this;
  }

  @Override
  public String toString() {
    return set ? "Deadline[" + at + "]" : "Deadline[none]";
  }
}
