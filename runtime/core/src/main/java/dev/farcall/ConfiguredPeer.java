package dev.farcall;

import dev.farcall.call.Caller;
import dev.farcall.call.Operation;
import dev.farcall.call.Peer;
import dev.farcall.call.StreamCaller;
import dev.farcall.config.Configuration;
import dev.farcall.config.LiveConfiguration;
import dev.farcall.config.ServiceConfiguration;
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
    return BoundOperations.client(type, new ConfiguredPeer(type));
  }

  static Connection connection(Class<?> type) {
    ConfiguredPeer peer = new ConfiguredPeer(type);
    return peer.connectionOf(BoundOperations.of(type, peer).get(0));
  }

  @Override
  public <Q, R> Caller<Q, R> bind(Operation<Q, R> operation) {
    return connectionOf(operation).peer().bind(operation);
  }

  @Override
  public <Q, R> StreamCaller<Q, R> bindStream(Operation<Q, R> operation) {
    return connectionOf(operation).peer().bindStream(operation);
  }

  private Connection connectionOf(Operation<?, ?> operation) {
    Configuration all = LiveConfiguration.ofThisJvm().read();
    ServiceConfiguration configuration =
        ServiceConfiguration.ofClient(all, operation.service(), type.getSimpleName());
    Configuration.Entry wire = configuration.find("wire");
    Way way =
        new Way(
            target(configuration),
            wire == null ? null : wire.value(),
            ConfiguredUpstream.options(all, configuration));
    return CONNECTIONS.computeIfAbsent(way, Way::connect);
  }

  private String target(ServiceConfiguration configuration) {
    Configuration.Entry target = configuration.find("target");
    if (target != null) {
      return target.value();
    }
    List<String> keys = configuration.keys("target");
    throw new IllegalStateException(
        "no target for "
            + type.getName()
            + ". Set the property "
            + String.join(" or ", keys.subList(0, 2))
            + ", as in -D"
            + keys.get(1)
            + "="
            + Targets.EXAMPLE
            + "; or name it in code: Farcall.connect(\""
            + Targets.EXAMPLE
            + "\").client("
            + type.getSimpleName()
            + ".class)");
  }

  /** Where to, over what and how; the wire is null if the default shall be taken. */
  private record Way(String target, @Nullable String wire, UpstreamOptions options) {

    Connection connect() {
      Connection connection = Farcall.connect(target).with(options);
      return wire == null ? connection : connection.wire(wire);
    }
  }
}
