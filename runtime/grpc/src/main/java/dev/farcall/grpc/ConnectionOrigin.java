package dev.farcall.grpc;

import dev.farcall.call.Origin;
import io.grpc.Attributes;
import io.grpc.Grpc;
import io.grpc.ServerCall;
import io.grpc.ServerTransportFilter;
import java.net.InetSocketAddress;
import java.security.Principal;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** Finds out who is at the other end, once for each connection. */
final class ConnectionOrigin extends ServerTransportFilter {

  private static final Attributes.Key<Origin> KEY = Attributes.Key.create("dev.farcall.origin");

  private static final Origin UNKNOWN = new Origin("grpc", "", null, null);

  /** Who sent a call. */
  static Origin of(ServerCall<?, ?> call) {
    Origin known = call.getAttributes().get(KEY);
    return known == null ? UNKNOWN : known;
  }

  @Override
  public Attributes transportReady(Attributes connection) {
    InetSocketAddress address =
        connection.get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR) instanceof InetSocketAddress internet
            ? internet
            : null;
    Origin origin =
        new Origin("grpc", "", address, principal(connection.get(Grpc.TRANSPORT_ATTR_SSL_SESSION)));
    return connection.toBuilder().set(KEY, origin).build();
  }

  /** Whom the client's certificate names, which TLS has verified; null without one. */
  private static @Nullable Principal principal(@Nullable SSLSession session) {
    if (session == null) {
      return null;
    }
    try {
      return session.getPeerPrincipal();
    } catch (SSLPeerUnverifiedException noCertificate) {
      return null;
    }
  }
}
