package dev.farcall.call;

import static java.util.Objects.requireNonNull;

import dev.farcall.annotation.Code;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A remote call that failed in a way its method does not declare. Each caller gets an exception of
 * its own, with its own stack.
 *
 * <p>Thrown by a service's implementation it says what the peer shall see: its code, message and
 * reason are sent. One that came from a call further down is not passed on, since its code speaks
 * of somebody else's request; {@link #asIs()} says that it shall be.
 */
public final class CallException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Failure failure;
  private final boolean received;

  /** For a service's implementation: answers the call with this code and message. */
  public CallException(Code code, String message) {
    this(Failure.of(Outcome.of(code), code, message), false);
  }

  private CallException(Failure failure, boolean received) {
    super(describe(failure), failure.cause());
    this.failure = failure;
    this.received = received;
  }

  private static String describe(Failure failure) {
    String text = failure.code() + ": " + failure.message();
    ErrorInfo info = ErrorInfo.find(failure.details());
    String id = info == null ? null : info.metadata().get(ErrorInfo.ERROR_ID);
    return id == null ? text : text + " (" + ErrorInfo.ERROR_ID + " " + id + " in the peer's log)";
  }

  /** The failure of a call made from here. */
  public static CallException of(Failure failure) {
    return new CallException(requireNonNull(failure, "failure"), true);
  }

  public Code code() {
    return failure.code();
  }

  /** The row of the outcome table. */
  public Outcome outcome() {
    return failure.outcome();
  }

  /** The message without the code. */
  public String detailMessage() {
    return failure.message();
  }

  /**
   * The stable name of the error, from {@code google.rpc.ErrorInfo}; null if the peer gave none.
   */
  public @Nullable String reason() {
    ErrorInfo info = ErrorInfo.find(failure.details());
    return info == null ? null : info.reason();
  }

  /**
   * Under which the peer's log tells the story of an INTERNAL error; null if the peer gave none.
   */
  public @Nullable String errorId() {
    ErrorInfo info = ErrorInfo.find(failure.details());
    return info == null ? null : info.metadata().get(ErrorInfo.ERROR_ID);
  }

  /** What the peer sent after the body. */
  public Metadata metadata() {
    return failure.trailers();
  }

  /** {@code google.rpc.Status.details}, undecoded. */
  public List<ErrorDetail> details() {
    return failure.details();
  }

  /** All of it, as a value. */
  public Failure failure() {
    return failure;
  }

  /** Whether it came from a call made from here, and so is not passed on to our own caller. */
  public boolean received() {
    return received;
  }

  /** The same failure as this service's own answer to its caller. */
  public CallException asIs() {
    return new CallException(failure, false);
  }
}
