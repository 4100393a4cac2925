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

  /** Whether there is a {@code '?'}, eight bytes at a time. */
  static boolean mayBeReplaced(byte[] utf8) {
    int i = 0;
    for (; i <= utf8.length - Long.BYTES; i += Long.BYTES) {
      long different = (long) LONGS.get(utf8, i) ^ QUESTION_MARKS;
      if ((different - ONES & ~different & HIGHS) != 0) { // a byte is zero
        return true;
      }
    }
    for (; i < utf8.length; i++) {
      if (utf8[i] == '?') {
        return true;
      }
    }
    return false;
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
