package dev.farcall.pipeline;

import dev.farcall.call.Cancellation.Reason;
import dev.farcall.call.Failure;
import dev.farcall.call.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The future of a call that nobody waits for on a thread. Whoever cancels it, or completes it in
 * another way (as {@link #orTimeout} does), gives the call up.
 */
final class PendingCall<R> extends CompletableFuture<R>
    implements BiConsumer<@Nullable Response, @Nullable Throwable> {

  private final Results<R> results;
  private final Inheritance inheritance;
  private final @Nullable Executor executor;

  PendingCall(Results<R> results, Inheritance inheritance, @Nullable Executor executor) {
    this.results = results;
    this.inheritance = inheritance;
    this.executor = executor;
  }

  /** The stack has answered. */
  @Override
  public void accept(@Nullable Response response, @Nullable Throwable broken) {
    inheritance.detach();
    Response answer =
        response != null
            ? response
            : Response.failed(Failure.ofBrokenChannel("an asynchronous call", broken));
    if (executor == null) {
      finish(answer);
      return;
    }
    try {
      executor.execute(() -> finish(answer));
    } catch (RejectedExecutionException full) {
      finish(answer); // on the wrong thread rather than never
    }
  }

  private void finish(Response response) {
    if (isDone()) {
      return;
    }
    try {
      super.complete(results.get(response));
    } catch (Throwable thrown) { // what `call` would throw
      super.completeExceptionally(thrown);
    }
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    return giveUp(super.cancel(mayInterruptIfRunning));
  }

  @Override
  public boolean complete(@Nullable R value) {
    return giveUp(super.complete(value));
  }

  @Override
  public boolean completeExceptionally(Throwable thrown) {
    return giveUp(super.completeExceptionally(thrown));
  }

  private boolean giveUp(boolean first) {
    if (first) {
      inheritance.cancellation().cancel(Reason.CALLER);
    }
    return first;
  }

  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new CompletableFuture<>();
  }
}
