package dev.farcall.balance;

import dev.farcall.call.Endpoint;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** When the process at an endpoint began, if its registration says so. */
final class Started {

  /** How long a process begins. */
  private static final long NEW = Duration.ofSeconds(20).toMillis();

  /** How much the clocks of two machines may differ. */
  private static final long CLOCKS = Duration.ofMinutes(1).toMillis();

  private Started() {}

  /**
   * Whether it has begun only now, or nobody knows. By the other machine's clock, and so what began
   * up to a minute earlier passes for new too: to begin slowly once more costs less than to begin
   * too fast.
   *
   * @param now milliseconds since 1970
   */
  static boolean recently(Endpoint endpoint, long now) {
    Long started = of(endpoint);
    return started == null || now - started < NEW + CLOCKS;
  }

  /** Whether another process has begun where one was: no clock is needed for that. */
  static boolean anew(Endpoint before, Endpoint now) {
    Long then = of(before);
    Long later = of(now);
    return then != null && later != null && !then.equals(later);
  }

  private static @Nullable Long of(Endpoint endpoint) {
    String told = endpoint.metadata().get(EndpointGroup.STARTED);
    try {
      return told == null ? null : Long.valueOf(told);
    } catch (NumberFormatException somethingElse) {
      return null;
    }
  }
}
