package dev.farcall.server;

import dev.farcall.call.ErrorDetail;
import dev.farcall.call.ErrorInfo;
import dev.farcall.call.Failure;
import dev.farcall.call.Operation;
import dev.farcall.call.StatusDetails;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Keeps a failure within what crosses the wire. Headers of HTTP/2 are limited to 8,192 bytes as a
 * rule, and a peer that gets more loses the status with them: so 1 KiB for the message, 4 KiB for
 * the {@code google.rpc.Status} in which it and the details travel.
 */
final class ErrorLimits {

  private static final Logger LOG = System.getLogger("dev.farcall.server");

  static final int MESSAGE_BYTES = 1024;
  static final int STATUS_BYTES = 4096;

  private ErrorLimits() {}

  /** The same failure, its message cut and its details left out but for the reason, if need be. */
  static Failure fit(Operation<?, ?> operation, Failure failure) {
    Failure fitting = with(failure, cut(failure.message()), failure.details());
    if (fitting.details().isEmpty()) {
      return fitting;
    }
    int size = StatusDetails.encode(fitting).length;
    if (size <= STATUS_BYTES) {
      return fitting;
    }
    LOG.log(
        Level.WARNING,
        "details of an error of {0} are not sent: {1} bytes (expected: at most {2}): {3}",
        operation.path(),
        size,
        STATUS_BYTES,
        failure.details());
    List<ErrorDetail> reason =
        failure.details().stream().filter(detail -> detail.type().equals(ErrorInfo.TYPE)).toList();
    Failure shorter = with(fitting, fitting.message(), reason);
    return StatusDetails.encode(shorter).length <= STATUS_BYTES
        ? shorter
        : with(fitting, fitting.message(), List.of());
  }

  private static Failure with(Failure failure, String message, List<ErrorDetail> details) {
    return new Failure(
        failure.outcome(), failure.code(), message, details, failure.trailers(), failure.cause());
  }

  /**
   * At most {@link #MESSAGE_BYTES} as gRPC sends it, where each byte that is not printable ASCII
   * takes three; whole characters only, half a surrogate pair becomes a question mark.
   */
  static String cut(String text) {
    String message = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    int bytes = 0;
    int end = 0;
    while (end < message.length()) {
      int character = message.codePointAt(end);
      bytes += sentBytes(character);
      if (bytes > MESSAGE_BYTES) {
        return message.substring(0, end);
      }
      end += Character.charCount(character);
    }
    return message;
  }

  private static int sentBytes(int character) {
    if (character >= ' ' && character <= '~' && character != '%') {
      return 1;
    }
    return 3 * Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
  }
}
