package dev.farcall.call;

import dev.farcall.annotation.Code;

/**
 * How an attempt or a call ended: one row of one table, computed once, read by every policy, metric
 * and log. {@link #of(Code)} is the only classifier of a status that a peer answered, {@link
 * DeclaredError#outcome()} that of the errors it declares.
 *
 * <p>The columns: whether the same call may be sent again, what it says of the endpoint that was
 * called, what of the method, what of the load, and whether a fallback takes over.
 */
public enum Outcome {
  /** Answered as asked. */
  OK(Again.NO, Score.SUCCESS, Verdict.SUCCESS, LimiterEffect.GROW, false),
  /** The peer answered with an exception that the method declares: business as usual. */
  DECLARED_ERROR(Again.NO, Score.SUCCESS, Verdict.SUCCESS, LimiterEffect.GROW, false),
  /** The peer answered with a declared exception that says it will pass: {@code @Transient}. */
  TRANSIENT_ERROR(Again.IF_IDEMPOTENT, Score.SUCCESS, Verdict.FAILURE, LimiterEffect.GROW, true),
  /** The peer refused this call for what it is: a bad argument, a missing thing, no permission. */
  REFUSED(Again.NO, Score.DOUBTFUL, Verdict.IGNORE, LimiterEffect.GROW, false),
  /** The peer has no room: RESOURCE_EXHAUSTED. */
  OVERLOADED(Again.WHEN_TOLD, Score.NEUTRAL, Verdict.IGNORE, LimiterEffect.SHRINK, true),
  /** The peer says that it is not there for calls: UNAVAILABLE. */
  UNAVAILABLE(Again.IF_IDEMPOTENT, Score.FAILURE, Verdict.FAILURE, LimiterEffect.SHRINK, true),
  /** The connection was lost while the call was in flight; it may have reached the peer. */
  CONNECTION_LOST(
      Again.IF_IDEMPOTENT, Score.UNREACHABLE, Verdict.FAILURE, LimiterEffect.SHRINK, true),
  /** The call provably never left: connect refused, stream refused. Safe to send elsewhere. */
  NEVER_SENT(Again.ALWAYS, Score.UNREACHABLE, Verdict.FAILURE, LimiterEffect.SHRINK, true),
  /** The peer is at fault: INTERNAL, UNKNOWN, DATA_LOSS. */
  SERVER_ERROR(Again.IF_IDEMPOTENT, Score.FAILURE, Verdict.FAILURE, LimiterEffect.SHRINK, true),
  /** The peer says that the deadline passed while it worked. */
  PEER_DEADLINE(Again.IF_IDEMPOTENT, Score.FAILURE, Verdict.FAILURE, LimiterEffect.SHRINK, true),
  /** Given up on this side before anything was sent: expired, not encodable, no room. */
  LOCAL_REJECT(Again.NO, Score.NEUTRAL, Verdict.IGNORE, LimiterEffect.IGNORE, true),
  /** The method's own limit passed while the call was in flight. */
  OWN_LIMIT(Again.IF_IDEMPOTENT, Score.FAILURE, Verdict.FAILURE, LimiterEffect.SHRINK, true),
  /** A limit inherited from the surrounding call passed while the call was in flight. */
  INHERITED_LIMIT(Again.NO, Score.LATENCY, Verdict.IGNORE, LimiterEffect.IGNORE, false),
  /** Given up by the caller. */
  CANCELLED(Again.NO, Score.LATENCY, Verdict.IGNORE, LimiterEffect.IGNORE, false),
  /** The two sides disagree on the contract: UNIMPLEMENTED, or an answer that cannot be decoded. */
  CONTRACT_MISMATCH(Again.NO, Score.NEUTRAL, Verdict.IGNORE, LimiterEffect.IGNORE, true);

  /** Whether the same call may be sent again. */
  public enum Again {
    /** It would end alike, or nobody wants it. */
    NO,
    /** If two calls leave the peer as one does, or none has reached it. */
    IF_IDEMPOTENT,
    /** As {@link #IF_IDEMPOTENT}, and if the peer says after which time. */
    WHEN_TOLD,
    /** Whatever the method does: it has not begun. */
    ALWAYS
  }

  /** What it says of the endpoint that was called. */
  public enum Score {
    /** It serves. */
    SUCCESS,
    /** It answered, perhaps wrongly: a hundredth of a failure. */
    DOUBTFUL,
    /** It does not serve. */
    FAILURE,
    /** It is not there, or takes no more calls: none should be sent until it is seen again. */
    UNREACHABLE,
    /** It took at least as long as it took: no vote, but a sample of its latency. */
    LATENCY,
    /** Nothing. */
    NEUTRAL
  }

  private final Again again;
  private final Score score;
  private final Verdict verdict;
  private final LimiterEffect limiter;
  private final boolean fallsBack;

  Outcome(Again again, Score score, Verdict verdict, LimiterEffect limiter, boolean fallsBack) {
    this.again = again;
    this.score = score;
    this.verdict = verdict;
    this.limiter = limiter;
    this.fallsBack = fallsBack;
  }

  /** Classifies a status that a peer sent, and that carries no declared exception. */
  public static Outcome of(Code code) {
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

  /** Whether the same call may be sent again. */
  public Again again() {
    return again;
  }

  /** What it says of the endpoint that was called. */
  public Score score() {
    return score;
  }

  /** What it says of the method, for a circuit breaker. */
  public Verdict verdict() {
    return verdict;
  }

  /** What it says of the load, for a limit of concurrency that adapts. */
  public LimiterEffect limiter() {
    return limiter;
  }

  /** Whether a fallback answers in its place. */
  public boolean fallsBack() {
    return fallsBack;
  }

  /** Whether the peer answered with an exception that the method declares. */
  public boolean isDeclared() {
    return this == DECLARED_ERROR || this == TRANSIENT_ERROR;
  }
}
