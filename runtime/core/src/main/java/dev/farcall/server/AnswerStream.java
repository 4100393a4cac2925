package dev.farcall.server;

import static java.util.Objects.requireNonNull;

import dev.farcall.call.CallException;
import dev.farcall.call.Cancellation;
import dev.farcall.call.Failure;
import dev.farcall.call.Outcome;
import dev.farcall.call.Payload;
import dev.farcall.call.Request;
import dev.farcall.stream.Relay;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The stream that answers a call: each element made a payload here, where its failure keeps its
 * status, and every failure a {@link CallException} that is fit to be seen. When the call is given
 * up, as by its deadline, the stream ends, and its source is cancelled.
 */
final class AnswerStream<T> implements Flow.Publisher<Payload> {

  private final Request request;
  private final Source<T> source;
  private final Runnable whenEnded;
  private final Relay<T, Payload> relay;
  private final CompletableFuture<Outcome> done = new CompletableFuture<>();
  private final Cancellation.Listener listener;

  /**
   * @param map makes elements ready to leave
   * @param source where they come from, when there is somebody to take them
   * @param whenEnded also if nobody ever came for them
   */
  AnswerStream(Request request, Function<T, Payload> map, Source<T> source, Runnable whenEnded) {
    this.request = request;
    this.source = source;
    this.whenEnded = whenEnded;
    this.relay = new Relay<>(map, this::told, this::ended);
    this.listener =
        request
            .cancellation()
            .onCancel(reason -> fail(Failure.givenUp(reason, request.operation().path())));
  }

  /** An implementation's publisher, as whoever subscribes to it sees it. */
  @FunctionalInterface
  interface Source<T> {
    void subscribe(Flow.Subscriber<T> subscriber) throws Exception;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super Payload> subscriber) {
    if (!relay.to(subscriber) || relay.isOver()) {
      return;
    }
    try {
      source.subscribe(relay);
    } catch (Throwable thrown) { // whatever an implementation throws is its caller's answer
      relay.end(told(thrown));
    }
  }

  /** Ends it. */
  void fail(Failure failure) {
    relay.end(CallException.of(failure));
  }

  /** How all of it ended. */
  CompletionStage<Outcome> done() {
    return done;
  }

  private CallException told(Throwable thrown) {
    return CallException.of(Failures.thrown(request, thrown));
  }

  private void ended(@Nullable Throwable thrown) {
    @SuppressWarnings("UnnecessaryLocalVariable") // null if the call was given up before it began
    Cancellation.@Nullable Listener registered = listener;
    if (registered != null) {
      registered.remove();
    }
    whenEnded.run();
    done.complete(outcome(thrown));
  }

  private static Outcome outcome(@Nullable Throwable thrown) {
    if (thrown == null) {
      return Outcome.OK;
    }
    return thrown instanceof CancellationException
        ? Outcome.CANCELLED
        : requireNonNull((CallException) thrown).outcome();
  }
}
