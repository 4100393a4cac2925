package dev.farcall.grpc;

import dev.farcall.annotation.Code;
import dev.farcall.call.Endpoint;
import dev.farcall.call.ErrorDetail;
import dev.farcall.call.Failure;
import dev.farcall.call.Operation;
import dev.farcall.call.Outcome;
import dev.farcall.call.StatusDetails;
import io.grpc.InternalMetadata;
import io.grpc.Metadata;
import io.grpc.Status;
import java.net.UnknownHostException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What gRPC says about the end of a call, as a failure.
 *
 * @param status any but OK
 * @param trailers empty if the status was made on this side
 * @param sent whether the call's headers left; if not, the peer cannot have seen it
 * @param answered whether the peer's headers came
 * @param told whether the peer's trailers came
 */
record ClientStatus(
    Status status, Metadata trailers, boolean sent, boolean answered, boolean told) {

  /** The failure, seen by a caller whose deadline has passed or not. */
  Failure toFailure(Operation<?, ?> operation, Endpoint endpoint, boolean expired) {
    Code code = Code.of(status.getCode().value());
    if (!madeHere(code)) {
      return told(operation, code);
    }
    return switch (code) {
      case UNAVAILABLE -> unreachable(endpoint);
      case RESOURCE_EXHAUSTED -> tooLarge(operation + " at " + endpoint);
      case CANCELLED -> reset(operation + " at " + endpoint, expired);
      default -> here(code, endpoint);
    };
  }

  /** The answer is over the limit: this side's refusal. */
  static Failure tooLarge(String where) {
    return Failure.of(
        Outcome.CONTRACT_MISMATCH,
        Code.RESOURCE_EXHAUSTED,
        "the answer is over the message size limit of this client: " + where);
  }

  /** The answer that came is a mark of {@link BytesMarshaller}. */
  static Failure unread(byte[] mark, String where) {
    return mark == BytesMarshaller.TOO_LARGE
        ? tooLarge(where)
        : unusable("the answer cannot be decompressed", where);
  }

  /** The answer cannot be taken for what the contract says. */
  static Failure unusable(String what, String where) {
    return Failure.of(Outcome.CONTRACT_MISMATCH, Code.INTERNAL, what + ": " + where);
  }

  private boolean madeHere(Code code) {
    return !told
        && InternalMetadata.headerCount(trailers) == 0
        && (!answered
            || status.getCause() != null
            || code == Code.UNAVAILABLE
            || code == Code.CANCELLED
            || (code == Code.RESOURCE_EXHAUSTED && overLimit(status.getDescription())));
  }

  /** In the words of grpc-java's deframer, which has no others. */
  private static boolean overLimit(@Nullable String description) {
    return description != null && description.startsWith("gRPC message exceeds maximum size");
  }

  private Failure told(Operation<?, ?> operation, Code code) {
    String message = status.getDescription();
    return Failure.received(
        operation, code, message == null ? "" : message, details(), MetadataMapping.read(trailers));
  }

  private List<ErrorDetail> details() {
    byte @Nullable [] bytes = trailers.get(ServerStatus.DETAILS);
    StatusDetails read = bytes == null ? null : StatusDetails.decode(bytes);
    return read == null ? List.of() : read.details();
  }

  private Failure unreachable(Endpoint endpoint) {
    String how = sent ? "lost the connection to " : "cannot reach ";
    return new Failure(
        sent ? Outcome.CONNECTION_LOST : Outcome.NEVER_SENT,
        Code.UNAVAILABLE,
        how + endpoint + ": " + reason(),
        List.of(),
        dev.farcall.call.Metadata.EMPTY,
        status.getCause());
  }

  /** The peer ended the stream and said no more: closed by force, or its own timer was first. */
  private static Failure reset(String where, boolean expired) {
    return expired
        ? Failure.of(
            Outcome.PEER_DEADLINE, Code.DEADLINE_EXCEEDED, "the peer ran out of time: " + where)
        : Failure.of(Outcome.SERVER_ERROR, Code.UNKNOWN, "the peer reset the call: " + where);
  }

  private Failure here(Code code, Endpoint endpoint) {
    return new Failure(
        Outcome.of(code),
        code,
        endpoint + ": " + reason(),
        List.of(),
        dev.farcall.call.Metadata.EMPTY,
        status.getCause());
  }

  /** The deepest cause says most: above it stands "io exception". */
  private String reason() {
    Throwable cause = status.getCause();
    if (cause == null) {
      String description = status.getDescription();
      return description == null ? status.getCode().toString() : description;
    }
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof UnknownHostException) {
      return "unknown host";
    }
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }
}
