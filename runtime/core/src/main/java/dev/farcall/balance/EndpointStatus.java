package dev.farcall.balance;

import dev.farcall.call.Endpoint;
import dev.farcall.call.LiveEndpoint;
import dev.farcall.call.LiveEndpoint.Trouble;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/**
 * What one client knows of an endpoint at one moment.
 *
 * @param endpoint how it is described
 * @param troubles why it is passed over; empty if it is called
 * @param share the part of its share that it gets, above 0; below 1 while it is new
 * @param inFlight calls on their way to it
 * @param latency of late
 * @param failing the part of its calls of late that failed, 0 to 1
 * @param calls that have ended and say whether it serves
 * @param failures how many of them failed; what is doubtful counts a hundredth
 * @param consecutiveFailures how many failed since one did not
 * @param cost how soon it would answer one more call: that of {@code peak_ewma}, in nanoseconds
 */
public record EndpointStatus(
    Endpoint endpoint,
    Set<Trouble> troubles,
    double share,
    int inFlight,
    Duration latency,
    double failing,
    long calls,
    double failures,
    int consecutiveFailures,
    double cost) {

  static EndpointStatus of(LiveEndpoint live, long now) {
    return new EndpointStatus(
        live.endpoint(),
        live.troubles(),
        live.share(now),
        live.inFlight(),
        live.latency(now),
        live.failing(now),
        live.calls(),
        live.failureHundredths() / 100.0,
        live.consecutiveFailures(),
        live.cost(now));
  }

  /** Whether it is called. */
  public boolean isAvailable() {
    return troubles.isEmpty();
  }

  /** One line, for people. */
  @Override
  public String toString() {
    String state = isAvailable() ? "called" : "passed over: " + troubles;
    if (share < 1) {
      state += String.format(Locale.ROOT, ", new: %.0f %% of its share", share * 100);
    }
    return String.format(
        Locale.ROOT,
        "%s (%s): %d on their way, latency %.1f ms, %.1f %% failing, %d calls, %.0f failed; %s",
        endpoint.id(),
        endpoint,
        inFlight,
        latency.toNanos() / 1e6,
        failing * 100,
        calls,
        failures,
        state);
  }
}
