package dev.farcall.wire;

import java.util.Base64;

/** Bytes in base64. */
final class JsonBytes {

  private JsonBytes() {}

  /** In the standard alphabet or the one for URLs, with padding or without. */
  static byte[] decode(String text) {
    boolean url = text.indexOf('-') >= 0 || text.indexOf('_') >= 0;
    try {
      return (url ? Base64.getUrlDecoder() : Base64.getDecoder()).decode(text);
    } catch (IllegalArgumentException e) {
      throw DecodeException.invalid("is not base64 (RFC 4648)");
    }
  }
}
