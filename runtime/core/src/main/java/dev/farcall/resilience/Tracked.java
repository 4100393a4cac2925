package dev.farcall.resilience;

import dev.farcall.call.Channel;
import dev.farcall.call.Failure;
import dev.farcall.call.Outcome;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Sends, and tells once how all of the attempt ended, before its caller learns of it. */
final class Tracked {

  private Tracked() {}

  /** Told at the end: of one answer or failure with it, of a stream when that is over. */
  @FunctionalInterface
  interface End {
    void ended(Outcome outcome);
  }

  static CompletionStage<Response> send(Channel next, Request request, End end) {
    return stage(next, request)
        .handle((response, broken) -> track(answer(request, response, broken), end));
  }

  /** What {@code next} gives, also where it throws, as it must not. */
  static CompletionStage<Response> stage(Channel next, Request request) {
    try {
      return next.send(request);
    } catch (Throwable thrown) { // whatever it is, what was taken is to be given back
      return CompletableFuture.completedFuture(answer(request, null, thrown));
    }
  }

  static Response answer(Request request, @Nullable Response response, @Nullable Throwable broken) {
    return response != null
        ? response
        : Response.failed(Failure.ofBrokenChannel(request.operation().path(), broken));
  }

  private static Response track(Response response, End end) {
    if (response.isStream()) {
      response.done().whenComplete((outcome, impossible) -> end.ended(outcome));
    } else {
      end.ended(outcome(response));
    }
    return response;
  }

  /** How an attempt ended that is no stream. */
  static Outcome outcome(Response response) {
    Failure failure = response.failure();
    return failure == null ? Outcome.OK : failure.outcome();
  }
}
