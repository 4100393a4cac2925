package dev.farcall.http;

import dev.farcall.call.Metadata;
import io.vertx.core.MultiMap;

/**
 * A client's metadata among the headers of HTTP. What belongs to the connection, to the body or to
 * the protocol is not for callers to say.
 */
final class ClientHeaders {

  private ClientHeaders() {}

  /** Adds all entries; a {@code user-agent} or {@code accept} among them replaces ours. */
  static void write(Metadata from, MultiMap to) {
    from.forEach(
        (name, value) -> {
          if (name.equals("user-agent") || name.equals("accept")) {
            to.set(name, value);
          } else if (!isProtocol(name)) {
            to.add(name, value);
          }
        });
  }

  private static boolean isProtocol(String name) {
    return name.startsWith("grpc-")
        || name.startsWith("connect-")
        || switch (name) {
          case "accept-encoding",
              "connection",
              "content-encoding",
              "content-length",
              "content-type",
              "expect",
              "host",
              "keep-alive",
              "proxy-connection",
              "te",
              "trailer",
              "transfer-encoding",
              "upgrade" ->
              true;
          default -> false;
        };
  }
}
