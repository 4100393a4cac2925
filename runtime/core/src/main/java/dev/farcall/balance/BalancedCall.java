package dev.farcall.balance;

import dev.farcall.call.Failure;
import dev.farcall.call.Outcome;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One attempt on its way to its endpoint, which is told of the end before the caller is. */
final class BalancedCall extends CompletableFuture<Response>
    implements BiConsumer<@Nullable Response, @Nullable Throwable> {

  private final EndpointGroup group;
  private final ConnectedEndpoint endpoint;
  private final long start;
  private String path = "";

  BalancedCall(EndpointGroup group, ConnectedEndpoint endpoint, long start) {
    this.group = group;
    this.endpoint = endpoint;
    this.start = start;
  }

  CompletionStage<Response> send(Request request) {
    path = request.operation().path();
    request.attempt().sentTo(endpoint.endpoint());
    endpoint.begin(start);
    CompletionStage<Response> sent;
    try {
      sent = endpoint.link().send(request);
    } catch (Throwable thrown) { // a channel must not; and what was begun is to be ended
      accept(null, thrown);
      return this;
    }
    sent.whenComplete(this);
    return this;
  }

  @Override
  public void accept(@Nullable Response response, @Nullable Throwable broken) {
    Response answer =
        response != null ? response : Response.failed(Failure.ofBrokenChannel(path, broken));
    Failure failure = answer.failure();
    Outcome outcome = failure == null ? Outcome.OK : failure.outcome();
    endpoint.answered(start, group.time().now(), outcome);
    if (answer.isStream()) {
      answer.done().whenComplete((end, impossible) -> ended(end));
    } else {
      ended(outcome);
    }
    complete(answer);
  }

  private void ended(Outcome outcome) {
    endpoint.end(outcome);
    group.ended(endpoint, outcome);
  }

  /** A plain future for what is derived from this one. */
  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new CompletableFuture<>();
  }
}
