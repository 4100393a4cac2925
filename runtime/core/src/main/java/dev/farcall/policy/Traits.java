package dev.farcall.policy;

/**
 * What of a method decides which policies it can have.
 *
 * @param idempotent whether two calls of it leave the peer as one does
 * @param requestStream whether it takes a stream, which cannot be sent again
 * @param responseStream whether it answers by a stream
 */
public record Traits(boolean idempotent, boolean requestStream, boolean responseStream) {

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
