package dev.farcall.resilience;

import dev.farcall.call.Channel;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.time.Time;
import java.util.concurrent.CompletionStage;

/**
 * Before: counts the call. While it is on its way: sends it once more, if it takes long. After: the
 * first answer counts, and the other attempts are given up. A request that is a stream can be sent
 * only once.
 */
record HedgeChannel(Hedge hedge, Time time, Channel next) implements Channel {

  @Override
  public CompletionStage<Response> send(Request request) {
    long now = time.now();
    hedge.begin(now);
    return request.operation().kind().requestStream()
        ? next.send(request)
        : new HedgedCall(this, request, now).begin();
  }

  @Override
  public String toString() {
    return "hedge " + hedge.policy() + " > " + next;
  }
}
