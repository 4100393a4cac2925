package dev.farcall.route;

import dev.farcall.wire.DecodeException;
import dev.farcall.wire.EncodeException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Percent-encoding, RFC 3986 section 2.1: what is written leaves only {@code [-_.~0-9A-Za-z]} as it
 * is, as {@code google/api/http.proto} demands; what is read must be ASCII, and UTF-8 when decoded.
 */
final class Escapes {

  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private Escapes() {}

  /**
   * Appends text escaped.
   *
   * @param where what an error calls the text
   * @throws EncodeException if it is not Unicode
   */
  static void append(StringBuilder out, String text, String where) {
    int plain = 0;
    while (plain < text.length() && isUnreserved(text.charAt(plain))) {
      plain++;
    }
    out.append(text, 0, plain);
    if (plain == text.length()) {
      return;
    }
    ByteBuffer rest = utf8(text, plain, where);
    while (rest.hasRemaining()) {
      int b = rest.get() & 0xFF;
      if (isUnreserved((char) b)) {
        out.append((char) b);
      } else {
        out.append('%').append(HEX[b >> 4]).append(HEX[b & 0xF]);
      }
    }
  }

  private static ByteBuffer utf8(String text, int from, String where) {
    try {
      return StandardCharsets.UTF_8
          .newEncoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .encode(CharBuffer.wrap(text, from, text.length()));
    } catch (CharacterCodingException e) {
      throw EncodeException.outOfRange(where, "has a lone surrogate (expected: Unicode text)");
    }
  }

  /**
   * Decodes a part of a request's target.
   *
   * @param plusIsSpace as in a query
   * @throws DecodeException if it is malformed
   */
  static String decode(String text, int from, int to, boolean plusIsSpace) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '%' || (c == '+' && plusIsSpace)) {
        return unescape(text, from, to, plusIsSpace, false);
      }
      requireAscii(c);
    }
    return text.substring(from, to);
  }

  /** As {@link #decode} of several segments, in which an escaped slash stays escaped. */
  static String decodeRest(String text, int from, int to) {
    return unescape(text, from, to, false, true);
  }

  private static String unescape(
      String text, int from, int to, boolean plusIsSpace, boolean keepSlash) {
    byte[] bytes = new byte[to - from];
    int length = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '%') {
        int b = octet(text, i, to);
        if (b == '/' && keepSlash) {
          bytes[length++] = '%';
          bytes[length++] = '2';
          bytes[length++] = 'F';
        } else {
          bytes[length++] = (byte) b;
        }
        i += 2;
      } else {
        requireAscii(c);
        bytes[length++] = c == '+' && plusIsSpace ? (byte) ' ' : (byte) c;
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, 0, length))
          .toString();
    } catch (CharacterCodingException e) {
      throw DecodeException.malformed("the request's target is not UTF-8");
    }
  }

  private static int octet(String text, int percent, int to) {
    int high = percent + 2 < to ? digit(text.charAt(percent + 1)) : -1;
    int low = percent + 2 < to ? digit(text.charAt(percent + 2)) : -1;
    if (high < 0 || low < 0) {
      throw DecodeException.malformed(
          "the request's target has a '%' without two hexadecimal digits behind it");
    }
    return high << 4 | low;
  }

  private static int digit(char c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }

  private static void requireAscii(char c) {
    if (c <= ' ' || c >= 0x7F) {
      throw DecodeException.malformed(
          "the request's target has characters that must be percent-encoded");
    }
  }

  static boolean isUnreserved(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_'
        || c == '.'
        || c == '~';
  }
}
