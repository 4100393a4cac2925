package dev.farcall.wire;

import java.util.Arrays;

/**
 * Where the occurrences of message fields lie. One occurrence is a number by itself, start and
 * length, and costs nothing; several are a list in two arrays, which keep only what messages still
 * being read need.
 */
final class Slices {

  /** No occurrence. One always has a start above 0: its tag and length stand before it. */
  static final long NONE = 0;

  private static final int[] NO_INTS = {};
  private static final long[] NO_LONGS = {};

  private long[] parts = NO_LONGS;
  private int[] next = NO_INTS;
  private int count;

  static long of(int start, int length) {
    return (long) start << 32 | length;
  }

  static int start(long one) {
    return (int) (one >>> 32);
  }

  static int end(long one) {
    return start(one) + (int) one;
  }

  /**
   * A list is negative: the index of its first part in the upper half, that of the last in the
   * lower.
   */
  private static long list(int first, int last) {
    return Long.MIN_VALUE | (long) first << 32 | last;
  }

  private static int firstIndex(long list) {
    return (int) (list >>> 32) & Integer.MAX_VALUE;
  }

  long append(long slice, long one) {
    if (slice == NONE) {
      return one;
    }
    if (slice > 0) {
      int first = add(slice);
      int last = add(one);
      next[first] = last;
      return list(first, last);
    }
    int last = add(one);
    next[(int) slice] = last;
    return list(firstIndex(slice), last);
  }

  private int add(long one) {
    if (count == parts.length) {
      int capacity = Math.max(8, 2 * count);
      parts = Arrays.copyOf(parts, capacity);
      next = Arrays.copyOf(next, capacity);
    }
    parts[count] = one;
    return count++;
  }

  long first(long slice) {
    return slice > 0 ? slice : parts[firstIndex(slice)];
  }

  /** All but the first occurrence. */
  long after(long slice) {
    if (slice > 0 || firstIndex(slice) == (int) slice) {
      return NONE;
    }
    return list(next[firstIndex(slice)], (int) slice);
  }

  /** The start of the occurrence that the position lies in, or else of the first. */
  int startOfPart(long slice, int position) {
    for (long rest = slice; rest != NONE; rest = after(rest)) {
      long one = first(rest);
      if (start(one) <= position && position <= end(one)) {
        return start(one);
      }
    }
    return start(first(slice));
  }

  byte[] copy(byte[] bytes, long slice) {
    int length = 0;
    for (long rest = slice; rest != NONE; rest = after(rest)) {
      length += (int) first(rest);
    }
    byte[] joined = new byte[length];
    int at = 0;
    for (long rest = slice; rest != NONE; rest = after(rest)) {
      long one = first(rest);
      System.arraycopy(bytes, start(one), joined, at, (int) one);
      at += (int) one;
    }
    return joined;
  }

  int mark() {
    return count;
  }

  /** Forgets the lists made since the mark. */
  void release(int mark) {
    count = mark;
  }
}
