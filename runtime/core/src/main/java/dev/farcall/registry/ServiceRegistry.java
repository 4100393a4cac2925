package dev.farcall.registry;

import java.util.List;
import java.util.function.Consumer;

/**
 * Knows which instances there are of services. Safe for many threads.
 *
 * <pre>{@code
 * try (ServiceRegistry registry = Farcall.registry("etcd://127.0.0.1:2379/")) {
 *   Registration mine = registry.register("users", Instance.of("10.0.0.5", 9090));
 *   List<Instance> callable = registry.callable("users");
 * }
 * }</pre>
 */
public interface ServiceRegistry extends AutoCloseable {

  /**
   * Enters an instance, now or as soon as the registry can be reached, and keeps it entered; one of
   * the same id is replaced. Does not wait.
   */
  Registration register(String service, Instance instance);

  /**
   * Removes an instance that was registered here; false if there is none of that id. Does not wait.
   */
  boolean deregister(String service, String id);

  /**
   * All instances, whatever their status. Asks the registry, and waits for its answer.
   *
   * @throws IllegalStateException if it does not answer within five seconds
   */
  List<Instance> instances(String service);

  /** Those {@link #instances} that calls should be sent to. */
  default List<Instance> callable(String service) {
    return instances(service).stream().filter(Instance::isCallable).toList();
  }

  /**
   * Tells all instances, and again at each change, until it is closed. While the registry cannot be
   * reached nothing is told: what was told last is the best that is known. That all have gone at
   * once, or some while it could not be reached, is told when it has held for ten seconds.
   */
  Watch watch(String service, Consumer<List<Instance>> watcher);

  /** Removes what was registered here, and ends what is watched. */
  @Override
  void close();

  /** Somebody who is told. */
  interface Watch extends AutoCloseable {
    @Override
    void close();
  }
}
