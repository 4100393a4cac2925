package dev.farcall.http;

import dev.farcall.annotation.Code;
import dev.farcall.protocol.UnreadableException;
import java.util.Arrays;
import java.util.Base64;

/**
 * The body of gRPC-Web's text form: base64 in pieces, each of which may be padded, cut anywhere.
 */
final class WebText {

  private static final int GROUP = 4;

  /** The beginning of a group whose rest has not come. */
  private byte[] rest = {};

  /** The bytes of the groups that are complete. */
  byte[] decode(byte[] base64) throws UnreadableException {
    byte[] all = base64;
    if (rest.length > 0) {
      all = Arrays.copyOf(rest, rest.length + base64.length);
      System.arraycopy(base64, 0, all, rest.length, base64.length);
    }
    int whole = all.length - all.length % GROUP;
    rest = Arrays.copyOfRange(all, whole, all.length);
    byte[] decoded = new byte[whole / GROUP * 3];
    int length = 0;
    for (int from = 0; from < whole; ) {
      int to = endOfPiece(all, from, whole);
      byte[] piece = decodePiece(Arrays.copyOfRange(all, from, to));
      System.arraycopy(piece, 0, decoded, length, piece.length);
      length += piece.length;
      from = to;
    }
    return Arrays.copyOf(decoded, length);
  }

  /** Whether nothing of a group is missing. */
  boolean isComplete() {
    return rest.length == 0;
  }

  static byte[] encode(byte[] bytes) {
    return Base64.getEncoder().encode(bytes);
  }

  /** After the next group that is padded, or all. */
  private static int endOfPiece(byte[] base64, int from, int to) {
    for (int group = from; group < to; group += GROUP) {
      if (base64[group + GROUP - 1] == '=') {
        return group + GROUP;
      }
    }
    return to;
  }

  private static byte[] decodePiece(byte[] base64) throws UnreadableException {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new UnreadableException(
          Code.INVALID_ARGUMENT, "the body is malformed (expected: base64)");
    }
  }
}
