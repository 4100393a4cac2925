package dev.farcall.discovery.zookeeper;

import dev.farcall.call.Endpoint;
import dev.farcall.registry.Instance;
import dev.farcall.registry.Instance.Health;
import dev.farcall.registry.Instance.Status;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a service instance of Curator's has no field for. Read from whatever other programs put
 * there: what is not known, or is not of the kind that is expected, is as if it were not there.
 */
record InstancePayload(
    String serverName,
    double weight,
    String zone,
    Map<String, String> metadata,
    Status status,
    Health health) {

  static InstancePayload of(Instance instance) {
    Endpoint endpoint = instance.endpoint();
    return new InstancePayload(
        endpoint.serverName(),
        endpoint.weight(),
        endpoint.zone(),
        endpoint.metadata(),
        instance.status(),
        instance.health());
  }

  /** Whether it says nothing; so it need not be written, and programs without payloads can read. */
  boolean isUsual(String host) {
    return equals(of(Instance.of(host, 1)));
  }

  static InstancePayload read(@Nullable Object payload, String host) {
    Map<?, ?> fields = payload instanceof Map<?, ?> map ? map : Map.of();
    return new InstancePayload(
        fields.get("serverName") instanceof String name && !name.isBlank() ? name : host,
        fields.get("weight") instanceof Number weight ? weight.doubleValue() : 1,
        fields.get("zone") instanceof String zone ? zone : "",
        metadata(fields.get("metadata")),
        constant(fields.get("status"), Status.UP),
        constant(fields.get("health"), Health.UNKNOWN));
  }

  private static Map<String, String> metadata(@Nullable Object value) {
    Map<String, String> metadata = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, text) -> {
            if (text instanceof String || text instanceof Number || text instanceof Boolean) {
              metadata.put(String.valueOf(key), String.valueOf(text));
            }
          });
    }
    return metadata;
  }

  private static <E extends Enum<E>> E constant(@Nullable Object value, E otherwise) {
    for (E each : otherwise.getDeclaringClass().getEnumConstants()) {
      if (value instanceof String text && each.name().equals(text.toUpperCase(Locale.ROOT))) {
        return each;
      }
    }
    return otherwise;
  }
}
