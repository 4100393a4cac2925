package dev.farcall.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Which bytes of a text JSON treats specially, eight at a time, and how it spells them. */
final class JsonText {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;
  private static final String HEX = "0123456789abcdef";

  private JsonText() {}

  /**
   * Marks the bytes of a word that are a quote, a backslash, a control character or not ASCII. The
   * lowest mark is right, those above it may be false. Flipping one bit puts the quote right above
   * the control characters, so that one comparison finds both.
   */
  static long special(long word) {
    long controlOrQuote = (word ^ ('"' ^ ' ') * ONES) - (' ' + 1) * ONES;
    return (controlOrQuote | equal(word, '\\') | word) & HIGHS;
  }

  /** High bits: of the lowest byte that is the character, and of others that are not ASCII. */
  private static long equal(long word, char c) {
    return (word ^ c * ONES) - ONES;
  }

  /** Whether a byte of the word may not be written as it is, or is a question mark. */
  private static boolean suspicious(long word) {
    long marks = special(word) | (equal(word, '?') & HIGHS);
    return marks != 0 && (marks & ~word) != 0;
  }

  /** The index of the first special byte of a text that begins before it, or the end. */
  static int firstSpecial(byte[] in, int from, int end) {
    int at = from;
    while (at <= end - Long.BYTES) {
      long marks = special((long) LONGS.get(in, at));
      if (marks != 0) {
        return at + (Long.numberOfTrailingZeros(marks) >>> 3);
      }
      at += Long.BYTES;
    }
    while (at < end && in[at] >= ' ' && in[at] != '"' && in[at] != '\\') {
      at++;
    }
    return at;
  }

  /**
   * Copies bytes that may be written as they are.
   *
   * @return how many were; less than all if one is suspicious
   */
  static int copyPlain(byte[] from, byte[] to, int target) {
    int length = from.length;
    if (length < Long.BYTES) {
      return copyPlainBytes(from, to, target);
    }
    int last = length - Long.BYTES;
    for (int at = 0; at < last; at += Long.BYTES) {
      long word = (long) LONGS.get(from, at);
      if (suspicious(word)) {
        return at;
      }
      LONGS.set(to, target + at, word);
    }
    long word = (long) LONGS.get(from, last); // overlaps the one before
    LONGS.set(to, target + last, word);
    return suspicious(word) ? last : length;
  }

  private static int copyPlainBytes(byte[] from, byte[] to, int target) {
    for (int at = 0; at < from.length; at++) {
      byte b = from[at];
      if ((b >= 0 && b < ' ') || b == '"' || b == '\\' || b == '?') {
        return at;
      }
      to[target + at] = b;
    }
    return from.length;
  }

  /**
   * Writes one byte of UTF-8, escaped if it must be; takes at most six bytes.
   *
   * @return where the next one goes
   */
  static int put(byte b, byte[] to, int target) {
    int at = target;
    if (b < 0 || (b >= ' ' && b != '"' && b != '\\')) {
      to[at++] = b;
      return at;
    }
    to[at++] = '\\';
    int letter =
        switch (b) {
          case '\b' -> 'b';
          case '\f' -> 'f';
          case '\n' -> 'n';
          case '\r' -> 'r';
          case '\t' -> 't';
          case '"', '\\' -> b;
          default -> 'u';
        };
    to[at++] = (byte) letter;
    if (letter == 'u') {
      to[at++] = '0';
      to[at++] = '0';
      to[at++] = (byte) HEX.charAt(b >> 4);
      to[at++] = (byte) HEX.charAt(b & 0xF);
    }
    return at;
  }

  /** The text in quotes, for what is written once and for all. */
  static String quoted(String text, String after) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c < ' ' || c == '"' || c == '\\') {
        byte[] escaped = new byte[6];
        int length = put((byte) c, escaped, 0);
        for (int i = 0; i < length; i++) {
          quoted.append((char) escaped[i]);
        }
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').append(after).toString();
  }
}
