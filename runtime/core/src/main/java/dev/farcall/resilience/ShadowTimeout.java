package dev.farcall.resilience;

import dev.farcall.call.Channel;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.policy.Durations;
import dev.farcall.time.Time;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Before: sets a timer. When that fires: counts, and does nothing else. After: drops it. */
record ShadowTimeout(Timeout timeout, String name, Time time, Channel next) implements Channel {

  @Override
  public CompletionStage<Response> send(Request request) {
    Time.Timer timer = time.schedule(timeout.nanos(), timeout::count);
    CompletionStage<Response> stage = Tracked.stage(next, request);
    stage.whenComplete((response, broken) -> timer.cancel());
    return stage;
  }

  @Override
  public String toString() {
    String limit = Durations.text(Duration.ofNanos(timeout.nanos()));
    return name + " " + limit + " (shadow) > " + next;
  }
}
