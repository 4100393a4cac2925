package dev.farcall.call;

import java.nio.charset.StandardCharsets;
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

  /** That of a text: FNV-1a of its bytes in UTF-8, mixed. */
  public static long of(@Nullable String key) {
    if (key == null) {
      return NONE;
    }
    long hash = 0xCBF29CE484222325L;
    for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xFF)) * 0x100000001B3L;
    }
    return mixed(hash);
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
