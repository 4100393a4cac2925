package dev.farcall.http;

import dev.farcall.annotation.Code;
import dev.farcall.call.Deadline;
import dev.farcall.protocol.ConnectTimeout;
import dev.farcall.protocol.GrpcTimeout;
import org.jspecify.annotations.Nullable;

/**
 * Until when the client waits, by {@code Connect-Timeout-Ms} (up to ten digits) or {@code
 * grpc-timeout}; the former if there are both.
 */
final class Deadlines {

  private Deadlines() {}

  /** The deadline; null if a header is malformed, which has been answered then. */
  static @Nullable Deadline read(HttpExchange exchange, ErrorFormat errors) {
    String millis = exchange.header(ConnectTimeout.NAME);
    String grpc = millis == null ? exchange.header(GrpcTimeout.NAME) : null;
    if (millis == null && grpc == null) {
      return Deadline.NONE;
    }
    long nanos =
        millis != null ? ConnectTimeout.decode(millis) : GrpcTimeout.decode(String.valueOf(grpc));
    if (nanos < 0) {
      String expected = millis != null ? ConnectTimeout.EXPECTED : GrpcTimeout.EXPECTED;
      exchange.refuse(errors, 400, Refusal.failure(Code.INVALID_ARGUMENT, expected));
      return null;
    }
    return Deadline.after(nanos, exchange.services().time().now());
  }
}
