package dev.farcall.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.farcall.protocol.Gzip;
import dev.farcall.protocol.UnreadableException;
import dev.farcall.wire.DecodeException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A call in a URL: {@code ?connect=v1&encoding=json&message=%7B%7D}, with {@code base64=1} and
 * {@code compression=gzip}. Other names are ignored.
 */
final class ConnectQuery {

  private String encoding = "";
  private String compression = "";
  private boolean base64;
  private byte @Nullable [] message;

  private ConnectQuery() {}

  /**
   * Parses what stands behind the question mark.
   *
   * @throws DecodeException if it is no call
   */
  static ConnectQuery parse(@Nullable String raw) {
    ConnectQuery query = new ConnectQuery();
    int from = 0;
    while (raw != null && from < raw.length()) {
      int ampersand = raw.indexOf('&', from);
      int to = ampersand < 0 ? raw.length() : ampersand;
      int equals = raw.indexOf('=', from);
      if (equals >= 0 && equals < to) {
        query.put(raw.substring(from, equals), decode(raw, equals + 1, to));
      }
      from = to + 1;
    }
    if (query.message == null || query.encoding.isEmpty()) {
      throw DecodeException.malformed("the query has no call (expected: encoding and message)");
    }
    return query;
  }

  private void put(String name, byte[] value) {
    switch (name) {
      case "encoding" -> encoding = new String(value, ISO_8859_1);
      case "compression" -> compression = new String(value, ISO_8859_1);
      case "base64" -> base64 = value.length == 1 && value[0] == '1';
      case "message" -> message = value;
      case "connect" -> {
        if (!new String(value, ISO_8859_1).equals("v1")) {
          throw DecodeException.invalid("connect", "is unknown (expected: v1)");
        }
      }
      default -> {}
    }
  }

  /** As in {@code json}. */
  String encoding() {
    return encoding;
  }

  boolean isKnownCompression() {
    return isGzip() || compression.isEmpty() || compression.equals("identity");
  }

  private boolean isGzip() {
    return compression.equals(Gzip.NAME);
  }

  /** The message, decompressed if it is compressed in a way that is known. */
  byte[] message(int maxBytes) throws UnreadableException {
    byte[] bytes = message == null ? new byte[0] : message;
    if (base64) {
      try {
        bytes = Base64.getUrlDecoder().decode(bytes);
      } catch (IllegalArgumentException notBase64) {
        throw DecodeException.invalid("message", "is not base64 (expected: its URL-safe alphabet)");
      }
    }
    return isGzip() && bytes.length > 0 ? Gzip.inflate(bytes, maxBytes) : bytes;
  }

  /** The bytes of a percent-encoded value; those that are not ASCII are judged by who reads. */
  private static byte[] decode(String raw, int from, int to) {
    byte[] bytes = new byte[to - from];
    int length = 0;
    for (int i = from; i < to; i++) {
      char c = raw.charAt(i);
      if (c == '%') {
        int high = hex(raw, i + 1, to);
        int low = hex(raw, i + 2, to);
        if (high < 0 || low < 0) {
          throw DecodeException.malformed("the query has a '%' without two hexadecimal digits");
        }
        bytes[length++] = (byte) (high << 4 | low);
        i += 2;
      } else {
        bytes[length++] = (byte) (c == '+' ? ' ' : c);
      }
    }
    return Arrays.copyOf(bytes, length);
  }

  private static int hex(String raw, int at, int to) {
    return at < to ? Character.digit(raw.charAt(at), 16) : -1;
  }
}
