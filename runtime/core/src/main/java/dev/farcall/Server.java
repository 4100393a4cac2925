package dev.farcall;

import dev.farcall.call.Dispatcher;
import dev.farcall.call.Handler;
import dev.farcall.call.Layer;
import dev.farcall.health.Health;
import dev.farcall.health.HealthChecks;
import dev.farcall.pipeline.ServerPipeline;
import dev.farcall.reflection.Reflection;
import dev.farcall.registry.Instance;
import dev.farcall.server.Answering;
import dev.farcall.server.OpenApi;
import dev.farcall.server.ServerThreads;
import dev.farcall.spi.Interceptor;
import dev.farcall.spi.Listener;
import dev.farcall.spi.ServedServices;
import dev.farcall.time.Time;
import dev.farcall.transport.LocalListener;
import dev.farcall.wire.FileSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Services that are offered, until it is closed. Safe for many threads. */
public final class Server implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Server.class.getName());

  private final ServerThreads threads;
  private final Health health;
  private final List<Listener.Running> running = new ArrayList<>();
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Stopping how;
  private volatile @Nullable Entries entries;
  private volatile @Nullable ShutdownHook hook;

  /** Where it is entered, and what it says of itself there; empty for what it knows. */
  record Ways(List<Entry> entries, String advertised, String zone) {}

  /** How it stops. */
  record Stopping(Duration propagation, Duration drain, boolean onShutdown) {}

  /** What a builder has collected. */
  record Parts(
      List<Listener> listeners,
      List<LocalListener> locals,
      List<Dispatcher> dispatchers,
      List<Interceptor> interceptors,
      Consumer<HealthChecks> health,
      int maxMessageBytes,
      boolean reflection,
      Time time,
      Ways ways,
      Stopping stopping) {

    Set<String> services() {
      return dispatchers.stream()
          .map(Dispatcher::service)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private Server(Parts parts) {
    this.how = parts.stopping();
    this.threads = ServerThreads.create();
    this.health = Health.of(parts.health(), parts.services(), parts.time(), threads::execute);
  }

  static Server start(Parts parts) {
    Server server = new Server(parts);
    try {
      server.open(parts);
      server.ready(parts);
    } catch (IOException e) {
      server.closeAll();
      throw new UncheckedIOException(e.getMessage(), e);
    } catch (RuntimeException | Error e) {
      server.closeAll();
      throw e;
    }
    LOG.log(
        Level.INFO,
        "Farcall serves {0} at {1}; blocking methods on {2}",
        String.join(", ", parts.services()),
        server.addresses(),
        server.threads);
    return server;
  }

  private void open(Parts parts) throws IOException {
    List<Handler<?, ?>> handlers = handlers(parts);
    if (!parts.listeners().isEmpty()) {
      ServedServices inBytes = served(parts, handlers, Answering.inBytes(threads, parts.time()));
      for (Listener listener : parts.listeners()) {
        running.add(listener.start(inBytes));
      }
    }
    if (!parts.locals().isEmpty()) {
      ServedServices inValues = served(parts, handlers, Answering.inValues(threads, parts.time()));
      for (Listener listener : parts.locals()) {
        running.add(listener.start(inValues));
      }
    }
  }

  /** All ports are open: whoever asks may know of it. */
  private void ready(Parts parts) {
    health.started();
    if (how.onShutdown()) {
      hook = ShutdownHook.of(this::close); // before it is entered: what is, is removed too
    }
    Ways ways = parts.ways();
    if (!ways.entries().isEmpty()) {
      Instance own = Advertised.instance(running, ways.advertised(), ways.zone(), parts.time());
      Entries entered = Entries.begin(ways.entries(), own, health, parts.time());
      entries = entered;
      if (stopping.get()) {
        entered.remove(); // it was told to stop before it could be removed
      }
    }
  }

  private ServedServices served(Parts parts, List<Handler<?, ?>> handlers, Answering answering) {
    Layer interceptors = ServerPipeline.interceptors(parts.interceptors());
    return new ServedServices(
        ServerPipeline.methods(handlers, interceptors, answering, parts.time()),
        interceptors,
        health,
        () -> OpenApi.documents(parts.dispatchers()),
        parts.maxMessageBytes(),
        parts.time());
  }

  private List<Handler<?, ?>> handlers(Parts parts) {
    List<Handler<?, ?>> handlers = new ArrayList<>();
    List<FileSchema> schemas = new ArrayList<>();
    for (Dispatcher dispatcher : parts.dispatchers()) {
      handlers.addAll(dispatcher.handlers());
      schemas.add(dispatcher.schema());
    }
    List<Handler<?, ?>> healthHandlers = health.handlers();
    handlers.addAll(healthHandlers);
    if (parts.reflection()) {
      schemas.add(Health.schema());
      Set<String> names = new TreeSet<>(parts.services());
      healthHandlers.forEach(handler -> names.add(handler.operation().service()));
      handlers.addAll(Reflection.handlers(names, schemas));
    }
    return handlers;
  }

  /** The port of the first listener that has one; the one the system chose if 0 was asked for. */
  public int port() {
    return running.stream()
        .mapToInt(Listener.Running::port)
        .filter(port -> port > 0)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException("the server has no port: it listens at " + addresses()));
  }

  /** Its own health. */
  public Health health() {
    return health;
  }

  /** Waits until the server has been closed. */
  public void awaitTermination() throws InterruptedException {
    stopped.await();
  }

  /**
   * Stops as well-behaved servers do: tells those who watch its health that it is not ready, has
   * itself removed from registries and waits until that is known, takes no new calls, lets those in
   * flight go on for at most {@code drain}, ends what is left and frees the ports. Waits for all
   * that, also if another thread has begun it.
   */
  public void stop(Duration drain) {
    if (!stopping.compareAndSet(false, true)) {
      awaitStopped();
      return;
    }
    try {
      health.stopping();
      leave();
      running.forEach(Listener.Running::refuse);
      drain(System.nanoTime() + drain.toNanos());
    } finally {
      closeAll();
      LOG.log(Level.INFO, "Farcall has stopped serving at {0}", addresses());
    }
  }

  /** {@link #stop} with the time for calls in flight that it was built with, 30 s unless told. */
  @Override
  public void close() {
    stop(how.drain());
  }

  /** Those who find it in registries learn that it goes before it does. */
  private void leave() {
    Entries entered = entries;
    if (entered == null) {
      return;
    }
    entered.remove();
    try {
      // Calls still come; only an end by force could be earlier.
      boolean unused = stopped.await(how.propagation().toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void drain(long end) {
    try {
      for (Listener.Running listener : running) {
        if (!listener.awaitDrained(Math.max(0, end - System.nanoTime()))) {
          LOG.log(Level.WARNING, "{0}: calls in flight are ended", listener.describe());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void closeAll() {
    running.forEach(Listener.Running::close);
    threads.close();
    ShutdownHook hooked = hook;
    if (hooked != null) {
      hooked.remove();
    }
    stopped.countDown();
  }

  private void awaitStopped() {
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String addresses() {
    return running.stream().map(Listener.Running::describe).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return "Server[" + addresses() + "]";
  }
}
