package dev.farcall.http;

import dev.farcall.annotation.Code;
import dev.farcall.call.Endpoint;
import dev.farcall.call.Failure;
import dev.farcall.call.Outcome;
import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.GoAway;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.StreamResetException;
import java.io.IOException;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** What becomes of a call whose answer did not come, or cannot be taken for one. */
final class WireFailures {

  // RFC 9113, section 7.
  private static final long REFUSED_STREAM = 7;
  private static final long ENHANCE_YOUR_CALM = 11;

  private WireFailures() {}

  /** There was no connection to send it on. */
  static Failure neverSent(Throwable cause, Endpoint endpoint) {
    if (cause instanceof ConnectionPoolTooBusyException) {
      return Failure.of(
          Outcome.LOCAL_REJECT,
          Code.RESOURCE_EXHAUSTED,
          "too many calls wait for a connection to " + endpoint,
          cause);
    }
    return Failure.of(
        Outcome.NEVER_SENT,
        Code.UNAVAILABLE,
        "cannot reach " + endpoint + ": " + reason(cause),
        cause);
  }

  /**
   * The call had been sent, or was about to be.
   *
   * @param stream its number on a connection of HTTP/2
   * @param expired whether the caller's deadline has passed
   */
  static Failure lost(
      Throwable cause, long stream, Endpoint endpoint, String where, boolean expired) {
    if (cause instanceof StreamResetException reset) {
      return reset(reset, where, expired);
    }
    if (cause instanceof HttpClosedException closed && isUnseen(closed.goAway(), stream)) {
      return refused(where, cause);
    }
    if (cause instanceof HttpClosedException || cause instanceof IOException) {
      return Failure.of(
          Outcome.CONNECTION_LOST,
          Code.UNAVAILABLE,
          "lost the connection to " + endpoint + ": " + reason(cause),
          cause);
    }
    return unusable("the answer is not HTTP (" + reason(cause) + ")", where);
  }

  /** The peer went away, and says that it has not begun with this one. */
  private static boolean isUnseen(@Nullable GoAway goAway, long stream) {
    return goAway != null && stream > Integer.toUnsignedLong(goAway.getLastStreamId());
  }

  private static Failure reset(StreamResetException reset, String where, boolean expired) {
    if (reset.getCode() == REFUSED_STREAM) {
      return refused(where, reset);
    }
    if (expired) {
      return Failure.of(
          Outcome.PEER_DEADLINE, Code.DEADLINE_EXCEEDED, "the peer ran out of time: " + where);
    }
    if (reset.getCode() == ENHANCE_YOUR_CALM) {
      return Failure.of(
          Outcome.OVERLOADED, Code.RESOURCE_EXHAUSTED, "the peer asks for less: " + where);
    }
    return Failure.of(
        Outcome.SERVER_ERROR,
        Code.UNKNOWN,
        "the peer reset the call (code " + reset.getCode() + "): " + where);
  }

  private static Failure refused(String where, Throwable cause) {
    return Failure.of(
        Outcome.NEVER_SENT,
        Code.UNAVAILABLE,
        "the peer takes no more calls on this connection: " + where,
        cause);
  }

  /** The connection was closed by this client's owner. */
  static Failure closedHere(String where) {
    return Failure.of(
        Outcome.CANCELLED, Code.CANCELLED, "the connection was closed on this side: " + where);
  }

  /** The answer is over the limit: this side's refusal. */
  static Failure tooLarge(String where) {
    return Failure.of(
        Outcome.CONTRACT_MISMATCH,
        Code.RESOURCE_EXHAUSTED,
        "the answer is over the message size limit of this client: " + where);
  }

  /** The answer cannot be taken for what the contract says. */
  static Failure unusable(String what, String where) {
    return Failure.of(Outcome.CONTRACT_MISMATCH, Code.INTERNAL, what + ": " + where);
  }

  /** The peer has no such method, or is no such peer. */
  static Failure noSuchMethod(Received answer) {
    return Failure.of(
        Outcome.CONTRACT_MISMATCH,
        Code.UNIMPLEMENTED,
        answer.where() + " answered " + answer.status() + ": nobody serves it there");
  }

  /** The deepest cause says most. */
  private static String reason(Throwable thrown) {
    Throwable cause = thrown;
    for (int depth = 0; cause.getCause() != null && depth < 8; depth++) {
      cause = cause.getCause();
    }
    if (cause instanceof UnknownHostException) {
      return "unknown host";
    }
    if (cause instanceof ConnectTimeoutException) {
      return "no connection in time";
    }
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }
}
