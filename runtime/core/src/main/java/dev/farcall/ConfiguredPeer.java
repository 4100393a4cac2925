package dev.farcall;

import dev.farcall.call.Caller;
import dev.farcall.call.Operation;
import dev.farcall.call.Peer;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * A peer that is looked up in the configuration when the first method is bound, which is when the
 * full name of the service is known.
 */
final class ConfiguredPeer implements Peer {

  private static final ConcurrentMap<String, Connection> CONNECTIONS = new ConcurrentHashMap<>();

  private final Class<?> type;

  private ConfiguredPeer(Class<?> type) {
    this.type = type;
  }

  static <T> T client(Class<T> type) {
    return Generated.client(type, new ConfiguredPeer(type));
  }

  @Override
  public <Q, R> Caller<Q, R> bind(Operation<Q, R> operation) {
    return CONNECTIONS
        .computeIfAbsent(target(operation.service()), Farcall::connect)
        .peer()
        .bind(operation);
  }

  private String target(String service) {
    List<String> keys = List.of(key(service), key(type.getSimpleName()), key("*"));
    for (String key : keys) {
      String target = System.getProperty(key);
      if (target != null) {
        return target;
      }
    }
    throw new IllegalStateException(
        "no target for "
            + type.getName()
            + ". Set the system property "
            + keys.get(0)
            + " or "
            + keys.get(1)
            + ", as in -D"
            + keys.get(1)
            + "="
            + Target.EXAMPLE
            + "; or name it in code: Farcall.connect(\""
            + Target.EXAMPLE
            + "\").client("
            + type.getSimpleName()
            + ".class)");
  }

  private static String key(String name) {
    return "farcall.client." + name + ".target";
  }
}
