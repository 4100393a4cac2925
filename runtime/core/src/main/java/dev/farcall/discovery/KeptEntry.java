package dev.farcall.discovery;

import static java.util.Objects.requireNonNull;

import dev.farcall.registry.Instance;
import dev.farcall.registry.Registration;
import dev.farcall.spi.RegistryClient;
import dev.farcall.spi.RegistryClient.Lease;
import dev.farcall.time.Time;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a registry that is made again whenever it is lost, or could not be made: after a
 * pause that grows to a second. There is one attempt at a time; a change that comes meanwhile is
 * entered next. Guarded by this.
 */
final class KeptEntry implements Registration {

  private static final System.Logger LOG = System.getLogger(KeptEntry.class.getName());

  private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(50);
  private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(1);

  private final RegistryClient registry;
  private final String service;
  private final Time time;
  private final CompletableFuture<Void> entered = new CompletableFuture<>();
  private final CompletableFuture<Void> removed = new CompletableFuture<>();

  private Instance wanted;
  private @Nullable Instance written;
  private @Nullable Lease lease;
  private boolean busy;
  private boolean removing;
  private boolean abandoned;
  private int failures;
  private int generation;

  KeptEntry(RegistryClient registry, String service, Instance instance, Time time) {
    this.registry = requireNonNull(registry, "registry");
    this.service = requireNonNull(service, "service");
    this.wanted = requireNonNull(instance, "instance");
    this.time = requireNonNull(time, "time");
  }

  void begin() {
    work();
  }

  /** Another one of the same id takes its place: it is not removed, and not made again. */
  synchronized void abandon() {
    abandoned = true;
    removed.complete(null);
  }

  @Override
  public synchronized Instance instance() {
    return wanted;
  }

  @Override
  public CompletionStage<Void> entered() {
    return entered;
  }

  @Override
  public void update(Instance changed) {
    synchronized (this) {
      if (!changed.id().equals(wanted.id())) {
        throw new IllegalArgumentException(
            "id: " + changed.id() + " (expected: " + wanted.id() + ", which was registered)");
      }
      wanted = changed;
    }
    work();
  }

  @Override
  public CompletionStage<Void> remove() {
    synchronized (this) {
      removing = true;
    }
    work();
    return removed;
  }

  /** Does what is to be done next, if nothing is being done. */
  private void work() {
    Instance next;
    Lease held;
    boolean remove;
    synchronized (this) {
      if (busy || abandoned || removed.isDone()) {
        return;
      }
      held = lease;
      remove = removing;
      if (remove && held == null) {
        removed.complete(null);
        return;
      }
      if (!remove && wanted.equals(written)) {
        return;
      }
      busy = true;
      next = wanted;
    }
    if (held == null) {
      announce(next);
    } else if (remove) {
      held.release().whenComplete((gone, failed) -> released(failed));
    } else {
      held.update(next).whenComplete((done, failed) -> written(next, held, failed));
    }
  }

  private void announce(Instance next) {
    int mine;
    synchronized (this) {
      mine = ++generation;
    }
    CompletionStage<Lease> announced;
    try {
      announced = registry.announce(service, next, why -> lost(mine, why));
    } catch (RuntimeException failed) {
      announced = CompletableFuture.failedFuture(failed);
    }
    announced.whenComplete((given, failed) -> written(next, given, failed));
  }

  private void written(Instance instance, @Nullable Lease by, @Nullable Throwable failed) {
    synchronized (this) {
      busy = false;
      if (failed == null) {
        lease = by;
        written = instance;
        failures = 0;
      } else {
        lease = null;
        later(String.valueOf(failed.getMessage()));
      }
    }
    if (failed == null) {
      entered.complete(null);
      work();
    }
  }

  private void released(@Nullable Throwable failed) {
    if (failed != null) {
      LOG.log(
          System.Logger.Level.WARNING,
          "{0}: {1} of {2} could not be removed, and is there until its lease has run out: {3}",
          registry,
          wanted.id(),
          service,
          failed.getMessage());
    }
    removed.complete(null);
  }

  /** The entry that was made at that time is gone. */
  private void lost(int then, String why) {
    synchronized (this) {
      if (then != generation || removing || abandoned) {
        return;
      }
      written = null;
      lease = null;
      later(why);
    }
  }

  private void later(String why) {
    if (failures == 0) {
      LOG.log(
          System.Logger.Level.WARNING,
          "{0}: {1} of {2} is not entered: {3}. It is tried again",
          registry,
          wanted.id(),
          service,
          why);
    }
    long pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE << Math.min(10, failures++));
    time.schedule((long) (pause * (0.5 + 0.5 * time.lot())), this::work);
  }

  @Override
  public String toString() {
    return wanted + " in " + registry;
  }
}
