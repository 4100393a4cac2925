package dev.farcall.resilience;

import dev.farcall.annotation.Code;
import dev.farcall.call.Cancellation.Reason;
import dev.farcall.call.Channel;
import dev.farcall.call.Deadline;
import dev.farcall.call.Failure;
import dev.farcall.call.Outcome;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.policy.Durations;
import dev.farcall.time.Time;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Before: refuses what has expired, sends the earlier of the own and the inherited deadline on, and
 * sets a timer. When that fires: gives the request up and completes the stage, however slow the
 * layers below are. After: drops the timer.
 *
 * <p>The own limit bounds a stream's first element only, so it is not sent as the deadline of the
 * whole; the inherited one bounds all of the stream.
 */
final class TotalTimeout implements Channel {

  private final Duration limit;
  private final long limitNanos;
  private final Time time;
  private final Channel next;

  TotalTimeout(Duration limit, Time time, Channel next) {
    this.limit = limit;
    this.limitNanos = limit.isZero() ? Long.MAX_VALUE : Durations.nanos(limit);
    this.time = time;
    this.next = next;
  }

  @Override
  public CompletionStage<Response> send(Request request) {
    Deadline inherited = request.deadline();
    if (limitNanos == Long.MAX_VALUE && !inherited.isSet()) {
      return next.send(request);
    }
    long now = time.now();
    long left = inherited.remaining(now);
    if (left <= 0) {
      return CompletableFuture.completedFuture(
          Response.failed(
              Failure.of(
                  Outcome.LOCAL_REJECT,
                  Code.DEADLINE_EXCEEDED,
                  "the deadline had passed before the call: " + request.operation())));
    }
    boolean own = limitNanos < left;
    boolean stream = request.operation().kind().responseStream();
    Request bounded =
        own && !stream ? request.withDeadline(Deadline.after(limitNanos, now)) : request;
    TimedCall call =
        new TimedCall(request.cancellation(), own ? Reason.OWN_LIMIT : Reason.INHERITED_LIMIT)
            .send(bounded, next, time, Math.min(limitNanos, left));
    return stream && inherited.isSet()
        ? call.thenApply(response -> boundRest(request, response))
        : call;
  }

  private Response boundRest(Request request, Response response) {
    if (response.isStream()) {
      Time.Timer timer =
          time.schedule(
              request.deadline().remaining(time.now()),
              () -> request.cancellation().cancel(Reason.INHERITED_LIMIT));
      response.done().whenComplete((outcome, impossible) -> timer.cancel());
    }
    return response;
  }

  @Override
  public String toString() {
    String own = limit.isZero() ? "deadline" : "timeout " + Durations.text(limit);
    return own + " > " + next;
  }
}
