package dev.farcall.discovery;

import dev.farcall.registry.Instance;
import dev.farcall.spi.Discovery;
import dev.farcall.spi.RegistryClient;
import dev.farcall.spi.RegistryProvider;
import dev.farcall.spi.TargetUri;
import dev.farcall.time.InOrder;
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
import java.util.stream.Stream;
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

  /** Somebody who is told, in order, with no lock held. */
  private static final class Watcher {
    private final RegistryClient.Listener listener;
    private final InOrder inOrder = new InOrder();
    private volatile boolean over;

    Watcher(RegistryClient.Listener listener) {
      this.listener = listener;
    }

    void add(List<Instance> all) {
      inOrder.add(
          () -> {
            if (!over) {
              listener.found(all);
            }
          });
    }

    void tell() {
      inOrder.run();
    }
  }

  /** The instances of one service and who watches them. Guarded by this. */
  private static final class Entries {
    private final Map<String, Entry> byId = new LinkedHashMap<>();
    private final List<Watcher> watchers = new ArrayList<>();

    void put(Entry entry, Instance instance) {
      List<Watcher> told;
      synchronized (this) {
        entry.last = instance;
        byId.put(instance.id(), entry);
        told = news();
      }
      told.forEach(Watcher::tell);
    }

    /** What has taken its place meanwhile stays. */
    void remove(Entry entry) {
      List<Watcher> told;
      synchronized (this) {
        Instance last = entry.last;
        if (last == null || !byId.remove(last.id(), entry)) {
          return;
        }
        told = news();
      }
      told.forEach(Watcher::tell);
    }

    private List<Watcher> news() {
      List<Instance> all = all();
      watchers.forEach(watcher -> watcher.add(all));
      return List.copyOf(watchers);
    }

    private List<Instance> all() {
      return byId.values().stream().flatMap(entry -> Stream.ofNullable(entry.last)).toList();
    }

    Discovery.Watch watch(RegistryClient.Listener listener) {
      Watcher watcher = new Watcher(listener);
      synchronized (this) {
        watchers.add(watcher);
        watcher.add(all());
      }
      watcher.tell();
      return () -> drop(watcher);
    }

    private synchronized void drop(Watcher watcher) {
      watcher.over = true;
      watchers.remove(watcher);
    }
  }

  /** An instance that was entered, as it was entered last. Guarded by the entries. */
  private static final class Entry implements RegistryClient.Lease {
    private final Entries entries;
    private @Nullable Instance last;

    Entry(Entries entries) {
      this.entries = entries;
    }

    @Override
    public CompletionStage<Void> update(Instance changed) {
      entries.put(this, changed);
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Void> release() {
      entries.remove(this);
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
      entry.entries.put(entry, instance);
      return CompletableFuture.completedFuture(entry);
    }

    @Override
    public Discovery.Watch watch(String service, Listener listener) {
      return entries(service).watch(listener);
    }

    @Override
    public void close() {}

    @Override
    public String toString() {
      return SCHEME + "://" + name;
    }
  }
}
