package dev.farcall;

import dev.farcall.health.HealthCheckOptions;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a connection uses the endpoints of its target.
 *
 * @param zone that of this process; empty if it is not known
 * @param subset how many endpoints are used; 0 for all
 * @param healthChecks how they are asked how they are; null if they are not
 * @param snapshot the file in which they are remembered; null if nowhere
 */
record UpstreamOptions(
    String zone, int subset, @Nullable HealthCheckOptions healthChecks, @Nullable Path snapshot) {

  static final UpstreamOptions DEFAULT =
      new UpstreamOptions("", 0, HealthCheckOptions.DEFAULT, null);

  UpstreamOptions {
    if (subset < 0) {
      throw new IllegalArgumentException(
          "subset: " + subset + " (expected: a number of endpoints, or 0 for all)");
    }
  }

  UpstreamOptions withZone(String other) {
    return new UpstreamOptions(other, subset, healthChecks, snapshot);
  }

  UpstreamOptions withSubset(int other) {
    return new UpstreamOptions(zone, other, healthChecks, snapshot);
  }

  UpstreamOptions withHealthChecks(@Nullable HealthCheckOptions other) {
    return new UpstreamOptions(zone, subset, other, snapshot);
  }

  UpstreamOptions withSnapshot(Path other) {
    return new UpstreamOptions(zone, subset, healthChecks, other);
  }
}
