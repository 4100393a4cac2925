package dev.farcall.call;

import static java.util.Objects.requireNonNull;

import dev.farcall.annotation.Code;
import dev.farcall.wire.EncodeException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a call failed, as a value. The typed end of a call turns it into the exception a user sees;
 * between there and the wire nothing is thrown.
 *
 * @param outcome the row of the outcome table
 * @param code the status code
 * @param message for the one who reads the exception; on its way to a peer it holds only what the
 *     author of a declared error, or of a {@link CallException}, meant the peer to read
 * @param details {@code google.rpc.Status.details}, in their order
 * @param trailers what the peer sent after the body
 * @param cause what lies below, on this side only; never crosses the wire
 */
public record Failure(
    Outcome outcome,
    Code code,
    String message,
    List<ErrorDetail> details,
    Metadata trailers,
    @Nullable Throwable cause) {

  public Failure {
    requireNonNull(outcome, "outcome");
    requireNonNull(code, "code");
    requireNonNull(message, "message");
    details = List.copyOf(details);
    requireNonNull(trailers, "trailers");
    if (code == Code.OK) {
      throw new IllegalArgumentException("code: OK (expected: any other)");
    }
  }

  /** A failure without details. */
  public static Failure of(Outcome outcome, Code code, String message) {
    return new Failure(outcome, code, message, List.of(), Metadata.EMPTY, null);
  }

  /** A failure without details, with what lies below. */
  public static Failure of(Outcome outcome, Code code, String message, Throwable cause) {
    return new Failure(outcome, code, message, List.of(), Metadata.EMPTY, cause);
  }

  /** The same with more after the body. */
  public Failure plusTrailers(Metadata more) {
    return new Failure(outcome, code, message, details, trailers.plus(more), cause);
  }

  /** The same, told as the end of a call that was sent so often. */
  public Failure afterAttempts(int attempts) {
    return new Failure(
        outcome,
        code,
        message + " (attempt " + attempts + " of " + attempts + ")",
        details,
        trailers,
        cause);
  }

  /** What a peer answered, classified: the only way from a status on the wire to a failure. */
  public static Failure received(
      Operation<?, ?> operation,
      Code code,
      String message,
      List<ErrorDetail> details,
      Metadata trailers) {
    DeclaredError<?> declared = operation.declared(details);
    Outcome outcome = declared == null ? Outcome.of(code) : declared.outcome();
    return new Failure(outcome, code, message, details, trailers, null);
  }

  /**
   * A request that its contract cannot carry; the caller gets the {@link EncodeException} itself.
   */
  public static Failure notEncodable(EncodeException cause) {
    return of(Outcome.LOCAL_REJECT, Code.INTERNAL, requireNonNull(cause.getMessage()), cause);
  }

  /** A channel whose stage failed, which no channel's may: the mistake is on this side. */
  public static Failure ofBrokenChannel(String where, @Nullable Throwable cause) {
    String message = "a channel broke its promise to answer with a response: " + where;
    return new Failure(
        Outcome.SERVER_ERROR, Code.INTERNAL, message, List.of(), Metadata.EMPTY, cause);
  }

  /**
   * A request that was given up after it was sent, told by its cancellation.
   *
   * @param where the operation and the peer, as in {@code shop.UserService/GetUser at h:9090}
   */
  public static Failure givenUp(Cancellation.Reason reason, String where) {
    return switch (reason) {
      case CALLER -> of(Outcome.CANCELLED, Code.CANCELLED, "cancelled by the caller: " + where);
      case OWN_LIMIT ->
          of(Outcome.OWN_LIMIT, Code.DEADLINE_EXCEEDED, "no answer within its timeout: " + where);
      case INHERITED_LIMIT ->
          of(
              Outcome.INHERITED_LIMIT,
              Code.DEADLINE_EXCEEDED,
              "no answer within the deadline of the surrounding call: " + where);
    };
  }

  @Override
  public String toString() {
    return code + " (" + outcome + "): " + message;
  }
}
