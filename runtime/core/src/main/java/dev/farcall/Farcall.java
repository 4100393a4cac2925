package dev.farcall;

import dev.farcall.discovery.Discoveries;
import dev.farcall.discovery.LeasedRegistry;
import dev.farcall.registry.ServiceRegistry;
import dev.farcall.spi.TargetUri;
import dev.farcall.time.Time;

/** Where everything starts: {@link #server()} offers services, {@link #connect} calls them. */
public final class Farcall {

  private Farcall() {}

  /** Begins a server. */
  public static ServerBuilder server() {
    return new ServerBuilder();
  }

  /**
   * A connection to where services are. Nothing is opened before the first client is made.
   *
   * <table>
   * <caption>Targets</caption>
   * <tr><td>{@code static:///h1:9090,h2:9090} or {@code h1:9090,h2:9090}</td><td>addresses</td></tr>
   * <tr><td>{@code dns:///users:9090}</td><td>all addresses of a host name</td></tr>
   * <tr><td>{@code etcd://h1:2379,h2:2379/users}</td><td>a service in etcd, with {@code
   * farcall-discovery-etcd}</td></tr>
   * <tr><td>{@code zookeeper://h1:2181,h2:2181/users}</td><td>a service in ZooKeeper, with {@code
   * farcall-discovery-zookeeper}</td></tr>
   * <tr><td>{@code memory:///users}</td><td>a service in a registry of this JVM</td></tr>
   * <tr><td>{@code fallback:A|B}</td><td>target A, and B while A knows no endpoints</td></tr>
   * <tr><td>{@code composite:A|B}</td><td>the endpoints of both</td></tr>
   * <tr><td>{@code local:} or {@code local:name}</td><td>a server of this JVM, without a
   * wire</td></tr>
   * </table>
   *
   * @throws IllegalArgumentException if the target cannot be understood
   */
  public static Connection connect(String target) {
    return new Connection(Targets.parse(target));
  }

  /**
   * A client whose target is configuration: {@code farcall.client.<S>.target}, where {@code <S>} is
   * the full name of the service, the simple name of its interface, or {@code *} for all; and over
   * the wire that {@code farcall.client.<S>.wire} names in the same manner ({@code grpc}, {@code
   * connect}, {@code rest}), if it does. In the same manner {@code subset}, {@code health-checks}
   * and {@code snapshot} say what {@link Connection#subset}, {@link
   * Connection#healthChecks(boolean)} and {@link Connection#snapshot} do, {@code
   * health-checks.interval} and its like ({@code timeout}, {@code unhealthy-threshold}, {@code
   * healthy-threshold}, {@code max-concurrent}) what {@link dev.farcall.health.HealthCheckOptions}
   * says; and {@code farcall.zone} is the zone of all. Configuration is a system property, an
   * environment variable ({@code FARCALL_CLIENT_USERSERVICE_TARGET}), or a line of the file that
   * {@code -Dfarcall.config} names, or of {@code farcall.properties} on the class path. Clients of
   * one target and wire share one connection, which lives as long as this JVM.
   *
   * @throws IllegalStateException if nothing says so, or no generated client
   */
  public static <T> T client(Class<T> type) {
    return ConfiguredPeer.client(type);
  }

  /**
   * The connection that {@link #client(Class)} uses for a service as configuration is now: to
   * explain its policies, and to listen to its circuit breakers. Others share it, so it is not to
   * be closed.
   *
   * @throws IllegalStateException as {@link #client(Class)}
   */
  public static Connection connection(Class<?> type) {
    return ConfiguredPeer.connection(type);
  }

  /**
   * A registry of services, to use by itself; its target has no service, as in {@code
   * etcd://127.0.0.1:2379/}.
   *
   * @throws IllegalArgumentException if the target cannot be understood
   */
  public static ServiceRegistry registry(String target) {
    TargetUri parsed = TargetUri.parse(target);
    Time time = Time.system();
    return new LeasedRegistry(new Discoveries(time, Background.THREADS).registry(parsed), time);
  }
}
