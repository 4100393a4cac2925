package dev.farcall.pipeline;

import dev.farcall.annotation.Code;
import dev.farcall.call.CallException;
import dev.farcall.call.DeclaredError;
import dev.farcall.call.ErrorDetail;
import dev.farcall.call.Failure;
import dev.farcall.call.Operation;
import dev.farcall.call.Outcome;
import dev.farcall.call.Payload;
import dev.farcall.call.Response;
import dev.farcall.wire.DecodeException;
import dev.farcall.wire.DecodeLimits;
import dev.farcall.wire.EncodeException;
import dev.farcall.wire.ProtobufReader;
import org.jspecify.annotations.Nullable;

/** Turns the responses of one method into results, or into the exceptions its callers see. */
final class Results<R> {

  private final Operation<?, R> operation;

  Results(Operation<?, R> operation) {
    this.operation = operation;
  }

  /** The result; a failure is thrown, whether its exception is checked or not. */
  R get(Response response) {
    Failure failure = response.failure();
    if (failure != null) {
      throw sneaky(exception(failure));
    }
    return element(response.payload());
  }

  /** The value of a payload. */
  R element(Payload payload) {
    try {
      return payload.value(operation.response());
    } catch (DecodeException undecodable) {
      throw undecodable(undecodable);
    }
  }

  private CallException undecodable(DecodeException cause) {
    return CallException.of(
        Failure.of(
            Outcome.CONTRACT_MISMATCH,
            Code.INTERNAL,
            "the answer of "
                + operation
                + " is not a "
                + operation.response()
                + ": "
                + cause.getMessage(),
            cause));
  }

  /** What a caller sees of a failure. */
  Exception exception(Failure failure) {
    if (failure.cause() instanceof EncodeException notEncodable) {
      return notEncodable;
    }
    if (failure.outcome().isDeclared()) {
      for (DeclaredError<?> error : operation.errors()) {
        ErrorDetail detail = error.in(failure.details());
        if (detail != null) {
          return declared(error, detail, failure);
        }
      }
    }
    return CallException.of(failure);
  }

  /** Made here, so that its stack is the caller's own; the status it came with is its cause. */
  private static Exception declared(DeclaredError<?> error, ErrorDetail detail, Failure failure) {
    CallException status = CallException.of(failure);
    Exception exception;
    try {
      exception = ProtobufReader.decode(error.codec(), detail.value(), DecodeLimits.DEFAULT);
    } catch (DecodeException undecodable) {
      status.addSuppressed(undecodable);
      return status;
    }
    try {
      exception.initCause(status);
    } catch (IllegalStateException hasCause) {
      exception.addSuppressed(status);
    }
    return exception;
  }

  /** Throws any exception where none is declared; returns nothing. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Exception> RuntimeException sneaky(@Nullable Exception exception)
      throws E {
    throw (E) exception;
  }
}
