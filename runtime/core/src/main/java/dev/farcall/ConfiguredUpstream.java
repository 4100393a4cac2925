package dev.farcall;

import dev.farcall.config.Configuration;
import dev.farcall.config.Configuration.Entry;
import dev.farcall.config.ServiceConfiguration;
import dev.farcall.health.HealthCheckOptions;
import dev.farcall.policy.Durations;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads how the endpoints of a service are used. */
final class ConfiguredUpstream {

  private static final String ZONE = "farcall.zone";
  private static final String HEALTH_CHECKS = "health-checks";

  private ConfiguredUpstream() {}

  /**
   * What is configured.
   *
   * @throws IllegalStateException if a value cannot be kept, naming the key and what was expected
   */
  static UpstreamOptions options(Configuration all, ServiceConfiguration service) {
    UpstreamOptions options = UpstreamOptions.DEFAULT;
    Entry zone = all.find(ZONE);
    if (zone != null) {
      options = options.withZone(zone.value());
    }
    Entry subset = service.find("subset");
    if (subset != null) {
      options = options.withSubset(number(subset));
    }
    options = options.withHealthChecks(healthChecks(service));
    Entry snapshot = service.find("snapshot");
    return snapshot == null ? options : options.withSnapshot(Path.of(snapshot.value()));
  }

  private static @Nullable HealthCheckOptions healthChecks(ServiceConfiguration service) {
    Entry on = service.find(HEALTH_CHECKS);
    HealthCheckOptions how = HealthCheckOptions.DEFAULT;
    how = said(service, ".interval", how, ConfiguredUpstream::duration, how::withInterval);
    how = said(service, ".timeout", how, ConfiguredUpstream::duration, how::withTimeout);
    how =
        said(
            service,
            ".unhealthy-threshold",
            how,
            ConfiguredUpstream::count,
            how::withUnhealthyThreshold);
    how =
        said(
            service,
            ".healthy-threshold",
            how,
            ConfiguredUpstream::count,
            how::withHealthyThreshold);
    how = said(service, ".max-concurrent", how, ConfiguredUpstream::count, how::withMaxConcurrent);
    return on == null || truth(on) ? how : null;
  }

  /** What is so far, changed by what is said of one thing, if anything is. */
  private static <V> HealthCheckOptions said(
      ServiceConfiguration service,
      String what,
      HealthCheckOptions soFar,
      Function<Entry, V> read,
      Function<V, HealthCheckOptions> change) {
    Entry entry = service.find(HEALTH_CHECKS + what);
    try {
      return entry == null ? soFar : change.apply(read.apply(entry));
    } catch (IllegalArgumentException outOfRange) {
      throw new IllegalStateException(entry.where() + ": " + outOfRange.getMessage(), outOfRange);
    }
  }

  private static Duration duration(Entry entry) {
    Duration duration = Durations.parse(entry.value());
    if (duration == null) {
      throw bad(entry, Durations.FORM);
    }
    return duration;
  }

  private static int number(Entry entry) {
    return number(entry, "a number of endpoints, or 0 for all");
  }

  private static int count(Entry entry) {
    return number(entry, "a number, 1 or more");
  }

  private static int number(Entry entry, String expected) {
    try {
      int number = Integer.parseInt(entry.value());
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException noNumber) {
      // Told below.
    }
    throw bad(entry, expected);
  }

  private static boolean truth(Entry entry) {
    return switch (entry.value()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw bad(entry, "true or false");
    };
  }

  private static IllegalStateException bad(Entry entry, String expected) {
    return new IllegalStateException(
        entry.where() + ": " + entry.value() + " (expected: " + expected + ")");
  }
}
