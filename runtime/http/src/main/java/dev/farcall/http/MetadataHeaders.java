package dev.farcall.http;

import dev.farcall.call.Metadata;
import io.vertx.core.MultiMap;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of the headers of HTTP is metadata: all but what belongs to HTTP itself, to gRPC or to
 * Connect.
 */
final class MetadataHeaders {

  private static final int INITIAL = 16;

  private MetadataHeaders() {}

  /** The entries that are the users' own; what no metadata can hold is left out. */
  static Metadata read(MultiMap headers) {
    Metadata read = read(headers, Integer.MAX_VALUE);
    return read == null ? Metadata.EMPTY : read;
  }

  /**
   * As {@link #read(MultiMap)}, within a limit.
   *
   * @return null if there are more than {@code maxCount}, whosever they are
   */
  static @Nullable Metadata read(MultiMap headers, int maxCount) {
    String[] pairs = new String[INITIAL];
    int length = 0;
    int count = 0;
    for (Map.Entry<String, String> header : headers) {
      if (++count > maxCount) {
        return null;
      }
      String name = header.getKey();
      if (!isProtocol(name)) {
        if (length == pairs.length) {
          pairs = Arrays.copyOf(pairs, 2 * length);
        }
        pairs[length++] = name;
        pairs[length++] = header.getValue();
      }
    }
    return Metadata.received(pairs, length);
  }

  /** Whether a name frames the answer itself, which is not for those who answer to say. */
  static boolean isFraming(String lowerCaseName) {
    return switch (lowerCaseName) {
      case "connection",
          "content-encoding",
          "content-length",
          "content-type",
          "keep-alive",
          "trailer",
          "transfer-encoding",
          "upgrade" ->
          true;
      default -> false;
    };
  }

  private static boolean isProtocol(String name) {
    if (name.isEmpty() || name.charAt(0) == ':') {
      return true;
    }
    return switch (name.charAt(0) | 0x20) {
      case 'a', 'c', 'e', 'g', 'h', 'k', 'p', 't', 'u' -> isProtocolName(lower(name));
      default -> false;
    };
  }

  private static boolean isProtocolName(String name) {
    return switch (name) {
      case "accept",
          "accept-encoding",
          "connection",
          "content-encoding",
          "content-length",
          "content-type",
          "expect",
          "host",
          "http2-settings",
          "keep-alive",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade" ->
          true;
      default -> name.startsWith("grpc-") || name.startsWith("connect-");
    };
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
