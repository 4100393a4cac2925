package dev.farcall;

import dev.farcall.balance.EndpointGroup;
import dev.farcall.call.Endpoint;
import dev.farcall.registry.Instance;
import dev.farcall.spi.Listener;
import dev.farcall.time.Time;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a server says of itself in a registry, if nobody says otherwise. */
final class Advertised {

  /** Before the kind of a listener: at which port that is, where a server has several. */
  private static final String PORT = "farcall.port.";

  private Advertised() {}

  /**
   * The address of a server.
   *
   * @param host to be told; empty for that of its listener, or, if it listens on all addresses,
   *     that of this machine
   * @throws IllegalStateException if it has no port
   */
  static Instance instance(List<Listener.Running> listeners, String host, String zone, Time time) {
    List<Listener.Running> ports =
        listeners.stream().filter(listener -> listener.port() > 0).toList();
    if (ports.isEmpty()) {
      throw new IllegalStateException(
          "the server has no port that could be registered (expected: .grpc(9090) or another)");
    }
    Listener.Running first = ports.get(0);
    Map<String, String> metadata = new HashMap<>();
    metadata.put(EndpointGroup.STARTED, Long.toString(time.wallMillis()));
    if (ports.size() > 1) {
      for (Listener.Running listener : ports) {
        metadata.putIfAbsent(PORT + listener.kind(), Integer.toString(listener.port()));
      }
    }
    String told = host.isEmpty() ? first.host() : host;
    Endpoint endpoint =
        Endpoint.of(told.isEmpty() || isAny(told) ? ownAddress() : told, first.port());
    return Instance.of(endpoint.withZone(zone).withMetadata(metadata));
  }

  private static boolean isAny(String host) {
    return host.equals("0.0.0.0") || host.equals("::");
  }

  /** An address by which others reach this machine, as far as it knows. */
  private static String ownAddress() {
    try {
      return NetworkInterface.networkInterfaces()
          .filter(Advertised::isUp)
          .flatMap(NetworkInterface::inetAddresses)
          .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
          .filter(address -> !address.isLinkLocalAddress())
          .map(InetAddress::getHostAddress)
          .findFirst()
          .orElse("127.0.0.1");
    } catch (SocketException unknown) {
      return "127.0.0.1";
    }
  }

  private static boolean isUp(NetworkInterface network) {
    try {
      return network.isUp() && !network.isLoopback();
    } catch (SocketException unknown) {
      return false;
    }
  }

  /**
   * The endpoint as a client over a wire calls it: at the port of that wire, where there are
   * several.
   */
  static Endpoint at(Endpoint endpoint, String wire) {
    String port = endpoint.metadata().get(PORT + (wire.equals("grpc") ? "grpc" : "http"));
    try {
      return port == null ? endpoint : endpoint.withPort(Integer.parseInt(port));
    } catch (IllegalArgumentException noPort) {
      return endpoint;
    }
  }
}
