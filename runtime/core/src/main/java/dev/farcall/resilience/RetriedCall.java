package dev.farcall.resilience;

import dev.farcall.call.Attempt;
import dev.farcall.call.Cancellation;
import dev.farcall.call.Cancellation.Reason;
import dev.farcall.call.Failure;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.time.Time;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One call with all its attempts, of which there is one at a time. */
final class RetriedCall extends CompletableFuture<Response>
    implements BiConsumer<@Nullable Response, @Nullable Throwable> {

  /** How often it was sent before, for the peer (gRFC A6). */
  private static final String PREVIOUS_ATTEMPTS = "grpc-previous-rpc-attempts";

  private final RetryChannel channel;
  private Request request;

  RetriedCall(RetryChannel channel, Request request) {
    this.channel = channel;
    this.request = request;
  }

  void sendAttempt() {
    Tracked.stage(channel.next(), request).whenComplete(this);
  }

  /** An attempt has ended, or its stream has begun. */
  @Override
  public void accept(@Nullable Response response, @Nullable Throwable broken) {
    Response answer = Tracked.answer(request, response, broken);
    Failure failure = answer.failure();
    if (failure == null || request.cancellation().isCancelled()) {
      complete(answer);
      return;
    }
    Time time = channel.time();
    long now = time.now();
    int attempts = request.attempt().number();
    long pause =
        channel
            .retry()
            .pause(
                attempts,
                failure.outcome(),
                Backoff.told(failure),
                request.operation().idempotent(),
                request.deadline().remaining(now),
                now);
    if (pause < 0) {
      complete(attempts == 1 ? answer : Response.failed(failure.afterAttempts(attempts)));
      return;
    }
    Attempt next = request.attempt().next(failure.outcome());
    request =
        request
            .withAttempt(next)
            .withMetadata(
                request
                    .metadata()
                    .without(PREVIOUS_ATTEMPTS)
                    .with(PREVIOUS_ATTEMPTS, Integer.toString(next.number() - 1)));
    if (pause == 0) {
      sendAttempt();
    } else {
      pause(pause, time, failure);
    }
  }

  private void pause(long nanos, Time time, Failure failure) {
    CompletableFuture<@Nullable Reason> over = new CompletableFuture<>();
    Time.Timer timer = time.schedule(nanos, () -> over.complete(null));
    Cancellation.Listener listener = request.cancellation().onCancel(over::complete);
    CompletionStage<@Nullable Reason> end = over;
    end.thenAccept(
        reason -> {
          timer.cancel();
          listener.remove();
          if (reason == null) {
            sendAttempt();
          } else {
            complete(Response.failed(givenUp(reason, failure)));
          }
        });
  }

  /** The caller learns why the last attempt failed, if it was not he who gave up. */
  private Failure givenUp(Reason reason, Failure last) {
    return reason == Reason.CALLER
        ? Failure.givenUp(reason, request.operation().path())
        : last.afterAttempts(request.attempt().number() - 1);
  }

  /** A plain future for what is derived from this one. */
  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new CompletableFuture<>();
  }
}
