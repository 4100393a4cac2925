package dev.farcall.intercept;

import dev.farcall.annotation.Code;
import dev.farcall.call.Cancellation;
import dev.farcall.call.Cancellation.Reason;
import dev.farcall.call.Channel;
import dev.farcall.call.Failure;
import dev.farcall.call.Outcome;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.time.Time;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.Principal;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One call whose caller is being found out. Ends with the call that follows, with a refusal, or
 * when the call is given up or its deadline passes while nobody knows yet.
 */
@SuppressWarnings("NullableOptional") // it is null where the stage has failed
final class Identifying extends CompletableFuture<Response> implements Cancellation.Action {

  private static final Logger LOG = System.getLogger("dev.farcall.server");

  private final Request request;
  private final Channel next;

  /** Whether it is decided what becomes of the call. */
  private final AtomicBoolean decided = new AtomicBoolean();

  private Time.@Nullable Timer timer;
  private Cancellation.@Nullable Listener listener;

  Identifying(Request request, Channel next) {
    this.request = request;
    this.next = next;
  }

  CompletionStage<Response> follow(Authentication.Tokens tokens, String token, Time time) {
    CompletionStage<Optional<Principal>> owner;
    try {
      owner = tokens.owner(token);
    } catch (RuntimeException thrown) {
      return CompletableFuture.completedFuture(unknown(thrown));
    }
    if (owner == null) {
      return CompletableFuture.completedFuture(unknown(null));
    }
    if (owner instanceof CompletableFuture<Optional<Principal>> future
        && future.isDone()
        && !future.isCompletedExceptionally()) {
      return answer(future.join(), null);
    }
    if (request.deadline().isSet()) {
      timer =
          time.schedule(
              request.deadline().remaining(time.now()), () -> cancelled(Reason.INHERITED_LIMIT));
    }
    listener = request.cancellation().onCancel(this);
    owner.whenComplete(this::identified);
    return this;
  }

  private void identified(@Nullable Optional<Principal> owner, @Nullable Throwable thrown) {
    if (!decided.compareAndSet(false, true)) {
      return;
    }
    if (timer != null) {
      timer.cancel();
    }
    if (listener != null) {
      listener.remove();
    }
    answer(owner, thrown)
        .whenComplete(
            (response, broken) -> {
              if (response != null) {
                complete(response);
              } else {
                completeExceptionally(broken);
              }
            });
  }

  private CompletionStage<Response> answer(
      @Nullable Optional<Principal> owner, @Nullable Throwable thrown) {
    if (owner == null) {
      return CompletableFuture.completedFuture(unknown(thrown));
    }
    return owner
        .map(known -> next.send(request.withOrigin(request.origin().withPrincipal(known))))
        .orElseGet(() -> CompletableFuture.completedFuture(Authentication.invalidToken()));
  }

  @Override
  public void cancelled(Reason reason) {
    if (decided.compareAndSet(false, true)) {
      if (timer != null) {
        timer.cancel();
      }
      complete(Response.failed(Failure.givenUp(reason, request.operation().path())));
    }
  }

  private Response unknown(@Nullable Throwable thrown) {
    LOG.log(
        Level.ERROR,
        "the owner of a token could not be found out, so that "
            + request
            + " is refused (expected: an Optional, soon)",
        thrown);
    return Response.failed(
        Failure.of(Outcome.UNAVAILABLE, Code.UNAVAILABLE, "callers cannot be authenticated now"));
  }

  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new CompletableFuture<>();
  }
}
