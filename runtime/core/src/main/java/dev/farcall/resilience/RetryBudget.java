package dev.farcall.resilience;

import dev.farcall.time.Time;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * How many calls may be sent again, in all: a fifth of those of the last ten seconds, and ten in
 * each second, so that callers who all try again do not make an overload of a failure. One for all
 * the methods of a client; retries and hedges draw from it alike (the idea is Finagle's {@code
 * RetryBudget}).
 *
 * <p>Over any time T of calls a peer is sent at most {@code 1.2 * calls + 10/s * T + 100}.
 *
 * <p>Safe for many threads. A call that is sent for the first time costs one addition to a striped
 * counter; a lock is taken by those alone that ask to send again, and not during the call.
 */
public final class RetryBudget {

  private static final double FRACTION = 0.2;

  /** Ten in each of ten seconds. */
  private static final int RESERVE = 100;

  /** One more than ten, since the youngest has only begun. */
  private static final int BUCKETS = 11;

  private final TimeWindow window;
  private final LongAdder refused = new LongAdder();

  private RetryBudget(long now) {
    this.window = new TimeWindow(TimeUnit.SECONDS.toNanos(BUCKETS), BUCKETS, new Totals(), now);
  }

  /**
   * One with nothing but its reserve.
   *
   * @param time whose readings the others are given
   */
  public static RetryBudget of(Time time) {
    return new RetryBudget(time.now());
  }

  /** A call was sent for the first time. */
  public void deposit(long now) {
    window.good(now);
  }

  /** Asks to send one again; if it may, that is counted. */
  public boolean withdraw(long now) {
    synchronized (window) {
      long tally = window.tally(now);
      long drawn = Window.failed(tally);
      long sent = Window.calls(tally) - drawn;
      if (drawn + 1 > FRACTION * sent + RESERVE) {
        refused.increment();
        return false;
      }
      window.bad(now, true, false);
      return true;
    }
  }

  /** How often it said no. */
  public long refused() {
    return refused.sum();
  }

  @Override
  public String toString() {
    return "retry budget: 20 % of calls and 10 per second";
  }
}
