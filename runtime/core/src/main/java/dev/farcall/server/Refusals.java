package dev.farcall.server;

import dev.farcall.annotation.Code;
import dev.farcall.call.ErrorDetail;
import dev.farcall.call.Failure;
import dev.farcall.call.Metadata;
import dev.farcall.call.Operation;
import dev.farcall.call.Outcome;
import dev.farcall.call.RetryInfo;
import dev.farcall.wire.BinaryCodec;
import dev.farcall.wire.DecodeException;
import dev.farcall.wire.ProtobufReader;
import dev.farcall.wire.ProtobufWriter;
import java.time.Duration;
import java.util.List;

/** Failures of calls that an implementation never saw. */
final class Refusals {

  private static final BadRequestCodec BAD_REQUEST = new BadRequestCodec();

  /** How long a caller shall wait before it comes again to a server that is full. */
  private static final RetryInfo RETRY = new RetryInfo(Duration.ofMillis(100));

  private Refusals() {}

  /** Bytes that are not the request: INVALID_ARGUMENT with the field. */
  static Failure undecodable(Operation<?, ?> operation, DecodeException cause) {
    if (cause.kind() == DecodeException.Kind.INTERNAL) {
      return Failures.internal(operation, cause);
    }
    String message = cause.getMessage();
    Violation violation = new Violation(cause.path(), message == null ? "malformed" : message);
    return ErrorLimits.fit(
        operation,
        refused(
            Outcome.REFUSED,
            Code.INVALID_ARGUMENT,
            violation.description,
            new ErrorDetail(
                BAD_REQUEST.fullName(), ProtobufWriter.encode(BAD_REQUEST, violation.readable()))));
  }

  /** No thread and no room to wait for one: RESOURCE_EXHAUSTED, come again. */
  static Failure noRoom() {
    return refused(
        Outcome.OVERLOADED,
        Code.RESOURCE_EXHAUSTED,
        "the server has no room for another call",
        RETRY.toDetail());
  }

  /** Its deadline passed while it waited for a thread: DEADLINE_EXCEEDED. */
  static Failure expired() {
    return Failure.of(
        Outcome.PEER_DEADLINE,
        Code.DEADLINE_EXCEEDED,
        "the deadline passed before the server could begin");
  }

  private static Failure refused(Outcome outcome, Code code, String message, ErrorDetail detail) {
    return new Failure(outcome, code, message, List.of(detail), Metadata.EMPTY, null);
  }

  /** One field of a request that is wrong. */
  private record Violation(String field, String description) {
    Violation readable() {
      return new Violation(ErrorLimits.cut(field), ErrorLimits.cut(description));
    }
  }

  /**
   * {@code repeated FieldViolation field_violations = 1;} of {@code string field = 1; string
   * description = 2;}.
   */
  private static final class BadRequestCodec extends BinaryCodec<Violation> {
    BadRequestCodec() {
      super("google.rpc.BadRequest");
    }

    @Override
    public void write(Violation violation, ProtobufWriter out) {
      int start = out.begin(1 << 3 | 2);
      out.string(1 << 3 | 2, violation.field);
      out.string(2 << 3 | 2, violation.description);
      out.end(start);
    }

    @Override
    public Violation read(ProtobufReader in) {
      throw new UnsupportedOperationException("a server only writes " + fullName());
    }
  }
}
