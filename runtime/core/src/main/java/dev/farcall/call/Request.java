package dev.farcall.call;

import static java.util.Objects.requireNonNull;

import dev.farcall.time.Time;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
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
  private final Metadata passedOn;
  private final @Nullable Consumer<Origin> originWatcher;
  private final Attempt attempt;

  private Request(
      Operation<?, ?> operation,
      @Nullable Payload payload,
      Flow.@Nullable Publisher<Payload> payloads,
      Metadata metadata,
      Deadline deadline,
      Cancellation cancellation,
      Origin origin,
      Format answerFormat,
      Metadata passedOn,
      @Nullable Consumer<Origin> originWatcher,
      Attempt attempt) {
    this.operation = requireNonNull(operation, "operation");
    this.payload = payload;
    this.payloads = payloads;
    this.metadata = requireNonNull(metadata, "metadata");
    this.deadline = requireNonNull(deadline, "deadline");
    this.cancellation = requireNonNull(cancellation, "cancellation");
    this.origin = requireNonNull(origin, "origin");
    this.answerFormat = requireNonNull(answerFormat, "answerFormat");
    this.passedOn = requireNonNull(passedOn, "passedOn");
    this.originWatcher = originWatcher;
    this.attempt = requireNonNull(attempt, "attempt");
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
        Format.PROTOBUF,
        Metadata.EMPTY,
        null,
        Attempt.first());
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
        Format.PROTOBUF,
        Metadata.EMPTY,
        null,
        Attempt.first());
  }

  /** The same request with another deadline. */
  public Request withDeadline(Deadline other) {
    return with(metadata, other, cancellation, origin, answerFormat, passedOn, originWatcher);
  }

  /** The same request, given up by another cancellation. */
  public Request withCancellation(Cancellation other) {
    return with(metadata, deadline, other, origin, answerFormat, passedOn, originWatcher);
  }

  /** The same request with other metadata. */
  public Request withMetadata(Metadata other) {
    return with(other, deadline, cancellation, origin, answerFormat, passedOn, originWatcher);
  }

  /** The same request, from somebody else. Who watches its origin is told. */
  public Request withOrigin(Origin other) {
    if (originWatcher != null) {
      originWatcher.accept(other);
    }
    return with(metadata, deadline, cancellation, other, answerFormat, passedOn, originWatcher);
  }

  /**
   * The same request as a server got it.
   *
   * @param from who sent it, and how
   * @param answer what the payloads of the answer are to be encoded in
   */
  public Request received(Origin from, Format answer) {
    return with(metadata, deadline, cancellation, from, answer, passedOn, originWatcher);
  }

  /** The same request; what is passed on goes with each call that is made to answer it. */
  public Request withPassedOn(Metadata other) {
    return with(metadata, deadline, cancellation, origin, answerFormat, other, originWatcher);
  }

  /**
   * The same request; each origin that it is given from here on is told to the watcher, on the
   * thread that gives it. So a log that stands outside of the authentication learns who it was.
   */
  public Request withOriginWatcher(Consumer<Origin> watcher) {
    Consumer<Origin> outer = originWatcher;
    Consumer<Origin> both = outer == null ? watcher : outer.andThen(watcher);
    return with(metadata, deadline, cancellation, origin, answerFormat, passedOn, both);
  }

  private Request with(
      Metadata metadata,
      Deadline deadline,
      Cancellation cancellation,
      Origin origin,
      Format answerFormat,
      Metadata passedOn,
      @Nullable Consumer<Origin> originWatcher) {
    return new Request(
        operation,
        payload,
        payloads,
        metadata,
        deadline,
        cancellation,
        origin,
        answerFormat,
        passedOn,
        originWatcher,
        attempt);
  }

  /** The same request, sent once more. */
  public Request withAttempt(Attempt other) {
    return new Request(
        operation,
        payload,
        payloads,
        metadata,
        deadline,
        cancellation,
        origin,
        answerFormat,
        passedOn,
        originWatcher,
        other);
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

  /** On a server: the metadata of each call that is made to answer it; none unless asked for. */
  public Metadata passedOn() {
    return passedOn;
  }

  /**
   * The word by which a keyed strategy chooses: made of the key of the call if it has one, else by
   * lot.
   */
  public long keyWord(Time time) {
    return payload == null || operation.hashKey() == null
        ? time.word()
        : keyWord(operation, payload, time);
  }

  private static <Q> long keyWord(Operation<Q, ?> operation, Payload payload, Time time) {
    ToLongFunction<? super Q> hash = requireNonNull(operation.hashKey());
    long word = hash.applyAsLong(payload.value(operation.request()));
    return word == Hashing.NONE ? time.word() : word;
  }

  /** Which attempt at its call it is. */
  public Attempt attempt() {
    return attempt;
  }

  @Override
  public String toString() {
    return "Request[" + operation + "]";
  }
}
