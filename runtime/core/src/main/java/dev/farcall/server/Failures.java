package dev.farcall.server;

import dev.farcall.annotation.Code;
import dev.farcall.call.CallException;
import dev.farcall.call.Cancellation;
import dev.farcall.call.DeclaredError;
import dev.farcall.call.ErrorDetail;
import dev.farcall.call.ErrorInfo;
import dev.farcall.call.Failure;
import dev.farcall.call.Metadata;
import dev.farcall.call.Operation;
import dev.farcall.call.Outcome;
import dev.farcall.call.Request;
import dev.farcall.call.RetryInfo;
import dev.farcall.wire.ProtobufWriter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * What an implementation threw, as the failure its caller gets. Declared errors and the code's own
 * {@link CallException}s say what their author meant to be read; of everything else the peer learns
 * an id, and the log has the rest under it.
 */
public final class Failures {

  private static final Logger LOG = System.getLogger("dev.farcall.server");

  private Failures() {}

  /** What an implementation threw while it answered a request. */
  static Failure thrown(Request request, Throwable thrown) {
    try {
      return told(request, thrown);
    } catch (Throwable untellable) { // its getMessage() throws, say: its caller must not hang
      return internal(
          request.operation(),
          new IllegalStateException(thrown.getClass().getName() + " cannot be told"));
    }
  }

  private static Failure told(Request request, Throwable thrown) {
    Operation<?, ?> operation = request.operation();
    Throwable cause = unwrap(thrown);
    DeclaredError<?> declared = declared(operation, cause);
    if (declared != null) {
      return declared(operation, declared, cause);
    }
    if (cause instanceof CallException own && !own.received()) {
      return ErrorLimits.fit(operation, meant(own.failure()));
    }
    Cancellation.Reason reason = request.cancellation().reason();
    if (reason != null) {
      return Failure.givenUp(reason, operation.path());
    }
    if (cause instanceof InterruptedException || cause instanceof CancellationException) {
      return Failure.of(Outcome.CANCELLED, Code.CANCELLED, "the answer was given up");
    }
    return internal(operation, cause);
  }

  /** A mistake on this side: the peer gets an id, the log has the story. */
  public static Failure internal(Operation<?, ?> operation, Throwable cause) {
    String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    LOG.log(Level.ERROR, "internal error " + id + " in " + operation.path(), cause);
    ErrorInfo info = new ErrorInfo("INTERNAL", operation.service(), Map.of(ErrorInfo.ERROR_ID, id));
    return new Failure(
        Outcome.SERVER_ERROR,
        Code.INTERNAL,
        "internal error",
        List.of(info.toDetail()),
        Metadata.EMPTY,
        null);
  }

  /**
   * What the author of a {@link CallException} meant: not what a peer further down sent with it.
   */
  private static Failure meant(Failure failure) {
    return new Failure(
        failure.outcome(),
        failure.code(),
        failure.message(),
        failure.details(),
        Metadata.EMPTY,
        null);
  }

  private static Throwable unwrap(Throwable thrown) {
    Throwable found = thrown;
    while ((found instanceof CompletionException || found instanceof ExecutionException)
        && found.getCause() != null) {
      found = found.getCause();
    }
    return found;
  }

  private static @Nullable DeclaredError<?> declared(Operation<?, ?> operation, Throwable thrown) {
    for (DeclaredError<?> error : operation.errors()) {
      if (error.type() == thrown.getClass()) {
        return error;
      }
    }
    return null;
  }

  private static <E extends Exception> Failure declared(
      Operation<?, ?> operation, DeclaredError<E> error, Throwable thrown) {
    byte[] payload;
    try {
      payload = ProtobufWriter.encode(error.codec(), error.type().cast(thrown));
    } catch (RuntimeException notEncodable) {
      notEncodable.addSuppressed(thrown);
      return internal(operation, notEncodable);
    }
    ErrorInfo info = new ErrorInfo(error.reason(), operation.service(), Map.of());
    String message = thrown.getMessage();
    Failure failure =
        new Failure(
            error.outcome(),
            error.code(),
            message == null ? error.reason() : message,
            details(error, payload, info),
            Metadata.EMPTY,
            null);
    return ErrorLimits.fit(operation, failure);
  }

  private static List<ErrorDetail> details(DeclaredError<?> error, byte[] payload, ErrorInfo info) {
    ErrorDetail fields = new ErrorDetail(error.codec().fullName(), payload);
    Duration retryAfter = error.retryAfter();
    return retryAfter == null
        ? List.of(fields, info.toDetail())
        : List.of(fields, info.toDetail(), new RetryInfo(retryAfter).toDetail());
  }
}
