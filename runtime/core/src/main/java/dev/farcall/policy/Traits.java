package dev.farcall.policy;

/**
 * What of a method decides which policies it can have.
 *
 * @param idempotent whether two calls of it leave the peer as one does
 * @param requestStream whether it takes a stream, which cannot be sent again
 * @param responseStream whether it answers by a stream
 * @param local whether it is one of this process
 * @param async whether it gives a stage, and keeps no thread
 */
public record Traits(
    boolean idempotent,
    boolean requestStream,
    boolean responseStream,
    boolean local,
    boolean async) {

  /** Those of a remote method, which keeps no thread of its own. */
  public Traits(boolean idempotent, boolean requestStream, boolean responseStream) {
    this(idempotent, requestStream, responseStream, false, true);
  }

  /** Those of a method of this process. */
  public static Traits local(boolean idempotent, boolean async) {
    return new Traits(idempotent, false, false, true, async);
  }

  /** Those of a method without streams. */
  public static Traits unary(boolean idempotent) {
    return new Traits(idempotent, false, false);
  }

  /** Whether there is a stream in either direction. */
  public boolean streams() {
    return requestStream || responseStream;
  }

  /** Whether a call of it may be sent again or twice. */
  public boolean repeatable() {
    return idempotent && !requestStream;
  }
}
