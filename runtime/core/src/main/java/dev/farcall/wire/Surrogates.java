package dev.farcall.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * {@code String.getBytes(UTF_8)} writes {@code '?'} for a surrogate without its pair. Text whose
 * bytes have no {@code '?'} had none; only the rest is looked at char by char.
 */
final class Surrogates {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;
  private static final long QUESTION_MARKS = '?' * ONES;

  private Surrogates() {}

  /**
   * Whether there is a {@code '?'}, eight bytes at a time. Where eights do not fill the text they
   * overlap: most texts are short, and are done without a loop.
   */
  static boolean mayBeReplaced(byte[] utf8) {
    int length = utf8.length;
    if (length >= 16) {
      long found = eight(utf8, 0) | eight(utf8, 8) | eight(utf8, length - 16);
      found |= eight(utf8, length - 8);
      for (int i = 16; i < length - 16; i += Long.BYTES) {
        found |= eight(utf8, i);
      }
      return found != 0;
    }
    if (length >= Long.BYTES) {
      return (eight(utf8, 0) | eight(utf8, length - Long.BYTES)) != 0;
    }
    for (byte b : utf8) {
      if (b == '?') {
        return true;
      }
    }
    return false;
  }

  /** Not zero if one of eight bytes is a {@code '?'}. */
  private static long eight(byte[] utf8, int index) {
    long different = (long) LONGS.get(utf8, index) ^ QUESTION_MARKS;
    return different - ONES & ~different & HIGHS;
  }

  /** The index of the first surrogate without its pair, or -1. */
  static int firstUnpaired(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        if (Character.isLowSurrogate(c)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return i;
        }
        i++;
      }
    }
    return -1;
  }
}
