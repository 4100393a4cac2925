package dev.farcall.balance;

import dev.farcall.call.Hashing;

/** Draws from a word of 64 bits. */
final class Words {

  private Words() {}

  /** A number from 0 to {@code count}, the latter excluded, by the upper half of the word. */
  static int upper(long word, int count) {
    return (int) (((word >>> 32) * count) >>> 32);
  }

  /** A number from 0 to {@code count}, the latter excluded, by the lower half of the word. */
  static int lower(long word, int count) {
    return (int) (((word & 0xFFFF_FFFFL) * count) >>> 32);
  }

  /** A fraction from 0 to 1, the latter excluded. */
  static double fraction(long word) {
    return (word >>> 11) * 0x1p-53;
  }

  /** Another word made of a word, with nothing to be seen of the one in the other. */
  static long next(long word) {
    return Hashing.of(word);
  }
}
