package dev.farcall.discovery;

import static java.util.Objects.requireNonNull;

import dev.farcall.registry.Instance;
import dev.farcall.registry.Registration;
import dev.farcall.registry.ServiceRegistry;
import dev.farcall.spi.RegistryClient;
import dev.farcall.time.Time;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** A registry behind a way that may fail. */
public final class LeasedRegistry implements ServiceRegistry {

  private static final Duration ANSWER = Duration.ofSeconds(5);

  /** How long a removal may take. */
  private static final Duration REMOVAL = Duration.ofSeconds(3);

  private final RegistryClient client;
  private final Time time;

  /** Those that are not gone yet, of each id the last: it waits for those before it. */
  private final Map<Key, KeptEntry> kept = new ConcurrentHashMap<>();

  private final List<SteadyWatch<Instance>> watches = new CopyOnWriteArrayList<>();

  private record Key(String service, String id) {}

  /** One that uses a way alone. */
  public LeasedRegistry(RegistryClient client, Time time) {
    this.client = requireNonNull(client, "client");
    this.time = requireNonNull(time, "time");
  }

  @Override
  public Registration register(String service, Instance instance) {
    KeptEntry entry = new KeptEntry(client, service, instance, time);
    Key key = new Key(service, instance.id());
    KeptEntry before = kept.put(key, entry);
    entry.removed().thenRun(() -> kept.remove(key, entry));
    entry.begin(before == null ? CompletableFuture.completedFuture(null) : before.abandon());
    return entry;
  }

  @Override
  public boolean deregister(String service, String id) {
    KeptEntry entry = kept.get(new Key(service, id));
    if (entry == null || entry.isRemoving()) {
      return false;
    }
    entry.close();
    return true;
  }

  @Override
  public List<Instance> instances(String service) {
    record Answer(List<Instance> instances, String failure) {}
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    var watch =
        client.watch(
            service,
            new RegistryClient.Listener() {
              @Override
              public void found(List<Instance> instances) {
                answer.complete(new Answer(instances, ""));
              }

              @Override
              public void failed(String why) {
                answer.complete(new Answer(List.of(), why));
              }
            });
    try (watch) {
      Answer given = answer.get(ANSWER.toNanos(), TimeUnit.NANOSECONDS);
      if (!given.failure().isEmpty()) {
        throw new IllegalStateException(
            client + " cannot tell of " + service + ": " + given.failure());
      }
      return given.instances();
    } catch (TimeoutException late) {
      throw new IllegalStateException(
          client + " has not told of " + service + " within " + ANSWER.toSeconds() + " s", late);
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + client + " was asked", interrupted);
    }
  }

  @Override
  public Watch watch(String service, Consumer<List<Instance>> watcher) {
    SteadyWatch<Instance> watch =
        Watches.ofInstances(
            client,
            service,
            time,
            new SteadyWatch.Sink<>() {
              @Override
              public void found(List<Instance> instances) {
                watcher.accept(instances);
              }

              @Override
              public void unknown(String why) {}
            });
    watches.add(watch);
    watch.begin(List.of());
    return () -> {
      watch.close();
      watches.remove(watch);
    };
  }

  /** Waits until what was registered is removed, three seconds at most. */
  @Override
  public void close() {
    watches.forEach(SteadyWatch::close);
    CompletableFuture<?>[] removals =
        kept.values().stream()
            .map(entry -> entry.remove().toCompletableFuture())
            .toArray(CompletableFuture[]::new);
    try {
      CompletableFuture.allOf(removals).get(REMOVAL.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException leftToItsLease) {
      // It runs out by itself.
    }
    client.close();
  }

  @Override
  public String toString() {
    return client.toString();
  }
}
