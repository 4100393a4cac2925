package dev.farcall.health;

import dev.farcall.call.Handler;
import dev.farcall.health.HealthChecks.Kind;
import dev.farcall.spi.HealthState;
import dev.farcall.time.Time;
import dev.farcall.wire.FileSchema;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How a server is: started, live, ready. Asked for over {@code grpc.health.v1.Health}, the empty
 * service and each service served answer by readiness; {@code startup}, {@code liveness} and {@code
 * readiness} answer by that state, for probes of an orchestrator. Safe for many threads.
 */
public final class Health implements HealthState {

  private final List<Probe> probes;
  private final Set<String> services;
  private final long intervalNanos;
  private final Time time;
  private final Predicate<Runnable> threads;
  private final Set<Runnable> watchers = ConcurrentHashMap.newKeySet();

  private volatile boolean accepting;
  private volatile boolean closed;
  private volatile Time.@Nullable Timer timer;

  private Health(
      HealthChecks checks, Set<String> services, Time time, Predicate<Runnable> threads) {
    this.probes = checks.checks().stream().map(Probe::new).toList();
    this.services = Set.copyOf(services);
    this.intervalNanos = checks.interval().toNanos();
    this.time = time;
    this.threads = threads;
  }

  /**
   * The health of a server that has not started.
   *
   * @param configure adds the checks
   * @param services the full names of the services served
   * @param threads runs a check; false if there is no room
   */
  public static Health of(
      Consumer<HealthChecks> configure,
      Set<String> services,
      Time time,
      Predicate<Runnable> threads) {
    HealthChecks checks = new HealthChecks();
    configure.accept(checks);
    return new Health(checks, services, time, threads);
  }

  /** The methods of {@code grpc.health.v1.Health}. */
  public List<Handler<?, ?>> handlers() {
    return new HealthService(this).handlers();
  }

  /** The file that declares them. */
  public static FileSchema schema() {
    return HealthSchema.FILE;
  }

  /** The server accepts calls: begins to check. */
  public void started() {
    accepting = true;
    check();
    tell();
  }

  /** The server is about to stop: not ready any more, and those who watch are told and let go. */
  public void stopping() {
    accepting = false;
    closed = true;
    Time.Timer waiting = timer;
    if (waiting != null) {
      waiting.cancel();
    }
    tell();
  }

  /** Whether all startup checks have been well. */
  @Override
  public boolean isStarted() {
    return all(Kind.STARTUP);
  }

  /** Whether all liveness checks are well. */
  @Override
  public boolean isLive() {
    return all(Kind.LIVENESS);
  }

  /** Whether calls should be sent here. */
  @Override
  public boolean isReady() {
    return accepting && isStarted() && isLive() && all(Kind.READINESS);
  }

  boolean isClosed() {
    return closed;
  }

  Status status(String service) {
    return switch (service) {
      case "", "readiness" -> status(isReady());
      case "liveness" -> status(isLive());
      case "startup" -> status(isStarted());
      default -> services.contains(service) ? status(isReady()) : Status.SERVICE_UNKNOWN;
    };
  }

  private static Status status(boolean well) {
    return well ? Status.SERVING : Status.NOT_SERVING;
  }

  /**
   * Calls somebody after each check, and when the server starts or stops; perhaps also when nothing
   * has changed. On any thread; must not block.
   */
  public void onChange(Runnable watcher) {
    watch(watcher);
  }

  /** As {@link #onChange}. */
  void watch(Runnable watcher) {
    watchers.add(watcher);
  }

  void unwatch(Runnable watcher) {
    watchers.remove(watcher);
  }

  private boolean all(Kind kind) {
    for (Probe probe : probes) {
      if (probe.kind() == kind && !probe.passing()) {
        return false;
      }
    }
    return true;
  }

  private void check() {
    if (closed || probes.isEmpty()) {
      return;
    }
    long now = time.now();
    for (Probe probe : probes) {
      if (probe.begin(now, intervalNanos)
          && !threads.test(
              () -> {
                probe.run();
                tell();
              })) {
        probe.dropped();
      }
    }
    tell();
    timer = time.schedule(intervalNanos, this::check);
  }

  private void tell() {
    watchers.forEach(Runnable::run);
  }
}
