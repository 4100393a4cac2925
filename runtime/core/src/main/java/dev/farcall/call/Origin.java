package dev.farcall.call;

import static java.util.Objects.requireNonNull;

import java.net.InetSocketAddress;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * Who sent a request to this server, and over what.
 *
 * @param protocol {@code grpc}, {@code grpc-web}, {@code connect}, {@code rest}, {@code http} for a
 *     request over HTTP that is no call, or {@code local}
 * @param line the request line of HTTP without its query, as in {@code GET /users/u-1}; empty
 *     elsewhere
 * @param address of the peer at the other end of the connection; null within this JVM
 * @param principal whoever the peer has proved to be, by its certificate or its credentials; null
 *     if nobody is known
 */
public record Origin(
    String protocol,
    String line,
    @Nullable InetSocketAddress address,
    @Nullable Principal principal) {

  /** Within this JVM. */
  public static final Origin LOCAL = new Origin("local", "", null, null);

  public Origin {
    requireNonNull(protocol, "protocol");
    requireNonNull(line, "line");
  }

  /** The same, known to be somebody. */
  public Origin withPrincipal(Principal known) {
    return new Origin(protocol, line, address, requireNonNull(known, "known"));
  }
}
