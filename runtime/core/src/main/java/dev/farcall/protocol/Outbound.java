package dev.farcall.protocol;

import static java.util.Objects.requireNonNull;

import dev.farcall.call.Payload;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The sending end of a stream: takes one element at a time from its publisher, and only while the
 * wire has room.
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

  private final Sink sink;
  private final AtomicBoolean waiting = new AtomicBoolean();
  private volatile Flow.@Nullable Subscription subscription;
  private volatile boolean stopped;

  public Outbound(Sink sink) {
    this.sink = sink;
  }

  /** The wire has room again; called by the event loop. */
  public void ready() {
    Flow.Subscription from = subscription;
    if (from != null && !stopped && waiting.compareAndSet(true, false)) {
      from.request(1);
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
    pull(from);
  }

  /** First waits, then looks: a wire that gets room in between finds somebody waiting. */
  private void pull(Flow.Subscription from) {
    waiting.set(true);
    if (sink.isReady() && waiting.compareAndSet(true, false)) {
      from.request(1);
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
