package dev.farcall.call;

import dev.farcall.annotation.Code;

/**
 * How an attempt or a call ended: one row of one table, computed once, read by every policy, metric
 * and log. {@link #of(Code, boolean)} is the only classifier of what a peer answered.
 */
public enum Outcome {
  /** Answered as asked. */
  OK,
  /** The peer answered with an exception that the method declares: business as usual. */
  DECLARED_ERROR,
  /** The peer refused this call for what it is: a bad argument, a missing thing, no permission. */
  REFUSED,
  /** The peer has no room: RESOURCE_EXHAUSTED. */
  OVERLOADED,
  /** The peer, or the way to it, is not there: UNAVAILABLE; the call may have reached it. */
  UNAVAILABLE,
  /** The call provably never left: connect refused, stream refused. Safe to send elsewhere. */
  NEVER_SENT,
  /** The peer is at fault: INTERNAL, UNKNOWN, DATA_LOSS. */
  SERVER_ERROR,
  /** The peer says that the deadline passed while it worked. */
  PEER_DEADLINE,
  /** Given up on this side before anything was sent: expired, not encodable, no room. */
  LOCAL_REJECT,
  /** The method's own limit passed while the call was in flight. */
  OWN_LIMIT,
  /** A limit inherited from the surrounding call passed while the call was in flight. */
  INHERITED_LIMIT,
  /** Given up by the caller. */
  CANCELLED,
  /** The two sides disagree on the contract: UNIMPLEMENTED, or an answer that cannot be decoded. */
  CONTRACT_MISMATCH;

  /** Classifies a status that a peer sent; {@code declared} if it carries a declared exception. */
  public static Outcome of(Code code, boolean declared) {
    if (declared) {
      return DECLARED_ERROR;
    }
    return switch (code) {
      case OK -> OK;
      case INVALID_ARGUMENT,
          NOT_FOUND,
          ALREADY_EXISTS,
          FAILED_PRECONDITION,
          OUT_OF_RANGE,
          UNAUTHENTICATED,
          PERMISSION_DENIED,
          ABORTED ->
          REFUSED;
      case RESOURCE_EXHAUSTED -> OVERLOADED;
      case UNAVAILABLE -> UNAVAILABLE;
      // A peer that cancels a call nobody here gave up is at fault like one that answers UNKNOWN.
      case CANCELLED, UNKNOWN, INTERNAL, DATA_LOSS -> SERVER_ERROR;
      case DEADLINE_EXCEEDED -> PEER_DEADLINE;
      case UNIMPLEMENTED -> CONTRACT_MISMATCH;
    };
  }
}
