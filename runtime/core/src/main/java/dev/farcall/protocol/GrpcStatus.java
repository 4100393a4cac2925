package dev.farcall.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.farcall.call.Failure;
import dev.farcall.call.StatusDetails;
import java.util.Base64;

/**
 * How gRPC's trailers tell a failure.
 *
 * @see <a href="https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md">gRPC over
 *     HTTP/2</a>
 */
public final class GrpcStatus {

  /** The name of the trailer with the code's number. */
  public static final String STATUS = "grpc-status";

  /** The name of the trailer with the message, see {@link #encodeMessage}. */
  public static final String MESSAGE = "grpc-message";

  /** The name of the trailer with {@code google.rpc.Status}, see {@link #details}. */
  public static final String DETAILS = "grpc-status-details-bin";

  private static final byte[] HEX = "0123456789ABCDEF".getBytes(ISO_8859_1);

  private GrpcStatus() {}

  /** The value of {@link #DETAILS}: unpadded base64. */
  public static String details(Failure failure) {
    return Base64.getEncoder().withoutPadding().encodeToString(StatusDetails.encode(failure));
  }

  /** The value of {@link #MESSAGE}: UTF-8, of which all but printable ASCII is written in hex. */
  public static String encodeMessage(String message) {
    byte[] utf8 = message.getBytes(UTF_8);
    int plain = 0;
    for (byte b : utf8) {
      plain += isPlain(b) ? 1 : 0;
    }
    if (plain == utf8.length) {
      return message;
    }
    byte[] encoded = new byte[plain + 3 * (utf8.length - plain)];
    int to = 0;
    for (byte b : utf8) {
      if (isPlain(b)) {
        encoded[to++] = b;
      } else {
        encoded[to++] = '%';
        encoded[to++] = HEX[b >> 4 & 0xf];
        encoded[to++] = HEX[b & 0xf];
      }
    }
    return new String(encoded, ISO_8859_1);
  }

  /**
   * The message of a trailer; what is no encoding stays as it is, for the text is not worth more.
   */
  public static String decodeMessage(String value) {
    if (value.indexOf('%') < 0) {
      return value;
    }
    byte[] decoded = new byte[value.length()];
    int length = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '%' && i + 2 < value.length()) {
        int high = Character.digit(value.charAt(i + 1), 16);
        int low = Character.digit(value.charAt(i + 2), 16);
        if (high >= 0 && low >= 0) {
          c = (char) (high << 4 | low);
          i += 2;
        }
      }
      decoded[length++] = (byte) c;
    }
    return new String(decoded, 0, length, UTF_8);
  }

  private static boolean isPlain(byte b) {
    return b >= ' ' && b <= '~' && b != '%';
  }
}
