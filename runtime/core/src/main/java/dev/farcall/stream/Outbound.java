package dev.farcall.stream;

import static java.util.Objects.requireNonNull;

import dev.farcall.call.Payload;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The sending end of a stream: asks its publisher in portions, and only while the wire has room. A
 * wire that has none any more gets at most {@link #WINDOW} elements until it is asked again.
 */
public final class Outbound implements Flow.Subscriber<Payload> {

  /** Where elements go. Used by the publisher's thread. */
  public interface Sink {
    /** Whether the wire takes an element without holding it back for long. */
    boolean isReady();

    /** Sends; what it throws ends the stream. */
    void send(Payload element);

    /** All is sent. */
    void end();

    /** The publisher, or {@link #send}, failed. */
    void fail(Throwable error);
  }

  /** The publisher is asked for no more than these at a time. */
  static final int WINDOW = 32;

  private final Sink sink;

  /** Elements that the publisher was asked for and has not given. */
  private final AtomicInteger outstanding = new AtomicInteger();

  private volatile Flow.@Nullable Subscription subscription;
  private volatile boolean stopped;

  public Outbound(Sink sink) {
    this.sink = sink;
  }

  /** The wire has room again; called by the event loop. */
  public void ready() {
    Flow.Subscription from = subscription;
    if (from != null) {
      pull(from);
    }
  }

  /** No more is wanted; called by any thread. */
  public void stop() {
    if (stopped) {
      return; // told, or the publisher has ended by itself and is not to be told (2.3)
    }
    stopped = true;
    Flow.Subscription from = subscription;
    if (from != null) {
      from.cancel();
    }
  }

  @Override
  public void onSubscribe(Flow.Subscription from) {
    requireNonNull(from, "subscription");
    if (subscription != null) {
      from.cancel();
      return;
    }
    subscription = from;
    if (stopped) {
      from.cancel();
    } else {
      pull(from);
    }
  }

  @Override
  public void onNext(Payload element) {
    requireNonNull(element, "element");
    Flow.Subscription from = subscription;
    if (stopped || from == null) {
      return;
    }
    try {
      sink.send(element);
    } catch (RuntimeException e) {
      stop();
      sink.fail(e);
      return;
    }
    if (outstanding.decrementAndGet() <= WINDOW / 2) {
      pull(from);
    }
  }

  /** Whoever finds few outstanding and room on the wire asks; what gets room later is told. */
  private void pull(Flow.Subscription from) {
    int now = outstanding.get();
    while (now <= WINDOW / 2 && !stopped && sink.isReady()) {
      if (outstanding.compareAndSet(now, WINDOW)) {
        from.request(WINDOW - now);
        return;
      }
      now = outstanding.get();
    }
  }

  @Override
  public void onError(Throwable error) {
    requireNonNull(error, "error");
    if (!stopped) {
      stopped = true;
      sink.fail(error);
    }
  }

  @Override
  public void onComplete() {
    if (!stopped) {
      stopped = true;
      sink.end();
    }
  }
}
