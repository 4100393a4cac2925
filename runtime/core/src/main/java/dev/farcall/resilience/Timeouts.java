package dev.farcall.resilience;

import dev.farcall.annotation.Mode;
import dev.farcall.call.Layer;
import dev.farcall.policy.TimeoutPolicy;
import dev.farcall.time.Time;
import org.jspecify.annotations.Nullable;

/** The layers that bound a call in time. */
public final class Timeouts {

  private Timeouts() {}

  /**
   * Bounds a call by the total and by the deadline of the request, which is that of the call it is
   * made in. What has expired is not sent at all.
   *
   * @param counts the calls whose own time was over; null if there is no such time
   */
  public static Layer total(TimeoutPolicy policy, @Nullable Timeout counts, Time time) {
    if (counts != null && policy.mode() == Mode.SHADOW) {
      return next ->
          new ShadowTimeout(
              counts, "timeout", time, new TotalTimeout(TimeoutPolicy.NONE, null, time, next));
    }
    return next -> new TotalTimeout(policy.enforced(), counts, time, next);
  }

  /**
   * Bounds an attempt.
   *
   * @param counts the attempts whose time was over; null if there is no such time
   */
  public static Layer attempt(TimeoutPolicy policy, @Nullable Timeout counts, Time time) {
    if (counts == null) {
      return Layer.NONE;
    }
    return policy.mode() == Mode.SHADOW
        ? next -> new ShadowTimeout(counts, "attempt timeout", time, next)
        : next -> new AttemptTimeout(policy.attempt(), counts, time, next);
  }
}
