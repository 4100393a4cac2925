package dev.farcall.balance;

import dev.farcall.annotation.Code;
import dev.farcall.call.Cancellation;
import dev.farcall.call.Cancellation.Reason;
import dev.farcall.call.Channel;
import dev.farcall.call.Failure;
import dev.farcall.call.Outcome;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

/** A call that waits until it is known which endpoints there are. */
final class UnknownYet extends CompletableFuture<Response> {

  private final Request request;
  private final Channel channel;
  private final EndpointGroup group;
  private final AtomicBoolean decided = new AtomicBoolean();

  UnknownYet(Request request, Channel channel, EndpointGroup group) {
    this.request = request;
    this.channel = channel;
    this.group = group;
  }

  CompletionStage<Response> start() {
    Cancellation.Listener listener = request.cancellation().onCancel(this::givenUp);
    group.whenKnown(
        () -> {
          listener.remove();
          if (decided.compareAndSet(false, true)) {
            channel.send(request).thenAccept(this::complete);
          }
        });
    return this;
  }

  private void givenUp(Reason reason) {
    if (decided.compareAndSet(false, true)) {
      complete(Response.failed(failure(reason)));
    }
  }

  private Failure failure(Reason reason) {
    return reason == Reason.CALLER
        ? Failure.givenUp(reason, request.operation().path())
        : Failure.of(
            Outcome.LOCAL_REJECT,
            Code.DEADLINE_EXCEEDED,
            "its time was over before it was known where "
                + group
                + " is: "
                + request.operation().path());
  }

  /** A plain future for what is derived from this one. */
  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new CompletableFuture<>();
  }
}
