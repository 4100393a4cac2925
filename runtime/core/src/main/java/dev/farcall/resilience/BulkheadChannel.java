package dev.farcall.resilience;

import dev.farcall.call.Channel;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.time.Time;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Before: takes a place; fails at once, or waits for one, if there is none. After: gives it back
 * when all of the attempt has ended.
 */
record BulkheadChannel(Bulkhead bulkhead, Time time, Channel next) implements Channel {

  @Override
  public CompletionStage<Response> send(Request request) {
    if (bulkhead.tryAcquire()) {
      return sendInPlace(request);
    }
    long now = time.now();
    long wait = Math.min(bulkhead.maxWaitNanos(), request.deadline().remaining(now));
    if (wait <= 0) {
      return CompletableFuture.completedFuture(Response.failed(bulkhead.reject()));
    }
    return new WaitingCall(request, this::sendInPlace).sendInTurn(bulkhead, wait, time);
  }

  private CompletionStage<Response> sendInPlace(Request request) {
    return Tracked.send(next, request, outcome -> bulkhead.release());
  }

  @Override
  public String toString() {
    return "bulkhead " + bulkhead.policy() + " > " + next;
  }
}
