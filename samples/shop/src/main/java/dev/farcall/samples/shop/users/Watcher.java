package dev.farcall.samples.shop.users;

import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One who watches: a place in the order of registration, and how many users it has asked for. It
 * gives them on the thread that asks or on that of {@link Registrations}, one at a time.
 */
final class Watcher implements Flow.Subscription {

  private final Registrations registrations;
  private final UserFilter filter;
  private final Flow.Subscriber<? super User> subscriber;
  private final AtomicLong asked = new AtomicLong();

  /** Reasons to look for users; 0 if nobody does. One until the subscriber has its subscription. */
  private final AtomicInteger reasons = new AtomicInteger(1);

  private long place;
  private volatile boolean misused;
  private volatile boolean over;

  /**
   * One that has yet to begin.
   *
   * @param place that of the user before the first it may give
   */
  Watcher(
      Registrations registrations,
      UserFilter filter,
      Flow.Subscriber<? super User> subscriber,
      long place) {
    this.registrations = registrations;
    this.filter = filter;
    this.subscriber = subscriber;
    this.place = place;
  }

  /** To be called once. */
  void begin() {
    subscriber.onSubscribe(this);
    giveFor(1);
  }

  /** There may be something to give. */
  void wake() {
    if (reasons.getAndIncrement() == 0) {
      giveFor(1);
    }
  }

  private void giveFor(int first) {
    int seen = first;
    while (seen != 0) {
      give();
      seen = reasons.addAndGet(-seen);
    }
  }

  private void give() {
    while (!over) {
      if (misused) {
        cancel();
        subscriber.onError(new IllegalArgumentException("request of nothing (expected: > 0)"));
        return;
      }
      var next = asked.get() == 0 ? null : registrations.after(place);
      if (next == null) {
        return;
      }
      place = next.getKey();
      if (filter.matches(next.getValue())) {
        asked.decrementAndGet();
        subscriber.onNext(next.getValue());
      }
    }
  }

  @Override
  public void request(long n) {
    if (n <= 0) {
      misused = true;
    } else {
      asked.accumulateAndGet(n, (now, more) -> now + more < 0 ? Long.MAX_VALUE : now + more);
    }
    wake();
  }

  @Override
  public void cancel() {
    over = true;
    registrations.leave(this);
  }
}
