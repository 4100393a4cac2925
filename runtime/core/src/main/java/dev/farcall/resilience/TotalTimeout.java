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
import dev.farcall.policy.TimeoutPolicy;
import dev.farcall.time.Time;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Before: refuses what has expired, sends the earlier of the own and the inherited deadline on, and
 * sets a timer. When that fires: gives the request up and completes the stage, however slow the
 * layers below are. After: drops the timer.
 *
 * <p>Of a stream the own limit bounds the first element only, so it is not sent as the deadline of
 * the whole; a limit of the whole stream is, and so is the inherited one.
 */
final class TotalTimeout implements Channel {

  private final Duration limit;
  private final long limitNanos;
  private final Duration stream;
  private final long streamNanos;
  private final @Nullable Timeout counts;
  private final Time time;
  private final Channel next;

  TotalTimeout(TimeoutPolicy policy, @Nullable Timeout counts, Time time, Channel next) {
    this.limit = policy.total();
    this.limitNanos = nanos(limit);
    this.stream = policy.stream();
    this.streamNanos = nanos(stream);
    this.counts = counts;
    this.time = time;
    this.next = next;
  }

  private static long nanos(Duration limit) {
    return limit.isZero() ? Long.MAX_VALUE : Durations.nanos(limit);
  }

  @Override
  public CompletionStage<Response> send(Request request) {
    boolean streams = request.operation().kind().responseStream();
    long whole = streams ? streamNanos : limitNanos;
    if (limitNanos == Long.MAX_VALUE && whole == Long.MAX_VALUE && !request.deadline().isSet()) {
      return next.send(request);
    }
    long now = time.now();
    long left = request.deadline().remaining(now);
    if (left <= 0) {
      return CompletableFuture.completedFuture(
          Response.failed(
              Failure.of(
                  Outcome.LOCAL_REJECT,
                  Code.DEADLINE_EXCEEDED,
                  "the deadline had passed before the call: " + request.operation())));
    }
    boolean own = whole < left;
    Request bounded = own ? request.withDeadline(Deadline.after(whole, now)) : request;
    Reason reason = own ? Reason.OWN_LIMIT : Reason.INHERITED_LIMIT;
    long end = Math.min(whole, left);
    boolean first = streams && limitNanos < end;
    TimedCall call =
        new TimedCall(
                request.cancellation(),
                first ? Reason.OWN_LIMIT : reason,
                first || own ? counts : null)
            .send(bounded, next, time, first ? limitNanos : end);
    return streams && bounded.deadline().isSet()
        ? call.thenApply(response -> boundRest(bounded, response, reason))
        : call;
  }

  private Response boundRest(Request request, Response response, Reason reason) {
    if (response.isStream()) {
      Time.Timer timer =
          time.schedule(
              request.deadline().remaining(time.now()),
              () -> request.cancellation().cancel(reason));
      response.done().whenComplete((outcome, impossible) -> timer.cancel());
    }
    return response;
  }

  @Override
  public String toString() {
    String own = limit.isZero() ? "deadline" : "timeout " + Durations.text(limit);
    String whole = stream.isZero() ? "" : ", of a stream " + Durations.text(stream);
    return own + whole + " > " + next;
  }
}
