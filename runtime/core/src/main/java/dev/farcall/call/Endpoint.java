package dev.farcall.call;

/**
 * An instance of a service that can be called.
 *
 * @param host a name or an address; IPv6 without brackets
 * @param port 1 to 65535
 */
public record Endpoint(String host, int port) {

  public Endpoint {
    if (host.isEmpty()) {
      throw new IllegalArgumentException("host is empty (expected: a name or an address)");
    }
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port: " + port + " (expected: 1 to 65535)");
    }
  }

  /** {@code host:port}. */
  @Override
  public String toString() {
    return host.indexOf(':') < 0 ? host + ":" + port : "[" + host + "]:" + port;
  }
}
