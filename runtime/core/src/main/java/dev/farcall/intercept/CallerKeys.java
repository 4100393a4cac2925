package dev.farcall.intercept;

import dev.farcall.call.Origin;
import dev.farcall.call.Request;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** Who a caller is, for limits: something with {@code equals} and {@code compareTo}. */
final class CallerKeys {

  private static final int IPV4_BYTES = 4;

  private CallerKeys() {}

  /** Null for this JVM. The three types of key keep names apart from addresses. */
  static @Nullable Object of(Request request) {
    Origin origin = request.origin();
    Principal principal = origin.principal();
    if (principal != null) {
      return principal.getName();
    }
    InetSocketAddress address = origin.address();
    return address == null ? null : of(address);
  }

  private static Object of(InetSocketAddress address) {
    InetAddress resolved = address.getAddress();
    if (resolved == null) {
      return "unresolved " + address.getHostString();
    }
    ByteBuffer bytes = ByteBuffer.wrap(resolved.getAddress());
    if (bytes.remaining() == IPV4_BYTES) {
      return bytes.getInt();
    }
    return bytes.getLong(); // the network; what follows is the choice of its machines
  }
}
