package dev.farcall.resilience;

import dev.farcall.call.Layer;
import dev.farcall.policy.TimeoutPolicy;
import dev.farcall.time.Time;

/** The layers that bound a call in time. */
public final class Timeouts {

  private Timeouts() {}

  /**
   * Bounds a call by the total and by the deadline of the request, which is that of the call it is
   * made in. What has expired is not sent at all.
   */
  public static Layer total(TimeoutPolicy policy, Time time) {
    return next -> new TotalTimeout(policy, time, next);
  }

  /** Bounds an attempt. */
  public static Layer attempt(TimeoutPolicy policy, Time time) {
    return policy.attempt().isZero()
        ? Layer.NONE
        : next -> new AttemptTimeout(policy.attempt(), time, next);
  }
}
