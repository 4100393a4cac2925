package dev.farcall.call;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Hashes the keys by which calls are sent to the same endpoint: the same for equal keys in each
 * process, on each machine and with each version of Java. Not for secrets.
 */
public final class Hashing {

  /** There is no key. */
  public static final long NONE = 0;

  private Hashing() {}

  /** That of a text: FNV-1a of its bytes in UTF-8, mixed. The bytes are not made. */
  public static long of(@Nullable String key) {
    if (key == null) {
      return NONE;
    }
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (c < 0x80) {
        hash = fnv(hash, c);
      } else {
        int point = key.codePointAt(i);
        hash = beyondAscii(hash, point);
        i += Character.charCount(point) - 1;
      }
    }
    return mixed(hash);
  }

  private static long beyondAscii(long hash, int point) {
    if (point < 0x800) {
      return fnv(fnv(hash, 0xC0 | (point >> 6)), last(point));
    }
    if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
      return fnv(hash, '?'); // half of a pair, which has no bytes
    }
    long before =
        point < 0x10000
            ? fnv(hash, 0xE0 | (point >> 12))
            : fnv(fnv(hash, 0xF0 | (point >> 18)), last(point >> 12));
    return fnv(fnv(before, last(point >> 6)), last(point));
  }

  /** A byte that is not the first of its character. */
  private static int last(int bits) {
    return 0x80 | (bits & 0x3F);
  }

  private static long fnv(long hash, int octet) {
    return (hash ^ octet) * 0x100000001B3L;
  }

  /** That of a whole number. */
  public static long of(long key) {
    return mixed(key);
  }

  /** That of a whole number, if there is one. */
  public static long of(@Nullable Number key) {
    return key == null ? NONE : mixed(key.longValue());
  }

  /** That of a truth value. */
  public static long of(boolean key) {
    return mixed(key ? 1 : 2);
  }

  /** That of a truth value, if there is one. */
  public static long of(@Nullable Boolean key) {
    return key == null ? NONE : of(key.booleanValue());
  }

  /** That of a constant: of its name. */
  public static long of(@Nullable Enum<?> key) {
    return key == null ? NONE : of(key.name());
  }

  /** That of a UUID. */
  public static long of(@Nullable UUID key) {
    return key == null
        ? NONE
        : mixed(key.getMostSignificantBits() ^ mixed(key.getLeastSignificantBits()));
  }

  /**
   * Each bit of the result depends on each of the word (Stafford's mix 13); never {@link #NONE}.
   */
  private static long mixed(long word) {
    long z = word + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    z ^= z >>> 31;
    return z == NONE ? 1 : z;
  }
}
