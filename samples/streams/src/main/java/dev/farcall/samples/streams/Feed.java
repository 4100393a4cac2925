package dev.farcall.samples.streams;

import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The quotes of one subscriber. Of each share that it follows there is at most one that it has not
 * asked for yet, the newest: who is slow is never behind, and costs a quote a share.
 */
final class Feed implements Flow.Subscriber<Subscription>, Flow.Subscription {

  private final Exchange exchange;
  private final Flow.Subscriber<? super Quote> subscriber;
  private final Set<String> followed = new HashSet<>(); // guarded by this
  private final Map<String, Quote> news = new LinkedHashMap<>(); // guarded by this
  private final AtomicLong asked = new AtomicLong();

  /** Reasons to look for quotes; 0 if nobody does. One until the subscriber is ready for them. */
  private final AtomicInteger reasons = new AtomicInteger(1);

  private volatile Flow.@Nullable Subscription subscriptions;
  private volatile @Nullable Throwable failed;
  private volatile boolean completed;
  private volatile boolean over;

  Feed(Exchange exchange, Flow.Subscriber<? super Quote> subscriber) {
    this.exchange = exchange;
    this.subscriber = subscriber;
  }

  void open(Flow.Publisher<Subscription> from) {
    exchange.enter(this);
    subscriber.onSubscribe(this);
    from.subscribe(this);
    giveFor(1);
  }

  /** A new price, which takes the place of one that has not been asked for. */
  void offer(Quote quote) {
    synchronized (this) {
      if (!followed.contains(quote.symbol())) {
        return;
      }
      news.put(quote.symbol(), quote);
    }
    wake();
  }

  private void wake() {
    if (reasons.getAndIncrement() == 0) {
      giveFor(1);
    }
  }

  private void giveFor(int first) {
    for (int seen = first; seen != 0; seen = reasons.addAndGet(-seen)) {
      give();
    }
  }

  private void give() {
    while (!over) {
      Throwable error = failed;
      Quote quote = asked.get() > 0 ? poll() : null;
      if (error != null) {
        end();
        subscriber.onError(error);
      } else if (quote != null) {
        asked.decrementAndGet();
        subscriber.onNext(quote);
      } else if (completed && isIdle()) {
        end();
        subscriber.onComplete();
      } else {
        return;
      }
    }
  }

  private synchronized @Nullable Quote poll() {
    Iterator<Quote> first = news.values().iterator();
    if (!first.hasNext()) {
      return null;
    }
    Quote quote = first.next();
    first.remove();
    return quote;
  }

  private synchronized boolean isIdle() {
    return news.isEmpty();
  }

  private void end() {
    over = true;
    exchange.leave(this);
  }

  // ---- what the subscriber follows

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscriptions = given;
    if (over) {
      given.cancel();
    } else {
      given.request(1);
    }
  }

  @Override
  public void onNext(Subscription subscription) {
    try {
      follow(subscription);
    } catch (UnknownSymbol unknown) {
      stopListening();
      onError(unknown);
      return;
    }
    wake();
    Flow.Subscription from = subscriptions;
    if (from != null) {
      from.request(1);
    }
  }

  private synchronized void follow(Subscription subscription) throws UnknownSymbol {
    String symbol = subscription.symbol();
    var last = exchange.last(symbol);
    if (!subscription.on()) {
      followed.remove(symbol);
      news.remove(symbol);
    } else if (followed.add(symbol)) {
      last.ifPresent(quote -> news.put(symbol, quote));
    }
  }

  @Override
  public void onError(Throwable thrown) {
    failed = thrown;
    wake();
  }

  @Override
  public void onComplete() {
    completed = true;
    wake();
  }

  // ---- what it takes

  @Override
  public void request(long n) {
    if (n <= 0) {
      stopListening();
      onError(new IllegalArgumentException("request: " + n + " (expected: > 0)"));
    } else {
      asked.accumulateAndGet(n, (now, more) -> now + more < 0 ? Long.MAX_VALUE : now + more);
      wake();
    }
  }

  @Override
  public void cancel() {
    end();
    stopListening();
  }

  private void stopListening() {
    Flow.Subscription from = subscriptions;
    if (from != null) {
      from.cancel();
    }
  }
}
