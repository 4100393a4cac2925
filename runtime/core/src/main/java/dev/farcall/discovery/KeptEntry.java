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
import java.util.function.Supplier;
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

  /** Something is on its way, or it has not begun yet. */
  private boolean busy = true;

  private boolean removing;
  private boolean abandoned;
  private int failures;

  /** Of the entry that is made or was made last, and of the last that was lost. */
  private int generation;

  private int lost;
  private String whyLost = "";

  KeptEntry(RegistryClient registry, String service, Instance instance, Time time) {
    this.registry = requireNonNull(registry, "registry");
    this.service = requireNonNull(service, "service");
    this.wanted = requireNonNull(instance, "instance");
    this.time = requireNonNull(time, "time");
  }

  /**
   * Begins when nothing of one of the same id is in the way any more; whoever lets go of it before
   * waits for that too.
   */
  void begin(CompletionStage<Void> free) {
    free.thenRun(this::begin);
  }

  private void begin() {
    if (isOver()) {
      removed.complete(null);
    } else {
      work();
    }
  }

  /** Nothing is on its way any more; whether nothing more is to be done. */
  private synchronized boolean isOver() {
    busy = false;
    return abandoned || removing;
  }

  /**
   * Another one of the same id takes its place: it is let go and not made again. Ends, normally,
   * when nothing of it can be in the way of the other one.
   */
  CompletionStage<Void> abandon() {
    Lease held;
    synchronized (this) {
      abandoned = true;
      if (busy || removed.isDone()) {
        return removed; // it is let go of when that is over
      }
      held = lease;
      lease = null;
    }
    letGo(held).thenRun(() -> removed.complete(null));
    return removed;
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

  synchronized boolean isRemoving() {
    return removing;
  }

  CompletionStage<Void> removed() {
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
      tried(held::release).whenComplete((gone, failed) -> released(failed));
    } else {
      tried(() -> held.update(next)).whenComplete((done, failed) -> written(next, held, failed));
    }
  }

  private void announce(Instance next) {
    int mine;
    synchronized (this) {
      mine = ++generation;
    }
    tried(() -> registry.announce(service, next, why -> lost(mine, why)))
        .whenComplete((given, failed) -> written(next, given, failed));
  }

  private static <T> CompletionStage<T> tried(Supplier<CompletionStage<T>> step) {
    try {
      return step.get();
    } catch (RuntimeException failed) {
      return CompletableFuture.failedFuture(failed);
    }
  }

  private void written(Instance instance, @Nullable Lease by, @Nullable Throwable failed) {
    String why = failed == null ? null : String.valueOf(failed.getMessage());
    boolean kept;
    synchronized (this) {
      why = why == null && lost == generation ? whyLost : why;
      kept = why == null && !abandoned;
      lease = kept ? by : null;
      written = kept ? instance : null;
      if (kept) {
        busy = false;
        failures = 0;
      }
    }
    if (kept) {
      entered.complete(null);
      work();
    } else {
      String reason = why == null ? "another one has taken its place" : why;
      letGo(by).thenRun(() -> notWritten(reason));
    }
  }

  /** What was entered under it must not be kept alive beside what is entered next. */
  private static CompletionStage<Void> letGo(@Nullable Lease lease) {
    return lease == null
        ? CompletableFuture.completedFuture(null)
        : tried(lease::release).exceptionally(leftToRunOut -> null);
  }

  private void notWritten(String why) {
    synchronized (this) {
      if (!isOver()) {
        later(why);
        return;
      }
    }
    removed.complete(null);
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

  /** The entry that was made at that time is gone; perhaps before it was told that it is made. */
  private void lost(int then, String why) {
    synchronized (this) {
      if (then != generation || removing || abandoned) {
        return;
      }
      lost = then;
      whyLost = why;
      if (busy) {
        return; // it is made again when that is over
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
