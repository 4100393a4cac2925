package dev.farcall.resilience;

import dev.farcall.call.Channel;
import dev.farcall.call.Outcome;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.call.Verdict;
import dev.farcall.time.Time;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Before: asks the circuit breaker, and fails at once if it says no. After: records how the attempt
 * ended; a stream that begins has served as a probe, and counts when it ends otherwise.
 */
record BreakerChannel(CircuitBreaker breaker, Time time, Channel next) implements Channel {

  @Override
  public CompletionStage<Response> send(Request request) {
    long start = time.now();
    Permit permit = breaker.acquire(start, request.deadline().remaining(start));
    if (permit == null) {
      return CompletableFuture.completedFuture(Response.failed(breaker.rejection(start)));
    }
    if (!request.operation().kind().responseStream()) {
      return Tracked.send(next, request, outcome -> record(permit, start, outcome.verdict()));
    }
    return permit instanceof ProbeLease
        ? probe(request, permit, start)
        : stream(request, permit, start);
  }

  /** How long a stream took is how long its first element did: one that lives on is not slow. */
  private CompletionStage<Response> stream(Request request, Permit permit, long start) {
    return Tracked.stage(next, request)
        .handle(
            (response, broken) -> {
              Response answer = Tracked.answer(request, response, broken);
              long took = time.now() - start;
              answer
                  .done()
                  .whenComplete(
                      (outcome, impossible) ->
                          record(permit, time.now() - took, outcome.verdict()));
              return answer;
            });
  }

  private CompletionStage<Response> probe(Request request, Permit permit, long start) {
    return Tracked.stage(next, request)
        .handle(
            (response, broken) -> {
              Response answer = Tracked.answer(request, response, broken);
              Outcome outcome = answer.isStream() ? Outcome.OK : Tracked.outcome(answer);
              record(permit, start, outcome.verdict());
              return answer;
            });
  }

  private void record(Permit permit, long start, Verdict verdict) {
    if (verdict == Verdict.SUCCESS) {
      breaker.recordGood(permit, start);
    } else {
      breaker.record(permit, start, time.now(), verdict);
    }
  }

  @Override
  public String toString() {
    return "circuit breaker " + breaker.policy() + " > " + next;
  }
}
