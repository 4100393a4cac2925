package dev.farcall;

import dev.farcall.call.Caller;
import dev.farcall.call.Operation;
import dev.farcall.call.Peer;
import dev.farcall.call.StreamCaller;
import dev.farcall.config.Configuration;
import dev.farcall.config.KeyCheck;
import dev.farcall.config.LiveConfiguration;
import dev.farcall.config.NearMisses;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes clients, and knows which operations that bound: all that the service has. */
final class BoundOperations implements Peer {

  private static final System.Logger LOG = System.getLogger(BoundOperations.class.getName());
  private static final NearMisses NEAR_MISSES = NearMisses.ofClients();

  private final Peer peer;
  private final List<Operation<?, ?>> operations = new ArrayList<>();

  private BoundOperations(Peer peer) {
    this.peer = peer;
  }

  /**
   * A client.
   *
   * @throws IllegalStateException if there is none, or configuration names methods that it has not
   */
  static <T> T client(Class<T> type, Peer peer) {
    BoundOperations bound = new BoundOperations(peer);
    T client = Generated.client(type, bound);
    bound.requireKnownMethods(type);
    return client;
  }

  /** The operations of a service, all bound. */
  static List<Operation<?, ?>> of(Class<?> type, Peer peer) {
    BoundOperations bound = new BoundOperations(peer);
    Generated.client(type, bound);
    bound.requireKnownMethods(type);
    return bound.operations;
  }

  @Override
  public <Q, R> Caller<Q, R> bind(Operation<Q, R> operation) {
    operations.add(operation);
    return peer.bind(operation);
  }

  @Override
  public <Q, R> StreamCaller<Q, R> bindStream(Operation<Q, R> operation) {
    operations.add(operation);
    return peer.bindStream(operation);
  }

  private void requireKnownMethods(Class<?> type) {
    Map<String, List<String>> methods = new LinkedHashMap<>();
    for (Operation<?, ?> operation : operations) {
      methods
          .computeIfAbsent(operation.service(), service -> new ArrayList<>())
          .add(operation.method());
    }
    Configuration configuration = LiveConfiguration.ofThisJvm().read();
    List<String> unknown = new ArrayList<>();
    methods.forEach(
        (service, names) ->
            unknown.addAll(
                KeyCheck.unknownMethods(configuration, service, type.getSimpleName(), names)));
    if (!unknown.isEmpty()) {
      throw new IllegalStateException("configuration: " + String.join("; ", unknown));
    }
    methods.forEach(
        (service, names) ->
            NEAR_MISSES
                .meet(configuration, service, names)
                .forEach(miss -> LOG.log(System.Logger.Level.WARNING, miss)));
  }
}
