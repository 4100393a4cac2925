package dev.farcall.resilience;

import dev.farcall.call.Cancellation;
import dev.farcall.call.Channel;
import dev.farcall.call.Deadline;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.policy.Durations;
import dev.farcall.time.Time;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * Before: sends a child of the request's cancellation on, with the earlier deadline, and sets a
 * timer. When that fires: gives up this attempt, not the call, and completes the stage. After:
 * drops the timer, and the child when all of the attempt has ended.
 *
 * <p>Stands aside where the call ends no later than the attempt would.
 */
final class AttemptTimeout implements Channel {

  private final Duration limit;
  private final long limitNanos;
  private final Timeout counts;
  private final Time time;
  private final Channel next;

  AttemptTimeout(Duration limit, Timeout counts, Time time, Channel next) {
    this.limit = limit;
    this.limitNanos = Durations.nanos(limit);
    this.counts = counts;
    this.time = time;
    this.next = next;
  }

  @Override
  public CompletionStage<Response> send(Request request) {
    long now = time.now();
    if (request.deadline().remaining(now) <= limitNanos) {
      return next.send(request);
    }
    Cancellation attempt = request.cancellation().child();
    Request bounded = request.withCancellation(attempt);
    if (!request.operation().kind().responseStream()) {
      bounded = bounded.withDeadline(Deadline.after(limitNanos, now));
    }
    return new TimedCall(attempt, Cancellation.Reason.OWN_LIMIT, counts)
        .send(bounded, next, time, limitNanos)
        .thenApply(response -> detachWhenDone(attempt, response));
  }

  private static Response detachWhenDone(Cancellation attempt, Response response) {
    if (response.isStream()) {
      response.done().whenComplete((outcome, impossible) -> attempt.detach());
    } else {
      attempt.detach();
    }
    return response;
  }

  @Override
  public String toString() {
    return "attempt timeout " + Durations.text(limit) + " > " + next;
  }
}
