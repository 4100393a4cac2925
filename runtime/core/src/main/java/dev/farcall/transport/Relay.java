package dev.farcall.transport;

import dev.farcall.call.Payload;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Passes a stream on, demand and all, to one subscriber, and can be ended from outside by any
 * thread: the subscriber's signals stay serial and its last is the only one (Reactive Streams 1.3,
 * 1.7).
 */
final class Relay implements Flow.Publisher<Payload>, Flow.Subscriber<Payload>, Flow.Subscription {

  private static final Object COMPLETED = new Object();

  private final Flow.Publisher<Payload> source;
  private final Consumer<Payload> check;
  private final UnaryOperator<Throwable> errors;
  private final Consumer<@Nullable Throwable> whenEnded;

  private Flow.@Nullable Subscriber<? super Payload> subscriber;
  private Flow.@Nullable Subscription upstream;

  /** How it has ended, the first cause only: {@link #COMPLETED} or a {@link Throwable}. */
  private @Nullable Object end;

  /** Signals the subscriber is busy with; one more until it has been given its subscription. */
  private int busy = 1;

  /**
   * A relay that waits for its subscriber.
   *
   * @param check throws where an element must not be passed on
   * @param errors turns the source's error into what the subscriber shall see
   * @param whenEnded told once: null for completed, the error, or a {@link CancellationException}
   *     if the subscriber cancelled
   */
  Relay(
      Flow.Publisher<Payload> source,
      Consumer<Payload> check,
      UnaryOperator<Throwable> errors,
      Consumer<@Nullable Throwable> whenEnded) {
    this.source = source;
    this.check = check;
    this.errors = errors;
    this.whenEnded = whenEnded;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super Payload> only) {
    synchronized (this) {
      if (subscriber != null) {
        throw new IllegalStateException("the stream of a call has one subscriber, and has it");
      }
      subscriber = only;
    }
    source.subscribe(this);
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    Flow.Subscriber<? super Payload> to;
    boolean ended;
    synchronized (this) {
      upstream = subscription;
      to = subscriber;
      ended = end != null;
    }
    if (ended) {
      subscription.cancel();
    }
    if (to != null) {
      to.onSubscribe(this);
    }
    leave();
  }

  @Override
  public void onNext(Payload payload) {
    Flow.Subscriber<? super Payload> to = enter();
    if (to == null) {
      return;
    }
    try {
      check.accept(payload);
      to.onNext(payload);
    } catch (RuntimeException refused) {
      end(refused);
    } finally {
      leave();
    }
  }

  @Override
  public void onError(Throwable thrown) {
    end(errors.apply(thrown));
  }

  @Override
  public void onComplete() {
    finish(COMPLETED);
  }

  @Override
  public void request(long n) {
    Flow.Subscription to;
    synchronized (this) {
      to = end == null ? upstream : null;
    }
    if (to != null) {
      to.request(n);
    }
  }

  /** The subscriber has had enough: it hears no more. */
  @Override
  public void cancel() {
    CancellationException cancelled = new CancellationException("the subscriber cancelled");
    Flow.Subscription from;
    synchronized (this) {
      if (end != null) {
        return;
      }
      end = cancelled;
      subscriber = null;
      from = upstream;
    }
    if (from != null) {
      from.cancel();
    }
    whenEnded.accept(cancelled);
  }

  /** Ends the stream with an error, unless it has ended. */
  void end(Throwable error) {
    Flow.Subscription from;
    synchronized (this) {
      from = end == null ? upstream : null;
    }
    if (from != null) {
      from.cancel();
    }
    finish(error);
  }

  private void finish(Object how) {
    synchronized (this) {
      if (end != null) {
        return;
      }
      end = how;
      busy++;
    }
    whenEnded.accept(how instanceof Throwable thrown ? thrown : null);
    leave();
  }

  private synchronized Flow.@Nullable Subscriber<? super Payload> enter() {
    if (end != null || subscriber == null) {
      return null;
    }
    busy++;
    return subscriber;
  }

  /** The last to leave a stream that has ended tells the subscriber. */
  private void leave() {
    Flow.Subscriber<? super Payload> to;
    Object how;
    synchronized (this) {
      busy--;
      if (busy > 0 || end == null || subscriber == null) {
        return;
      }
      to = subscriber;
      how = end;
      subscriber = null;
    }
    if (how instanceof Throwable thrown) {
      to.onError(thrown);
    } else {
      to.onComplete();
    }
  }
}
