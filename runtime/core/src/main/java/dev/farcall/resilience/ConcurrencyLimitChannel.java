package dev.farcall.resilience;

import dev.farcall.call.Channel;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.time.Time;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Before: takes a place, and fails at once if there is none. After: gives it back, and tells the
 * limiter how the attempt ended.
 */
record ConcurrencyLimitChannel(ConcurrencyLimiter limiter, Time time, Channel next)
    implements Channel {

  @Override
  public CompletionStage<Response> send(Request request) {
    if (!limiter.tryAcquire()) {
      return CompletableFuture.completedFuture(Response.failed(limiter.rejection()));
    }
    long start = time.now();
    return Tracked.send(
        next, request, outcome -> limiter.release(start, time.now(), outcome.limiter()));
  }

  @Override
  public String toString() {
    return "concurrency limit " + limiter.policy() + " > " + next;
  }
}
