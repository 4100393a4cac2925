package dev.farcall.call;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** One attempt at a call, immutable. Its body is one payload or a publisher of them. */
public final class Request {

  private final Operation<?, ?> operation;
  private final @Nullable Payload payload;
  private final Flow.@Nullable Publisher<Payload> payloads;
  private final Metadata metadata;
  private final Deadline deadline;
  private final Cancellation cancellation;
  private final Origin origin;
  private final Format answerFormat;

  private Request(
      Operation<?, ?> operation,
      @Nullable Payload payload,
      Flow.@Nullable Publisher<Payload> payloads,
      Metadata metadata,
      Deadline deadline,
      Cancellation cancellation,
      Origin origin,
      Format answerFormat) {
    this.operation = requireNonNull(operation, "operation");
    this.payload = payload;
    this.payloads = payloads;
    this.metadata = requireNonNull(metadata, "metadata");
    this.deadline = requireNonNull(deadline, "deadline");
    this.cancellation = requireNonNull(cancellation, "cancellation");
    this.origin = requireNonNull(origin, "origin");
    this.answerFormat = requireNonNull(answerFormat, "answerFormat");
  }

  /** A request with one payload. */
  public static Request of(
      Operation<?, ?> operation,
      Payload payload,
      Metadata metadata,
      Deadline deadline,
      Cancellation cancellation) {
    return new Request(
        operation,
        requireNonNull(payload, "payload"),
        null,
        metadata,
        deadline,
        cancellation,
        Origin.LOCAL,
        Format.PROTOBUF);
  }

  /** A request with a stream of payloads; it is subscribed to once. */
  public static Request streaming(
      Operation<?, ?> operation,
      Flow.Publisher<Payload> payloads,
      Metadata metadata,
      Deadline deadline,
      Cancellation cancellation) {
    return new Request(
        operation,
        null,
        requireNonNull(payloads, "payloads"),
        metadata,
        deadline,
        cancellation,
        Origin.LOCAL,
        Format.PROTOBUF);
  }

  /** The same request with another deadline. */
  public Request withDeadline(Deadline other) {
    return new Request(
        operation, payload, payloads, metadata, other, cancellation, origin, answerFormat);
  }

  /** The same request, given up by another cancellation. */
  public Request withCancellation(Cancellation other) {
    return new Request(
        operation, payload, payloads, metadata, deadline, other, origin, answerFormat);
  }

  /** The same request with other metadata. */
  public Request withMetadata(Metadata other) {
    return new Request(
        operation, payload, payloads, other, deadline, cancellation, origin, answerFormat);
  }

  /** The same request, from somebody else. */
  public Request withOrigin(Origin other) {
    return new Request(
        operation, payload, payloads, metadata, deadline, cancellation, other, answerFormat);
  }

  /** The same request, its answer wanted in another format. */
  public Request withAnswerFormat(Format other) {
    return new Request(
        operation, payload, payloads, metadata, deadline, cancellation, origin, other);
  }

  public Operation<?, ?> operation() {
    return operation;
  }

  /** The one payload; an {@link IllegalStateException} if the body is a stream. */
  public Payload payload() {
    if (payload == null) {
      throw new IllegalStateException(operation + ": the body is a stream (expected: one payload)");
    }
    return payload;
  }

  /** The stream of payloads; an {@link IllegalStateException} if the body is one payload. */
  public Flow.Publisher<Payload> payloads() {
    if (payloads == null) {
      throw new IllegalStateException(operation + ": the body is one payload (expected: a stream)");
    }
    return payloads;
  }

  public Metadata metadata() {
    return metadata;
  }

  public Deadline deadline() {
    return deadline;
  }

  public Cancellation cancellation() {
    return cancellation;
  }

  /** On a server: who sent it, and how; {@link Origin#LOCAL} elsewhere. */
  public Origin origin() {
    return origin;
  }

  /** On a server: what the payloads of the answer are encoded in. */
  public Format answerFormat() {
    return answerFormat;
  }

  @Override
  public String toString() {
    return "Request[" + operation + "]";
  }
}
