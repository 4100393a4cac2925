package dev.farcall.stream;

import static java.util.Objects.requireNonNull;

import java.lang.System.Logger.Level;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Passes a stream on, demand and all, to one subscriber, and makes something else of each element.
 * The subscriber has its subscription at once; what it asks for before there is a source is kept.
 * The stream can be ended from outside by any thread: the subscriber's signals stay serial and its
 * last is the only one (Reactive Streams 1.3, 1.7).
 *
 * @param <A> what the source gives
 * @param <B> what the subscriber gets
 */
public final class Relay<A, B> implements Flow.Subscriber<A>, Flow.Subscription {

  private static final System.Logger LOG = System.getLogger(Relay.class.getName());

  private static final Object COMPLETED = new Object();
  private static final Object CANCELLED = new Object();

  private final Function<? super A, ? extends B> map;
  private final UnaryOperator<Throwable> errors;
  private final Consumer<@Nullable Throwable> whenEnded;
  private final AtomicReference<Flow.Subscriber<? super B>> subscriber = new AtomicReference<>();

  /** How it has ended, the first cause only: a constant of these or a {@link Throwable}. */
  private final AtomicReference<@Nullable Object> end = new AtomicReference<>();

  /** Signals the subscriber is busy with; one more until it has been given its subscription. */
  private final AtomicInteger busy = new AtomicInteger(1);

  private volatile Flow.@Nullable Subscription upstream;

  /** Asked for before there was a source; guarded by this. */
  private long early;

  /**
   * A relay that waits for its subscriber.
   *
   * @param map throws where an element must not be passed on; that ends the stream
   * @param errors turns the source's error, and what {@code map} threw, into what the subscriber
   *     shall see
   * @param whenEnded told once, before the subscriber is: null for completed, what the subscriber
   *     will see, or a {@link CancellationException} if it cancelled
   */
  public Relay(
      Function<? super A, ? extends B> map,
      UnaryOperator<Throwable> errors,
      Consumer<@Nullable Throwable> whenEnded) {
    this.map = map;
    this.errors = errors;
    this.whenEnded = whenEnded;
  }

  /**
   * Passes on to this one; to nobody else: whoever comes later is told so.
   *
   * @return whether it is the one
   */
  public boolean to(Flow.Subscriber<? super B> only) {
    requireNonNull(only, "subscriber");
    if (!subscriber.compareAndSet(null, only)) {
      only.onSubscribe(Refused.SUBSCRIPTION);
      only.onError(
          new IllegalStateException("the stream of a call has one subscriber, and has it"));
      return false;
    }
    only.onSubscribe(this);
    leave();
    return true;
  }

  /** Whether nothing more is passed on. */
  public boolean isOver() {
    return end.get() != null;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    requireNonNull(subscription, "subscription");
    long wanted;
    boolean first;
    synchronized (this) {
      first = upstream == null;
      upstream = first ? subscription : upstream;
      wanted = early;
      early = 0;
    }
    if (!first || end.get() != null) {
      subscription.cancel();
    } else if (wanted > 0) {
      subscription.request(wanted);
    }
  }

  @Override
  public void onNext(A element) {
    requireNonNull(element, "element");
    busy.incrementAndGet();
    Flow.Subscriber<? super B> to = subscriber.get();
    if (end.get() == null && to != null) {
      B mapped = map(element);
      if (mapped != null) {
        deliver(to, mapped);
      }
    }
    leave();
  }

  private @Nullable B map(A element) {
    try {
      return map.apply(element);
    } catch (Throwable refused) { // or the stream would have no end
      end(errors.apply(refused));
      return null;
    }
  }

  private void deliver(Flow.Subscriber<? super B> to, B element) {
    try {
      to.onNext(element);
    } catch (Throwable broken) { // it must not (2.13), and is not served any more
      LOG.log(Level.WARNING, "a subscriber threw from onNext; its stream is cancelled", broken);
      cancel();
    }
  }

  @Override
  public void onError(Throwable thrown) {
    finish(errors.apply(requireNonNull(thrown, "thrown")));
  }

  @Override
  public void onComplete() {
    finish(COMPLETED);
  }

  @Override
  public void request(long n) {
    if (n <= 0) {
      end(new IllegalArgumentException("request: " + n + " (expected: > 0)"));
      return;
    }
    Flow.Subscription to = upstream;
    if (to == null) {
      synchronized (this) {
        to = upstream;
        if (to == null) {
          early = early + n < 0 ? Long.MAX_VALUE : early + n;
          return;
        }
      }
    }
    if (end.get() == null) {
      to.request(n);
    }
  }

  /** The subscriber has had enough: it hears no more. */
  @Override
  public void cancel() {
    if (end.compareAndSet(null, CANCELLED)) {
      cancelUpstream();
      whenEnded.accept(new CancellationException("the subscriber cancelled"));
    }
  }

  /** Ends the stream with an error as it is, unless it has ended; the source is cancelled. */
  public void end(Throwable error) {
    busy.incrementAndGet();
    if (end.compareAndSet(null, error)) { // first: a source that comes now finds it
      cancelUpstream();
      whenEnded.accept(error);
    }
    leave();
  }

  private void cancelUpstream() {
    Flow.Subscription from = upstream;
    if (from != null) {
      from.cancel();
    }
  }

  private void finish(Object how) {
    busy.incrementAndGet();
    if (end.compareAndSet(null, how)) {
      whenEnded.accept(how instanceof Throwable thrown ? thrown : null);
    }
    leave();
  }

  /** The last to leave a stream that has ended tells the subscriber. */
  private void leave() {
    if (busy.decrementAndGet() > 0) {
      return;
    }
    Object how = end.get();
    if (how == null || how == CANCELLED) {
      return;
    }
    if (end.compareAndSet(how, CANCELLED)) { // one of those who come here
      Flow.Subscriber<? super B> to = requireNonNull(subscriber.get());
      if (how instanceof Throwable thrown) {
        to.onError(thrown);
      } else {
        to.onComplete();
      }
    }
  }
}
