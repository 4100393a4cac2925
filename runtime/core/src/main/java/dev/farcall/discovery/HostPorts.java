package dev.farcall.discovery;

import dev.farcall.call.Endpoint;
import dev.farcall.spi.TargetUri;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads addresses: {@code h1:9090,h2:9090}, {@code [::1]:9090}. */
public final class HostPorts {

  private HostPorts() {}

  /**
   * One or more, with commas between.
   *
   * @throws IllegalArgumentException if one of them is no host and port, or stands there twice
   */
  public static List<Endpoint> list(TargetUri target, String text, String example) {
    LinkedHashSet<Endpoint> endpoints = new LinkedHashSet<>();
    for (String part : text.split(",", -1)) {
      if (!endpoints.add(one(target, part.strip(), example))) {
        throw target.bad(part.strip() + " stands there twice", example);
      }
    }
    return new ArrayList<>(endpoints);
  }

  /**
   * One.
   *
   * @throws IllegalArgumentException if it is no host and port
   */
  public static Endpoint one(TargetUri target, String text, String example) {
    int colon = text.lastIndexOf(':');
    String host = colon < 0 ? text : text.substring(0, colon);
    Integer port = colon < 0 ? null : port(text.substring(colon + 1));
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    } else if (host.contains(":")) {
      throw target.bad("an IPv6 address stands in brackets: [::1]:9090", example);
    }
    if (host.isBlank() || host.contains("/") || host.contains("@")) {
      throw target.bad("there is no host in '" + text + "'", example);
    }
    if (port == null) {
      throw target.bad("there is no port from 1 to 65535 after the host", example);
    }
    return Endpoint.of(host, port);
  }

  private static @Nullable Integer port(String text) {
    try {
      int port = Integer.parseInt(text);
      return port >= 1 && port <= 65_535 ? port : null;
    } catch (NumberFormatException noNumber) {
      return null;
    }
  }
}
