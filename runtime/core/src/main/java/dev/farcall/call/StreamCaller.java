package dev.farcall.call;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

/**
 * The typed end of a call that carries a stream, as {@link Caller} is of one that does not. One for
 * each such method of a client; safe for many threads. Which of its methods may be used is said by
 * the {@link Kind} of the operation; the others throw {@link IllegalStateException}.
 *
 * <p>Elements are encoded and decoded one by one. Each side holds no more of them than its receiver
 * has asked for, {@link #PREFETCH} at most; between the two stands the flow control window of the
 * wire, which holds a bounded number of bytes. A stream ends by an exception as a call does:
 * declared errors as they are, every other failure as a {@link CallException}, before its first
 * element or after any. Signals of publishers come on the transport's event loop, where nobody may
 * wait. The deadline and the cancellation of the call in which a method of this is called hold for
 * the stream.
 *
 * @param <Q> an element of the request, or the request
 * @param <R> an element of the response, or the response
 */
public interface StreamCaller<Q, R> {

  /** How many elements are held by this side before somebody has asked for them, at most. */
  int PREFETCH = 32;

  /**
   * {@link Kind#SERVER_STREAMING}: what the peer answers. Each subscription is a call of its own,
   * which begins with it; cancelling the subscription gives the call up.
   */
  Flow.Publisher<R> publish(Q request, Metadata metadata);

  /**
   * {@link Kind#SERVER_STREAMING}: what the peer answers, pulled by whoever consumes the stream,
   * whose thread waits for it. The call begins when the first element is asked for, and is given up
   * when the stream is closed: use it in a {@code try}.
   *
   * @throws IllegalStateException on an event loop, which must not wait
   */
  Stream<R> stream(Q request, Metadata metadata);

  /**
   * {@link Kind#CLIENT_STREAMING}: sends what is published and waits for the answer, as {@link
   * Caller#call} does. The publisher is cancelled when the call ends before it does; if it fails,
   * the call is given up.
   */
  R callWith(Flow.Publisher<Q> requests, Metadata metadata);

  /**
   * {@link Kind#CLIENT_STREAMING}: sends the elements and waits for the answer. They are pulled by
   * this thread, as fast as the peer takes them; the stream is closed at the end, whatever that is.
   */
  R callWith(Stream<Q> requests, Metadata metadata);

  /** {@link Kind#CLIENT_STREAMING}: sends what is published, as {@link Caller#start} does. */
  CompletableFuture<R> startWith(Flow.Publisher<Q> requests, Metadata metadata);

  /**
   * {@link Kind#BIDI_STREAMING}: sends what is published, and publishes what the peer answers. Each
   * subscription is a call of its own, and subscribes to {@code requests}.
   */
  Flow.Publisher<R> publishWith(Flow.Publisher<Q> requests, Metadata metadata);

  /** As {@link #publish(Object, Metadata)}, with nothing beside the arguments. */
  default Flow.Publisher<R> publish(Q request) {
    return publish(request, Metadata.EMPTY);
  }

  /** As {@link #stream(Object, Metadata)}, with nothing beside the arguments. */
  default Stream<R> stream(Q request) {
    return stream(request, Metadata.EMPTY);
  }

  /** As {@link #callWith(Flow.Publisher, Metadata)}, with nothing beside the arguments. */
  default R callWith(Flow.Publisher<Q> requests) {
    return callWith(requests, Metadata.EMPTY);
  }

  /** As {@link #callWith(Stream, Metadata)}, with nothing beside the arguments. */
  default R callWith(Stream<Q> requests) {
    return callWith(requests, Metadata.EMPTY);
  }

  /** As {@link #startWith(Flow.Publisher, Metadata)}, with nothing beside the arguments. */
  default CompletableFuture<R> startWith(Flow.Publisher<Q> requests) {
    return startWith(requests, Metadata.EMPTY);
  }

  /** As {@link #publishWith(Flow.Publisher, Metadata)}, with nothing beside the arguments. */
  default Flow.Publisher<R> publishWith(Flow.Publisher<Q> requests) {
    return publishWith(requests, Metadata.EMPTY);
  }
}
