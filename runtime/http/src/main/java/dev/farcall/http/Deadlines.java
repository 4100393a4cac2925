package dev.farcall.http;

import dev.farcall.annotation.Code;
import dev.farcall.call.Deadline;
import dev.farcall.protocol.GrpcTimeout;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Until when the client waits, by {@code Connect-Timeout-Ms} (up to ten digits) or {@code
 * grpc-timeout}; the former if there are both.
 */
final class Deadlines {

  static final String CONNECT = "connect-timeout-ms";

  private static final int MAX_DIGITS = 10;
  private static final long MALFORMED = -1;

  private Deadlines() {}

  /** The deadline; null if a header is malformed, which has been answered then. */
  static @Nullable Deadline read(HttpExchange exchange, ErrorFormat errors) {
    String millis = exchange.header(CONNECT);
    String grpc = millis == null ? exchange.header(GrpcTimeout.NAME) : null;
    if (millis == null && grpc == null) {
      return Deadline.NONE;
    }
    long nanos = millis != null ? nanos(millis) : GrpcTimeout.decode(String.valueOf(grpc));
    if (nanos < 0) {
      String expected =
          millis != null
              ? CONNECT + " is malformed (expected: one to ten digits)"
              : GrpcTimeout.EXPECTED;
      exchange.refuse(errors, 400, Refusal.failure(Code.INVALID_ARGUMENT, expected));
      return null;
    }
    return Deadline.after(nanos, exchange.services().time().now());
  }

  private static long nanos(String millis) {
    int length = millis.length();
    if (length == 0 || length > MAX_DIGITS) {
      return MALFORMED;
    }
    long value = 0;
    for (int i = 0; i < length; i++) {
      int digit = millis.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return MALFORMED;
      }
      value = 10 * value + digit;
    }
    return TimeUnit.MILLISECONDS.toNanos(value);
  }
}
