package dev.farcall;

import static java.util.Objects.requireNonNull;

import dev.farcall.discovery.Discoveries;
import dev.farcall.discovery.LeasedRegistry;
import dev.farcall.health.Health;
import dev.farcall.registry.Instance;
import dev.farcall.registry.Registration;
import dev.farcall.registry.ServiceRegistry;
import dev.farcall.spi.TargetUri;
import dev.farcall.time.Time;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A server in its registries: entered when it is ready, told of as unhealthy while it is not, and
 * removed before it stops. Guarded by this.
 */
final class Entries {

  private final Health health;
  private final List<Place> places = new ArrayList<>();
  private boolean stopping;

  /** One registry, and what was registered there; null before. */
  private static final class Place {
    final ServiceRegistry registry;
    final String service;
    final Instance instance;
    @Nullable Registration registration;

    Place(ServiceRegistry registry, String service, Instance instance) {
      this.registry = registry;
      this.service = service;
      this.instance = instance;
    }
  }

  private Entries(Health health) {
    this.health = health;
  }

  /**
   * Enters a server as soon as it is ready; nowhere if it cannot be everywhere.
   *
   * @param instance what it knows of itself
   */
  static Entries begin(List<Entry> wanted, Instance instance, Health health, Time time) {
    Entries entries = new Entries(health);
    try {
      Discoveries discoveries = new Discoveries(time, Background.THREADS);
      for (Entry entry : wanted) {
        TargetUri target = TargetUri.parse(entry.target());
        String service = Discoveries.service(target);
        Instance described = requireNonNull(entry.describe().apply(instance), entry.target());
        LeasedRegistry registry = new LeasedRegistry(discoveries.registry(target), time);
        entries.places.add(new Place(registry, service, described));
      }
      health.onChange(entries::changed);
      entries.changed();
    } catch (RuntimeException | Error failed) {
      entries.remove();
      throw failed;
    }
    return entries;
  }

  private synchronized void changed() {
    if (stopping) {
      return;
    }
    boolean ready = health.isReady();
    for (Place place : places) {
      Instance now =
          place.instance.withHealth(ready ? Instance.Health.HEALTHY : Instance.Health.UNHEALTHY);
      Registration registration = place.registration;
      if (registration != null) {
        registration.update(now);
      } else if (ready) {
        place.registration = place.registry.register(place.service, now);
      }
    }
  }

  /** Removes it everywhere, once; waits for that, three seconds at most. */
  void remove() {
    synchronized (this) {
      if (stopping) {
        return;
      }
      stopping = true;
    }
    places.forEach(place -> place.registry.close());
  }
}
