package dev.farcall.call;

import java.util.concurrent.CompletableFuture;

/**
 * The typed end of a call, where arguments become a request and a response becomes a result. One
 * for each method of a client; safe for many threads.
 */
public interface Caller<Q, R> {

  /**
   * Sends and waits. Declared errors are thrown as they are, whether checked or not; every other
   * failure is a {@link CallException}. An interrupted caller gives the call up, keeps its
   * interrupt flag and gets {@code CANCELLED}.
   *
   * @throws dev.farcall.wire.EncodeException if the request holds what the contract cannot say
   * @throws IllegalStateException on an event loop, which must not wait
   */
  default R call(Q request) {
    return call(request, Metadata.EMPTY);
  }

  /** As {@link #call(Object)}, with metadata beside the arguments. */
  R call(Q request, Metadata metadata);

  /**
   * Sends. The future completes on the transport's event loop, or on the executor the client was
   * given, with the result or with what {@link #call} would throw; cancelling it gives the call up.
   */
  default CompletableFuture<R> start(Q request) {
    return start(request, Metadata.EMPTY);
  }

  /** As {@link #start(Object)}, with metadata beside the arguments. */
  CompletableFuture<R> start(Q request, Metadata metadata);
}
