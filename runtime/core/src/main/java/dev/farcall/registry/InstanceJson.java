package dev.farcall.registry;

import dev.farcall.call.Endpoint;
import dev.farcall.wire.DecodeException;
import dev.farcall.wire.DecodeLimits;
import dev.farcall.wire.JsonName;
import dev.farcall.wire.JsonNames;
import dev.farcall.wire.JsonProfile;
import dev.farcall.wire.JsonReader;
import dev.farcall.wire.JsonWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * An instance as JSON, as registries keep it: {@code {"id":"users-1","host":"10.0.0.5","port":9090,
 * "weight":1.0,"zone":"a","metadata":{"version":"2"},"status":"UP"}}. All but host and port may be
 * missing; what is not known is left out of account.
 */
public final class InstanceJson {

  private static final JsonName ID = JsonName.of("id", 0);
  private static final JsonName HOST = JsonName.of("host", 1);
  private static final JsonName PORT = JsonName.of("port", 2);
  private static final JsonName SERVER_NAME = JsonName.of("serverName", 3);
  private static final JsonName WEIGHT = JsonName.of("weight", 4);
  private static final JsonName ZONE = JsonName.of("zone", 5);
  private static final JsonName METADATA = JsonName.of("metadata", 6);
  private static final JsonName STATUS = JsonName.of("status", 7);
  private static final JsonName HEALTH = JsonName.of("health", 8);
  private static final JsonNames NAMES =
      JsonNames.of(ID, HOST, PORT, SERVER_NAME, WEIGHT, ZONE, METADATA, STATUS, HEALTH);

  private static final DecodeLimits LIMITS = new DecodeLimits(64 << 10, 4, 1_000);

  private InstanceJson() {}

  /** Writes one. */
  public static byte[] write(Instance instance) {
    return JsonWriter.encode(JsonProfile.PROTO, out -> write(instance, out));
  }

  private static void write(Instance instance, JsonWriter out) {
    Endpoint endpoint = instance.endpoint();
    out.beginObject();
    text(ID, endpoint.id(), out);
    text(HOST, endpoint.host(), out);
    out.name(PORT);
    out.int32(endpoint.port());
    if (!endpoint.serverName().equals(endpoint.host())) {
      text(SERVER_NAME, endpoint.serverName(), out);
    }
    out.name(WEIGHT);
    out.float64(endpoint.weight());
    text(ZONE, endpoint.zone(), out);
    out.name(METADATA);
    out.beginObject();
    endpoint
        .metadata()
        .forEach(
            (key, value) -> {
              out.name(key);
              out.string(value);
            });
    out.endObject();
    text(STATUS, instance.status().name(), out);
    text(HEALTH, instance.health().name(), out);
    out.endObject();
  }

  private static void text(JsonName name, String value, JsonWriter out) {
    out.name(name);
    out.string(value);
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if it is none, saying what was expected where
   */
  public static Instance read(byte[] json) {
    if (json.length > LIMITS.maxBytes()) {
      throw new IllegalArgumentException(
          json.length + " bytes (expected: an instance, at most " + LIMITS.maxBytes() + ")");
    }
    JsonReader in = JsonReader.of(json, JsonProfile.PROTO, LIMITS);
    try {
      Instance instance = read(in);
      in.end();
      return instance;
    } catch (DecodeException malformed) {
      throw new IllegalArgumentException(
          "no instance: " + in.located(malformed).getMessage(), malformed);
    }
  }

  private static Instance read(JsonReader in) {
    String id = "";
    String host = "";
    int port = 0;
    String serverName = "";
    double weight = 1;
    String zone = "";
    Map<String, String> metadata = new LinkedHashMap<>();
    Instance.Status status = Instance.Status.UP;
    Instance.Health health = Instance.Health.UNKNOWN;
    in.beginObject();
    for (int field = in.field(NAMES); field != JsonReader.END; field = in.field(NAMES)) {
      switch (field) {
        case 0 -> id = in.string();
        case 1 -> host = in.string();
        case 2 -> port = in.int32();
        case 3 -> serverName = in.string();
        case 4 -> weight = in.float64();
        case 5 -> zone = in.string();
        case 6 -> readMetadata(in, metadata);
        case 7 -> status = constant(Instance.Status.class, in.string());
        case 8 -> health = constant(Instance.Health.class, in.string());
        default -> throw new AssertionError(field);
      }
    }
    Endpoint endpoint = Endpoint.of(host, port);
    return new Instance(
        new Endpoint(
            id.isEmpty() ? endpoint.id() : id,
            host,
            port,
            serverName.isEmpty() ? host : serverName,
            weight,
            zone,
            metadata),
        status,
        health);
  }

  private static void readMetadata(JsonReader in, Map<String, String> metadata) {
    in.beginObject();
    for (String key = in.key(); key != null; key = in.key()) {
      metadata.put(key, in.string());
    }
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String name) {
    return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
  }
}
