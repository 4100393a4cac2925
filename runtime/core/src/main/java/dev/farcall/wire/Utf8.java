package dev.farcall.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text from UTF-8, strictly. */
final class Utf8 {

  private static final char REPLACEMENT = '\uFFFD';

  private Utf8() {}

  /**
   * Where the bytes are not UTF-8 the JDK puts a replacement character, so that text without one
   * was right. Looking for it costs nothing in Latin-1 strings, which cannot have it.
   */
  static String decode(byte[] bytes, int offset, int length) {
    String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) >= 0) {
      requireValid(bytes, offset, length);
    }
    return text;
  }

  private static void requireValid(byte[] bytes, int offset, int length) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, offset, length));
    } catch (CharacterCodingException e) {
      throw DecodeException.malformed("text is not UTF-8");
    }
  }
}
