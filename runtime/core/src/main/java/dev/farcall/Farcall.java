package dev.farcall;

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
   * <tr><td>{@code dns:///users:9090}</td><td>a host name and port</td></tr>
   * <tr><td>{@code static:///127.0.0.1:9090} or {@code 127.0.0.1:9090}</td><td>an address</td></tr>
   * <tr><td>{@code local:} or {@code local:name}</td><td>a server of this JVM</td></tr>
   * </table>
   *
   * @throws IllegalArgumentException if the target cannot be understood
   */
  public static Connection connect(String target) {
    return new Connection(Target.parse(target));
  }

  /**
   * A client whose target is configuration: {@code farcall.client.<S>.target}, where {@code <S>} is
   * the full name of the service, the simple name of its interface, or {@code *} for all; and over
   * the wire that {@code farcall.client.<S>.wire} names in the same manner ({@code grpc}, {@code
   * connect}, {@code rest}), if it does. Configuration is a system property, an environment
   * variable ({@code FARCALL_CLIENT_USERSERVICE_TARGET}), or a line of the file that {@code
   * -Dfarcall.config} names, or of {@code farcall.properties} on the class path. Clients of one
   * target and wire share one connection, which lives as long as this JVM.
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
}
