package dev.farcall.stream;

import static java.util.Objects.requireNonNull;

import dev.farcall.call.GeneratedCode;
import java.util.concurrent.Flow;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a publisher publishes, or another in its place if it fails before its first element: what
 * has been given cannot be taken back.
 */
record OrElsePublisher<T>(
    Flow.Publisher<T> call, Function<Throwable, ? extends Flow.Publisher<T>> fallback)
    implements Flow.Publisher<T> {

  OrElsePublisher {
    requireNonNull(call, "call");
    requireNonNull(fallback, "fallback");
  }

  @Override
  public void subscribe(Flow.Subscriber<? super T> subscriber) {
    call.subscribe(new Switch<>(requireNonNull(subscriber, "subscriber"), fallback));
  }

  /** Hands the subscriber from one source to the other, with what it has asked for until then. */
  private static final class Switch<T> implements Flow.Subscriber<T>, Flow.Subscription {

    private final Flow.Subscriber<? super T> subscriber;
    private final Function<Throwable, ? extends Flow.Publisher<T>> fallback;

    /** Whether no other source can take over any more. Of the signals, which are serial. */
    private boolean settled;

    // Guarded by this.
    private Flow.@Nullable Subscription upstream;
    private long asked;
    private boolean cancelled;

    Switch(
        Flow.Subscriber<? super T> subscriber,
        Function<Throwable, ? extends Flow.Publisher<T>> fallback) {
      this.subscriber = subscriber;
      this.fallback = fallback;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      boolean first;
      boolean over;
      long wanted;
      synchronized (this) {
        first = upstream == null;
        over = cancelled;
        wanted = asked;
        upstream = subscription;
      }
      if (first) {
        subscriber.onSubscribe(this);
      } else if (over) {
        subscription.cancel();
      } else if (wanted > 0) {
        subscription.request(wanted);
      }
    }

    @Override
    public void onNext(T element) {
      settled = true;
      subscriber.onNext(element);
    }

    @Override
    public void onError(Throwable thrown) {
      if (settled || !GeneratedCode.fallsBack(thrown)) {
        subscriber.onError(thrown);
        return;
      }
      settled = true;
      synchronized (this) {
        if (cancelled) {
          return;
        }
      }
      try {
        requireNonNull(fallback.apply(thrown), "what a fallback returned").subscribe(this);
      } catch (Throwable failed) { // checked ones too: the subscriber waits for an end
        subscriber.onError(failed);
      }
    }

    @Override
    public void onComplete() {
      subscriber.onComplete();
    }

    @Override
    public void request(long n) {
      Flow.Subscription to;
      synchronized (this) {
        if (n > 0) {
          asked = asked + n < 0 ? Long.MAX_VALUE : asked + n;
        }
        to = upstream;
      }
      requireNonNull(to, "subscription").request(n);
    }

    @Override
    public void cancel() {
      Flow.Subscription to;
      synchronized (this) {
        cancelled = true;
        to = upstream;
      }
      requireNonNull(to, "subscription").cancel();
    }
  }
}
