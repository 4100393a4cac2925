package dev.farcall.call;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** The answer to one attempt: one payload, a stream of payloads, or a failure; immutable. */
public final class Response {

  private final @Nullable Payload payload;
  private final Flow.@Nullable Publisher<Payload> payloads;
  private final @Nullable Failure failure;
  private final Metadata headers;
  private final @Nullable CompletionStage<Outcome> done;

  private Response(
      @Nullable Payload payload,
      Flow.@Nullable Publisher<Payload> payloads,
      @Nullable Failure failure,
      Metadata headers,
      @Nullable CompletionStage<Outcome> done) {
    this.payload = payload;
    this.payloads = payloads;
    this.failure = failure;
    this.headers = headers;
    this.done = done;
  }

  /** A call that has ended well with one payload. */
  public static Response of(Payload payload, Metadata headers) {
    return new Response(requireNonNull(payload, "payload"), null, null, headers, null);
  }

  /** A call that has failed. */
  public static Response failed(Failure failure) {
    return new Response(null, null, requireNonNull(failure, "failure"), Metadata.EMPTY, null);
  }

  /**
   * A stream that has begun.
   *
   * @param payloads the elements, for one subscriber; a failure after this point is its {@code
   *     onError} with a {@link CallException}
   * @param done completes once, at the end, normally
   */
  public static Response streaming(
      Flow.Publisher<Payload> payloads, Metadata headers, CompletionStage<Outcome> done) {
    return new Response(
        null, requireNonNull(payloads, "payloads"), null, headers, requireNonNull(done, "done"));
  }

  /**
   * The same with more beside it: in front of the body, or, if it has failed, with the failure's
   * trailers, where it has no other place.
   */
  public Response plusHeaders(Metadata more) {
    return failure != null
        ? failed(failure.plusTrailers(more))
        : new Response(payload, payloads, null, headers.plus(more), done);
  }

  /** Why the call failed; null if it has not. */
  public @Nullable Failure failure() {
    return failure;
  }

  /** Whether it is a stream that has begun. */
  public boolean isStream() {
    return payloads != null;
  }

  /** The one payload; an {@link IllegalStateException} if there is none. */
  public Payload payload() {
    if (payload == null) {
      throw new IllegalStateException(this + " (expected: one payload)");
    }
    return payload;
  }

  /** The stream; an {@link IllegalStateException} if there is none. */
  public Flow.Publisher<Payload> payloads() {
    if (payloads == null) {
      throw new IllegalStateException(this + " (expected: a stream)");
    }
    return payloads;
  }

  /** What the peer sent before the body. */
  public Metadata headers() {
    return headers;
  }

  /** Completes once, normally, when all of the call has ended, with how it ended. */
  public CompletionStage<Outcome> done() {
    if (done != null) {
      return done;
    }
    return CompletableFuture.completedFuture(failure == null ? Outcome.OK : failure.outcome());
  }

  @Override
  public String toString() {
    if (failure != null) {
      return "Response[failed: " + failure + "]";
    }
    return payload != null ? "Response[" + payload + "]" : "Response[stream]";
  }
}
