package dev.farcall;

import static java.util.Objects.requireNonNull;

import dev.farcall.call.Dispatcher;
import dev.farcall.discovery.Discoveries;
import dev.farcall.health.HealthChecks;
import dev.farcall.policy.ConcurrencyLimitPolicy;
import dev.farcall.policy.RateLimitPolicy;
import dev.farcall.registry.Instance;
import dev.farcall.spi.Interceptor;
import dev.farcall.spi.Listener;
import dev.farcall.spi.TargetUri;
import dev.farcall.time.Time;
import dev.farcall.transport.LocalListener;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Collects the parts of a {@link Server}. For one thread. */
public final class ServerBuilder {

  private final List<Listener> listeners = new ArrayList<>();
  private final List<LocalListener> locals = new ArrayList<>();
  private final List<Dispatcher> dispatchers = new ArrayList<>();
  private final List<Interceptor> interceptors = new ArrayList<>();
  private @Nullable RateLimitPolicy rateLimit;
  private @Nullable ConcurrencyLimitPolicy concurrencyLimit;
  private Consumer<HealthChecks> health = checks -> {};
  private int maxMessageBytes = 4 << 20;
  private boolean reflection = true;
  private Time time = Time.system();
  private final List<Entry> entries = new ArrayList<>();
  private String advertised = "";
  private Duration propagation = Duration.ofSeconds(2);
  private Duration drain = Duration.ofSeconds(30);
  private boolean stopOnShutdown = true;

  ServerBuilder() {}

  /**
   * Listens for gRPC on a port of all addresses; 0 lets the system choose. More is told by {@link
   * #listen} and the listeners of {@code farcall-grpc}.
   *
   * @throws IllegalStateException if {@code dev.farcall:farcall-grpc} is not there
   */
  public ServerBuilder grpc(int port) {
    return listen("grpc", port);
  }

  /**
   * Listens for HTTP on a port of all addresses; 0 lets the system choose. REST, Connect, gRPC and
   * gRPC-Web are answered there. More is told by {@link #listen} and the listeners of {@code
   * farcall-http}.
   *
   * @throws IllegalStateException if {@code dev.farcall:farcall-http} is not there
   */
  public ServerBuilder http(int port) {
    return listen("http", port);
  }

  private ServerBuilder listen(String wire, int port) {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port: " + port + " (expected: 0 to 65535)");
    }
    return listen(Providers.listener(wire).listener(port));
  }

  /** Listens in a way that a transport's module offers. */
  public ServerBuilder listen(Listener listener) {
    listeners.add(requireNonNull(listener, "listener"));
    return this;
  }

  /** Answers clients of this JVM that are connected to {@code local:}. */
  public ServerBuilder local() {
    return local("");
  }

  /** Answers clients of this JVM that are connected to {@code local:name}. */
  public ServerBuilder local(String name) {
    locals.add(new LocalListener(name));
    return this;
  }

  /**
   * Serves an implementation of a service.
   *
   * @throws IllegalStateException if its dispatcher was not generated
   * @throws IllegalArgumentException if the service is served already
   */
  public <T> ServerBuilder serve(Class<T> type, T implementation) {
    return serve(
        Generated.dispatcher(
            requireNonNull(type, "type"), requireNonNull(implementation, "implementation")));
  }

  /** Serves what is ready to be served; see {@link #serve(Class, Object)}. */
  public ServerBuilder serve(Dispatcher dispatcher) {
    for (Dispatcher other : dispatchers) {
      if (other.service().equals(dispatcher.service())) {
        throw new IllegalArgumentException(
            dispatcher.service() + " is served already (expected: one implementation of each)");
      }
    }
    dispatchers.add(dispatcher);
    return this;
  }

  /**
   * Puts a step around each call, over every wire; the first one told of is the outermost.
   *
   * <pre>{@code
   * Farcall.server().intercept(new AccessLog()).intercept(new Authentication(tokens::owner))
   * }</pre>
   */
  public ServerBuilder intercept(Interceptor interceptor) {
    interceptors.add(requireNonNull(interceptor, "interceptor"));
    return this;
  }

  /**
   * How often each caller may call, inside all {@link #intercept steps}: a {@link
   * dev.farcall.intercept.CallerRateLimit}. {@code farcall.server.rate-limit.permits} and the like
   * say otherwise.
   */
  public ServerBuilder rateLimit(RateLimitPolicy limit) {
    rateLimit = requireNonNull(limit, "limit");
    return this;
  }

  /**
   * How many calls it works at, inside the limit of each caller: a {@link
   * dev.farcall.intercept.ServerConcurrencyLimit}. {@code farcall.server.concurrency-limit.max} and
   * the like say otherwise.
   */
  public ServerBuilder concurrencyLimit(ConcurrencyLimitPolicy limit) {
    concurrencyLimit = requireNonNull(limit, "limit");
    return this;
  }

  /** Adds to what makes the server healthy. */
  public ServerBuilder health(Consumer<HealthChecks> configure) {
    health = health.andThen(configure);
    return this;
  }

  /**
   * Enters the server in a registry when it is ready, under the service that the target names: what
   * clients connect to. It is told of as unhealthy while it is not ready, and removed before it
   * stops.
   *
   * <pre>{@code
   * Farcall.server().grpc(9090).serve(UserService.class, users).register("etcd://h:2379/users")
   * }</pre>
   *
   * <p>The same without code: {@code farcall.server.register}, several targets with spaces between.
   *
   * @throws IllegalArgumentException if the target names no registry that is there, or no service
   */
  public ServerBuilder register(String target) {
    return register(target, instance -> instance);
  }

  /**
   * As {@link #register(String)}, saying more of the server: its id, weight, zone or metadata.
   *
   * @param describe makes what is entered of what the server knows of itself
   */
  public ServerBuilder register(String target, UnaryOperator<Instance> describe) {
    TargetUri parsed = TargetUri.parse(requireNonNull(target, "target"));
    String unused = Discoveries.service(parsed);
    new Discoveries(time, Background.THREADS).registry(parsed).close();
    entries.add(new Entry(target, requireNonNull(describe, "describe")));
    return this;
  }

  /**
   * The host that registries tell; also {@code farcall.server.advertise}. Unless told it is the one
   * that the first listener was given, or the address of this machine.
   */
  public ServerBuilder advertise(String host) {
    advertised = requireNonNull(host, "host");
    return this;
  }

  /**
   * How long a server that was registered goes on taking calls after it was removed, since those
   * who find it there have to be told; 2 s unless told.
   */
  public ServerBuilder propagation(Duration time) {
    propagation = requireNotNegative(time, "propagation");
    return this;
  }

  /** How long {@link Server#close()} lets calls in flight go on; 30 s unless told. */
  public ServerBuilder drain(Duration time) {
    drain = requireNotNegative(time, "drain");
    return this;
  }

  /**
   * Whether the server stops, as by {@link Server#close()}, when the JVM is told to end, as by
   * SIGTERM; yes unless told. A second signal ends the JVM at once.
   */
  public ServerBuilder stopOnShutdown(boolean on) {
    stopOnShutdown = on;
    return this;
  }

  private static Duration requireNotNegative(Duration time, String name) {
    if (time.isNegative()) {
      throw new IllegalArgumentException(name + ": " + time + " (expected: >= 0)");
    }
    return time;
  }

  /** Limits one message each way, after decompression; 4 MiB unless told. */
  public ServerBuilder maxMessageBytes(int bytes) {
    maxMessageBytes = requirePositive(bytes);
    return this;
  }

  /** Whether the schema can be read from the server, by tools as grpcurl; yes unless told. */
  public ServerBuilder reflection(boolean on) {
    reflection = on;
    return this;
  }

  /** Another clock; for tests. */
  public ServerBuilder time(Time time) {
    this.time = requireNonNull(time, "time");
    return this;
  }

  /**
   * Opens all ports.
   *
   * @throws IllegalStateException if there is nothing to listen to, nothing to serve, or what is
   *     configured cannot be kept
   * @throws UncheckedIOException if a port cannot be had; those that could are closed again
   */
  public Server start() {
    if (listeners.isEmpty() && locals.isEmpty()) {
      throw new IllegalStateException(
          "the server listens nowhere (expected: .grpc(9090), .local() or another listener)");
    }
    if (dispatchers.isEmpty()) {
      throw new IllegalStateException(
          "the server serves nothing (expected: .serve(UserService.class, new Users()))");
    }
    ConfiguredServer configured = ConfiguredServer.read();
    List<Interceptor> steps = new ArrayList<>(interceptors);
    steps.addAll(configured.limits(rateLimit, concurrencyLimit, time));
    return Server.start(
        new Server.Parts(
            List.copyOf(listeners),
            List.copyOf(locals),
            List.copyOf(dispatchers),
            List.copyOf(steps),
            health,
            maxMessageBytes,
            reflection,
            time,
            new Server.Ways(
                configured.entries(entries), configured.advertised(advertised), configured.zone()),
            new Server.Stopping(propagation, drain, stopOnShutdown)));
  }

  static int requirePositive(int bytes) {
    if (bytes < 1) {
      throw new IllegalArgumentException("maxMessageBytes: " + bytes + " (expected: >= 1)");
    }
    return bytes;
  }
}
