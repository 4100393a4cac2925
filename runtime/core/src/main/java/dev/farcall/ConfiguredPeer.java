package dev.farcall;

import dev.farcall.call.Caller;
import dev.farcall.call.Operation;
import dev.farcall.call.Peer;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * A peer that is looked up in the configuration when the first method is bound, which is when the
 * full name of the service is known.
 */
final class ConfiguredPeer implements Peer {

  private static final ConcurrentMap<Way, Connection> CONNECTIONS = new ConcurrentHashMap<>();

  private final Class<?> type;

  private ConfiguredPeer(Class<?> type) {
    this.type = type;
  }

  static <T> T client(Class<T> type) {
    return Generated.client(type, new ConfiguredPeer(type));
  }

  @Override
  public <Q, R> Caller<Q, R> bind(Operation<Q, R> operation) {
    String service = operation.service();
    Way way = new Way(target(service), find(service, "wire"));
    return CONNECTIONS.computeIfAbsent(way, Way::connect).peer().bind(operation);
  }

  private String target(String service) {
    String target = find(service, "target");
    if (target != null) {
      return target;
    }
    String simple = key(type.getSimpleName(), "target");
    throw new IllegalStateException(
        "no target for "
            + type.getName()
            + ". Set the system property "
            + key(service, "target")
            + " or "
            + simple
            + ", as in -D"
            + simple
            + "="
            + Target.EXAMPLE
            + "; or name it in code: Farcall.connect(\""
            + Target.EXAMPLE
            + "\").client("
            + type.getSimpleName()
            + ".class)");
  }

  /** What is set for the service by its full name, else by its simple one, else for all. */
  private @Nullable String find(String service, String setting) {
    for (String name : List.of(service, type.getSimpleName(), "*")) {
      String value = System.getProperty(key(name, setting));
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private static String key(String name, String setting) {
    return "farcall.client." + name + "." + setting;
  }

  /** Where to, and over what; the wire is null if the default shall be taken. */
  private record Way(String target, @Nullable String wire) {

    Connection connect() {
      Connection connection = Farcall.connect(target);
      return wire == null ? connection : connection.wire(wire);
    }
  }
}
