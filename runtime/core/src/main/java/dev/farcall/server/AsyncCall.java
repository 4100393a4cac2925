package dev.farcall.server;

import static java.util.Objects.requireNonNull;

import dev.farcall.call.Cancellation;
import dev.farcall.call.Failure;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One call whose implementation has promised its result. Given up, the promise is cancelled. */
final class AsyncCall<Q, R> extends CompletableFuture<Response>
    implements BiConsumer<@Nullable R, @Nullable Throwable>, Cancellation.Action {

  private final Exchange<Q, R> exchange;
  private final Request request;
  private final CompletionStage<R> promise;
  private Cancellation.@Nullable Listener listener;

  AsyncCall(Exchange<Q, R> exchange, Request request, CompletionStage<R> promise) {
    this.exchange = exchange;
    this.request = request;
    this.promise = promise;
  }

  /** Completes with the answer. */
  AsyncCall<Q, R> follow() {
    listener = request.cancellation().onCancel(this);
    promise.whenComplete(this);
    return this;
  }

  @Override
  public void accept(@Nullable R result, @Nullable Throwable thrown) {
    requireNonNull(listener).remove();
    Response response;
    if (thrown != null) {
      response = exchange.failed(request, thrown);
    } else {
      try {
        response = exchange.write(request, result);
      } catch (RuntimeException notEncodable) {
        response = exchange.failed(request, notEncodable);
      }
    }
    complete(response);
  }

  @Override
  public void cancelled(Cancellation.Reason reason) {
    refuse(Failure.givenUp(reason, exchange.operation().path()));
  }

  /** Fails it, and cancels what was promised. */
  void refuse(Failure failure) {
    complete(Response.failed(failure));
    try {
      promise.toCompletableFuture().cancel(true);
    } catch (UnsupportedOperationException cannotBeCancelled) {
      // Its result is dropped when it comes.
    }
  }

  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new CompletableFuture<>();
  }
}
