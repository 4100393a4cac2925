package dev.farcall.discovery;

import dev.farcall.registry.Instance;
import dev.farcall.spi.Discovery;
import dev.farcall.spi.RegistryClient;
import dev.farcall.spi.RegistryProvider;
import dev.farcall.spi.TargetUri;
import dev.farcall.time.Time;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A registry of this JVM: {@code memory:///users}, or {@code memory://name/users} for one of
 * several. What is entered is there until it is released.
 */
final class MemoryRegistry {

  static final String SCHEME = "memory";
  static final RegistryProvider PROVIDER = new Provider();

  private static final ConcurrentMap<String, MemoryRegistry> BY_NAME = new ConcurrentHashMap<>();

  private final Map<String, Entries> services = new ConcurrentHashMap<>();

  private static final class Provider implements RegistryProvider {
    @Override
    public Set<String> schemes() {
      return Set.of(SCHEME);
    }

    @Override
    public RegistryClient open(TargetUri target, Time time) {
      return BY_NAME.computeIfAbsent(target.authority(), name -> new MemoryRegistry())
      .new Client(target.authority());
    }
  }

  private Entries entries(String service) {
    return services.computeIfAbsent(service, name -> new Entries());
  }

  /** The instances of one service and who watches them. Guarded by this. */
  private static final class Entries {
    private final Map<String, Instance> byId = new LinkedHashMap<>();
    private final List<RegistryClient.Listener> listeners = new ArrayList<>();

    synchronized void put(Instance instance) {
      byId.put(instance.id(), instance);
      tell();
    }

    synchronized void remove(Instance instance) {
      if (byId.remove(instance.id(), instance)) {
        tell();
      }
    }

    private void tell() {
      List<Instance> all = List.copyOf(byId.values());
      listeners.forEach(listener -> listener.found(all));
    }

    synchronized void add(RegistryClient.Listener listener) {
      listeners.add(listener);
      listener.found(List.copyOf(byId.values()));
    }

    synchronized void drop(RegistryClient.Listener listener) {
      listeners.remove(listener);
    }
  }

  /** An instance that was entered, as it was entered last. */
  private static final class Entry implements RegistryClient.Lease {
    private final Entries entries;
    private volatile @Nullable Instance last;

    Entry(Entries entries) {
      this.entries = entries;
    }

    void put(Instance instance) {
      last = instance;
      entries.put(instance);
    }

    @Override
    public CompletionStage<Void> update(Instance changed) {
      put(changed);
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Void> release() {
      Instance entered = last;
      if (entered != null) {
        entries.remove(entered);
      }
      return CompletableFuture.completedFuture(null);
    }
  }

  /** A way to it. */
  private final class Client implements RegistryClient {
    private final String name;

    Client(String name) {
      this.name = name;
    }

    @Override
    public CompletionStage<Lease> announce(
        String service, Instance instance, Consumer<String> lost) {
      Entry entry = new Entry(entries(service));
      entry.put(instance);
      return CompletableFuture.completedFuture(entry);
    }

    @Override
    public Discovery.Watch watch(String service, Listener listener) {
      Entries entries = entries(service);
      entries.add(listener);
      return () -> entries.drop(listener);
    }

    @Override
    public void close() {}

    @Override
    public String toString() {
      return SCHEME + "://" + name;
    }
  }
}
