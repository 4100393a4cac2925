package dev.farcall.resilience;

import dev.farcall.call.Channel;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.time.Time;
import java.util.concurrent.CompletionStage;

/**
 * Before: counts the call. After: sends it again, perhaps, each attempt with the history of those
 * before it. A request that is a stream can be sent only once, and a stream that has begun is not
 * begun again.
 */
record RetryChannel(Retry retry, Time time, Channel next) implements Channel {

  @Override
  public CompletionStage<Response> send(Request request) {
    retry.begin(time.now());
    if (request.operation().kind().requestStream()) {
      return next.send(request);
    }
    RetriedCall call = new RetriedCall(this, request);
    call.sendAttempt();
    return call;
  }

  @Override
  public String toString() {
    return retry.policyText() + " > " + next;
  }
}
