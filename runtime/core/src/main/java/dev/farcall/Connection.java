package dev.farcall;

import static java.util.Objects.requireNonNull;

import dev.farcall.balance.EndpointGroup;
import dev.farcall.balance.EndpointStatus;
import dev.farcall.balance.PickExplanation;
import dev.farcall.call.Channel;
import dev.farcall.call.Metadata;
import dev.farcall.call.Operation;
import dev.farcall.call.Peer;
import dev.farcall.config.LiveConfiguration;
import dev.farcall.discovery.DiscoveredEndpoints;
import dev.farcall.discovery.Discoveries;
import dev.farcall.health.HealthCheckOptions;
import dev.farcall.pipeline.ClientPipeline;
import dev.farcall.pipeline.Upstream;
import dev.farcall.pipeline.Wire;
import dev.farcall.policy.Explanation;
import dev.farcall.resilience.CircuitBreaker;
import dev.farcall.resilience.MethodPolicies;
import dev.farcall.security.Tls;
import dev.farcall.spi.Discovery;
import dev.farcall.spi.TargetUri;
import dev.farcall.spi.Transport;
import dev.farcall.spi.TransportOptions;
import dev.farcall.spi.TransportProvider;
import dev.farcall.time.Time;
import dev.farcall.transport.LocalChannel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The way to where services are, shared by the clients made from it. Safe for many threads.
 *
 * <p>The methods that configure return another connection, and belong before the first client:
 *
 * <pre>{@code
 * Connection users = Farcall.connect("dns:///users:9090").tls(Tls.systemTrust()).gzip();
 * UserService service = users.client(UserService.class);
 * }</pre>
 *
 * <p>What it needs is opened with the first client, once, and let go by {@link #close()}; a
 * connection of a whole program's life need not be closed.
 */
public final class Connection implements AutoCloseable {

  private static final int DEFAULT_MAX_MESSAGE_BYTES = 4 << 20;

  private final TargetUri target;
  private final Supplier<TransportProvider> wire;
  private final TransportOptions options;
  private final UpstreamOptions upstreamOptions;
  private final @Nullable Executor executor;

  private @Nullable Transport transport;
  private @Nullable LocalChannel local;
  private @Nullable Upstream upstream;
  private @Nullable ClientPipeline pipeline;
  private @Nullable ConfiguredPolicies policies;
  private boolean closed;

  Connection(TargetUri target) {
    this(
        target,
        Providers::transport,
        new TransportOptions(null, DEFAULT_MAX_MESSAGE_BYTES, false, Time.system()),
        UpstreamOptions.DEFAULT,
        null);
  }

  private Connection(
      TargetUri target,
      Supplier<TransportProvider> wire,
      TransportOptions options,
      UpstreamOptions upstreamOptions,
      @Nullable Executor executor) {
    this.target = target;
    this.wire = wire;
    this.options = options;
    this.upstreamOptions = upstreamOptions;
    this.executor = executor;
  }

  /** The same, encrypted. */
  public Connection tls(Tls tls) {
    return with(
        new TransportOptions(
            requireNonNull(tls, "tls"), options.maxMessageBytes(), options.gzip(), options.time()));
  }

  /** The same, compressing requests; answers may always be compressed. */
  public Connection gzip() {
    return with(
        new TransportOptions(options.tls(), options.maxMessageBytes(), true, options.time()));
  }

  /**
   * The same, with another limit on one message each way, after decompression; 4 MiB unless told.
   */
  public Connection maxMessageBytes(int bytes) {
    return with(
        new TransportOptions(
            options.tls(), ServerBuilder.requirePositive(bytes), options.gzip(), options.time()));
  }

  /** The same, on another clock; for tests. */
  public Connection time(Time time) {
    return with(
        new TransportOptions(
            options.tls(),
            options.maxMessageBytes(),
            options.gzip(),
            requireNonNull(time, "time")));
  }

  /**
   * The same, completing the futures of asynchronous methods on an executor. Without, they complete
   * on the transport's event loop, where nothing may block.
   */
  public Connection executor(Executor executor) {
    return new Connection(
        target, wire, options, upstreamOptions, requireNonNull(executor, "executor"));
  }

  /**
   * The same, over a wire of this name: {@code grpc}, {@code connect} or {@code rest}. Unless told
   * it is gRPC if that module is there, else Connect.
   */
  public Connection wire(String wire) {
    requireNonNull(wire, "wire");
    return new Connection(
        target, () -> Providers.transport(wire), options, upstreamOptions, executor);
  }

  /** The same, over a wire with options of its own, as in {@code HttpWire.connect().json()}. */
  public Connection wire(TransportProvider wire) {
    requireNonNull(wire, "wire");
    return new Connection(target, () -> wire, options, upstreamOptions, executor);
  }

  private Connection with(TransportOptions others) {
    return new Connection(target, wire, others, upstreamOptions, executor);
  }

  /**
   * The same, calling endpoints of this zone first, as far as they can bear it: those that say so
   * in their registration.
   */
  public Connection zone(String zone) {
    return with(upstreamOptions.withZone(requireNonNull(zone, "zone")));
  }

  /**
   * The same, using so many of the endpoints that there are, others with each client: for services
   * of hundreds, where connections from all to all would be too many. 0, which holds unless told,
   * is all.
   */
  public Connection subset(int endpoints) {
    return with(upstreamOptions.withSubset(endpoints));
  }

  /**
   * The same, asking its endpoints how they are, or not; yes unless told. They are asked where
   * there are two at least, which keeps a connection to each open; with more than 100 only those
   * that are called, and the more there are the less often.
   */
  public Connection healthChecks(boolean on) {
    return with(upstreamOptions.withHealthChecks(on ? HealthCheckOptions.DEFAULT : null));
  }

  /** The same, asking its endpoints how they are in this manner. */
  public Connection healthChecks(HealthCheckOptions how) {
    return with(upstreamOptions.withHealthChecks(requireNonNull(how, "how")));
  }

  /**
   * The same, remembering its endpoints in a file, for a start while nobody can tell what they are.
   */
  public Connection snapshot(Path file) {
    return with(upstreamOptions.withSnapshot(requireNonNull(file, "file")));
  }

  Connection with(UpstreamOptions others) {
    return new Connection(target, wire, options, others, executor);
  }

  /**
   * A client of a service.
   *
   * @throws IllegalStateException if its client was not generated, no transport is there, or the
   *     connection is closed
   */
  public <T> T client(Class<T> type) {
    return BoundOperations.client(type, peer());
  }

  /** What a generated client is made with. */
  public Peer peer() {
    return pipeline();
  }

  /**
   * The stack of one method, for requests as they are: the way to send streams of payloads. The
   * request brings its own deadline and cancellation.
   */
  public Channel channel(Operation<?, ?> operation) {
    return pipeline().stack(operation);
  }

  /**
   * What holds for each method of a service, and who said so: its policies with all their values.
   *
   * @throws IllegalStateException as {@link #client}
   */
  public List<Explanation> explain(Class<?> type) {
    ClientPipeline asked = pipeline();
    return BoundOperations.of(type, asked).stream().map(asked::explain).toList();
  }

  /**
   * The circuit breakers of a service, by the name of the method on the wire: to read, to listen
   * to, or to open by hand. Methods without one are not in it.
   *
   * @throws IllegalStateException as {@link #client}
   */
  public Map<String, CircuitBreaker> circuitBreakers(Class<?> type) {
    ClientPipeline asked = pipeline();
    Map<String, CircuitBreaker> breakers = new LinkedHashMap<>();
    for (Operation<?, ?> operation : BoundOperations.of(type, asked)) {
      CircuitBreaker breaker = asked.objects(operation).circuitBreaker();
      if (breaker != null) {
        breakers.put(operation.method(), breaker);
      }
    }
    return breakers;
  }

  /**
   * What keeps the policies of each method of a service now, by the name of the method on the wire:
   * to read what was counted, under {@code mode = SHADOW} too.
   *
   * <pre>{@code
   * connection.policies(UserService.class).get("GetUser").retry().metrics().retries()
   * }</pre>
   *
   * @throws IllegalStateException as {@link #client}
   */
  public Map<String, MethodPolicies> policies(Class<?> type) {
    ClientPipeline asked = pipeline();
    Map<String, MethodPolicies> policies = new LinkedHashMap<>();
    for (Operation<?, ?> operation : BoundOperations.of(type, asked)) {
      policies.put(operation.method(), asked.objects(operation));
    }
    return policies;
  }

  private synchronized ClientPipeline pipeline() {
    if (closed) {
      throw new IllegalStateException("the connection to " + target + " is closed");
    }
    if (pipeline == null) {
      policies = new ConfiguredPolicies(LiveConfiguration.ofThisJvm());
      pipeline = new ClientPipeline(open(), options.time(), executor, policies);
    }
    return pipeline;
  }

  private Wire open() {
    if (Targets.isLocal(target)) {
      LocalChannel channel = new LocalChannel(target.path(), options.time());
      local = channel;
      return policies -> channel;
    }
    TransportProvider provider = wire.get();
    Transport opened = provider.open(options);
    transport = opened;
    Discovery place = new Discoveries(options.time(), Background.THREADS).open(target);
    upstream =
        new Upstream(
            new EndpointGroup.Options(
                target.text(), upstreamOptions.zone(), upstreamOptions.subset(), true),
            new DiscoveredEndpoints(
                place, upstreamOptions.snapshot(), options.time(), Background.THREADS),
            opened.toString(),
            endpoint -> Advertised.at(endpoint, provider.wire()),
            opened::connect,
            upstreamOptions.healthChecks(),
            options.time(),
            Background.THREADS);
    return upstream;
  }

  /**
   * What is known of its endpoints now, each with its statistics; none of a {@code local:} target.
   */
  public List<EndpointStatus> endpoints() {
    Upstream known = upstream();
    return known == null ? List.of() : known.endpoints().statuses();
  }

  /**
   * Whom a call of a method would be sent to now, and why.
   *
   * @param method its name, in Java or on the wire
   * @param key what its parameter marked {@code @HashKey} would be; null if it has none
   * @throws IllegalArgumentException if the service has no such method
   * @throws IllegalStateException as {@link #client}, and of a {@code local:} target
   */
  public PickExplanation explainPick(Class<?> type, String method, @Nullable String key) {
    return explainPick(type, method, key, Metadata.EMPTY);
  }

  /**
   * The same of a call that says something beside, as headers do that a split goes by.
   *
   * @throws IllegalArgumentException if the service has no such method
   * @throws IllegalStateException as {@link #client}, and of a {@code local:} target
   */
  public PickExplanation explainPick(
      Class<?> type, String method, @Nullable String key, Metadata metadata) {
    ClientPipeline asked = pipeline();
    Upstream known = upstream();
    if (known == null) {
      throw new IllegalStateException(this + " has no endpoints (expected: a target with some)");
    }
    List<Operation<?, ?>> operations = BoundOperations.of(type, asked);
    for (Operation<?, ?> operation : operations) {
      if (operation.method().equalsIgnoreCase(method)) {
        return known.endpoints().explain(asked.policies(operation).loadBalanced(), key, metadata);
      }
    }
    throw new IllegalArgumentException(
        "method: "
            + method
            + " (expected one of: "
            + operations.stream().map(Operation::method).collect(Collectors.joining(", "))
            + ")");
  }

  private @Nullable Upstream upstream() {
    ClientPipeline unused = pipeline();
    synchronized (this) {
      return upstream;
    }
  }

  /**
   * Ends the calls in flight and lets go of sockets and threads; its clients are of no use then.
   */
  @Override
  public synchronized void close() {
    closed = true;
    if (policies != null) {
      policies.close();
    }
    if (upstream != null) {
      upstream.close();
    }
    if (local != null) {
      local.close();
    }
    if (transport != null) {
      transport.close();
    }
  }

  @Override
  public String toString() {
    return "Connection[" + target + "]";
  }
}
