package dev.farcall;

import dev.farcall.config.Configuration;
import dev.farcall.config.Configuration.Entry;
import dev.farcall.config.ServiceConfiguration;
import java.nio.file.Path;

/** Reads how the endpoints of a service are used. */
final class ConfiguredUpstream {

  private static final String ZONE = "farcall.zone";

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
    Entry healthChecks = service.find("health-checks");
    if (healthChecks != null) {
      options = options.withHealthChecks(truth(healthChecks));
    }
    Entry snapshot = service.find("snapshot");
    return snapshot == null ? options : options.withSnapshot(Path.of(snapshot.value()));
  }

  private static int number(Entry entry) {
    try {
      int number = Integer.parseInt(entry.value());
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException noNumber) {
      // Told below.
    }
    throw bad(entry, "a number of endpoints, or 0 for all");
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
