package dev.farcall;

import dev.farcall.call.Endpoint;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a service is. */
sealed interface Target {

  String EXAMPLE = "static:///127.0.0.1:9090";

  /** A server of this JVM; the name may be empty. */
  record Local(String name) implements Target {
    @Override
    public String toString() {
      return "local:" + name;
    }
  }

  /** One instance. */
  record Remote(Endpoint endpoint) implements Target {
    @Override
    public String toString() {
      return endpoint.toString();
    }
  }

  /**
   * Reads a target.
   *
   * @throws IllegalArgumentException that says what was found and shows an example
   */
  static Target parse(String text) {
    if (text.startsWith("local:")) {
      return local(text);
    }
    int scheme = text.indexOf("://");
    if (scheme < 0) {
      return new Remote(endpoint(text, text));
    }
    String name = text.substring(0, scheme);
    if (!Set.of("static", "dns").contains(name)) {
      throw bad(text, "the scheme '" + name + "' is not known");
    }
    String rest = text.substring(scheme + 3);
    if (!rest.startsWith("/")) {
      throw bad(text, "there is no third slash before the address");
    }
    return new Remote(endpoint(text, rest.substring(1)));
  }

  private static Target local(String text) {
    String name = text.substring("local:".length());
    if (name.contains("/") || name.isBlank() != name.isEmpty()) {
      throw bad(text, "the name of a local server is a word, or nothing");
    }
    return new Local(name);
  }

  private static Endpoint endpoint(String text, String address) {
    if (address.contains(",")) {
      throw bad(text, "this version calls one address, not several");
    }
    int colon = address.lastIndexOf(':');
    String host = colon < 0 ? address : address.substring(0, colon);
    Integer port = colon < 0 ? null : port(address.substring(colon + 1));
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    } else if (host.contains(":")) {
      throw bad(text, "an IPv6 address stands in brackets: [::1]:9090");
    }
    if (host.isBlank() || host.contains("/") || host.contains("@")) {
      throw bad(text, "there is no host");
    }
    if (port == null) {
      throw bad(text, "there is no port from 1 to 65535 after the host");
    }
    return new Endpoint(host, port);
  }

  private static @Nullable Integer port(String text) {
    try {
      int port = Integer.parseInt(text);
      return port >= 1 && port <= 65_535 ? port : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static IllegalArgumentException bad(String text, String found) {
    return new IllegalArgumentException(
        "target '"
            + text
            + "': "
            + found
            + " (expected one of: "
            + EXAMPLE
            + ", dns:///users:9090, 127.0.0.1:9090, local:, local:name)");
  }
}
