package dev.farcall.resilience;

import dev.farcall.call.Channel;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.time.Time;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Before: asks for a turn; fails at once, sends at once, or sends later. After: nothing. */
record RateLimitChannel(RateLimiter limiter, Time time, Channel next) implements Channel {

  @Override
  public CompletionStage<Response> send(Request request) {
    long now = time.now();
    long turn = limiter.acquire(now, request.deadline().remaining(now));
    if (turn < 0) {
      return CompletableFuture.completedFuture(Response.failed(limiter.rejection(turn)));
    }
    return turn == 0 ? next.send(request) : new WaitingCall(request, next).sendAfter(turn, time);
  }

  @Override
  public String toString() {
    return "rate limit " + limiter.policy() + " > " + next;
  }
}
