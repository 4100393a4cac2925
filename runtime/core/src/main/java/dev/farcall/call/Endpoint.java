package dev.farcall.call;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * An instance of a service that can be called, as whoever found it describes it. Immutable.
 *
 * @param id what it is known by, also after all else of it has changed: the id of its registration,
 *     else {@code host:port}
 * @param host a name or an address; IPv6 without brackets
 * @param port 1 to 65535
 * @param serverName what it calls itself: who it has to be by its certificate, and what is said in
 *     the request's authority; the host unless told
 * @param weight its part of the calls is its weight by that of all; above 0, at most 1,000,000
 * @param zone where it stands, so that those who are near can call it first; empty if unknown
 * @param metadata whatever else is said of it, as its version
 */
public record Endpoint(
    String id,
    String host,
    int port,
    String serverName,
    double weight,
    String zone,
    Map<String, String> metadata) {

  private static final double MAX_WEIGHT = 1_000_000;

  public Endpoint {
    if (host.isEmpty()) {
      throw new IllegalArgumentException("host is empty (expected: a name or an address)");
    }
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port: " + port + " (expected: 1 to 65535)");
    }
    if (!(weight > 0 && weight <= MAX_WEIGHT)) {
      throw new IllegalArgumentException(
          "weight: " + weight + " (expected: above 0, at most 1000000)");
    }
    if (id.isEmpty()) {
      throw new IllegalArgumentException("id is empty (expected: a name, as host:port)");
    }
    requireNonNull(serverName, "serverName");
    requireNonNull(zone, "zone");
    metadata = Map.copyOf(metadata);
  }

  /** One of which nothing else is known. */
  public static Endpoint of(String host, int port) {
    return new Endpoint(address(host, port), host, port, host, 1, "", Map.of());
  }

  /** The same under another id. */
  public Endpoint withId(String other) {
    return new Endpoint(other, host, port, serverName, weight, zone, metadata);
  }

  /** The same at another port, under its id. */
  public Endpoint withPort(int other) {
    return new Endpoint(id, host, other, serverName, weight, zone, metadata);
  }

  /** The same, calling itself otherwise. */
  public Endpoint withServerName(String other) {
    return new Endpoint(id, host, port, other, weight, zone, metadata);
  }

  /** The same with another weight. */
  public Endpoint withWeight(double other) {
    return new Endpoint(id, host, port, serverName, other, zone, metadata);
  }

  /** The same in another zone. */
  public Endpoint withZone(String other) {
    return new Endpoint(id, host, port, serverName, weight, other, metadata);
  }

  /** The same with other metadata. */
  public Endpoint withMetadata(Map<String, String> other) {
    return new Endpoint(id, host, port, serverName, weight, zone, other);
  }

  /** Whether it is reached in the same way: connections to the one are connections to the other. */
  public boolean isReachedAs(Endpoint other) {
    return host.equals(other.host) && port == other.port && serverName.equals(other.serverName);
  }

  private static String address(String host, int port) {
    return host.indexOf(':') < 0 ? host + ":" + port : "[" + host + "]:" + port;
  }

  /** {@code host:port}. */
  @Override
  public String toString() {
    return address(host, port);
  }
}
