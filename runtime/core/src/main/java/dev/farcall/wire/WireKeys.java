package dev.farcall.wire;

import java.nio.charset.StandardCharsets;

/** The keys of maps that JSON spells as names: numbers and booleans. */
public final class WireKeys {

  private WireKeys() {}

  public static boolean bool(String key) {
    return switch (key) {
      case "true" -> true;
      case "false" -> false;
      default -> throw DecodeException.invalid("has a key that is not true or false");
    };
  }

  public static int int32(String key) {
    long value = int64(key);
    if (value != (int) value) {
      throw JsonNumbers.outOfRange(key, "a key of -2147483648 to 2147483647");
    }
    return (int) value;
  }

  /** The bits of a number without sign. */
  public static int uint32(String key) {
    long value = int64(key);
    if (value != (value & 0xFFFF_FFFFL)) {
      throw JsonNumbers.outOfRange(key, "a key of 0 to 4294967295");
    }
    return (int) value;
  }

  public static long int64(String key) {
    return JsonNumbers.integer(number(key), false);
  }

  /** The bits of a number without sign. */
  public static long uint64(String key) {
    return JsonNumbers.integer(number(key), true);
  }

  private static String number(String key) {
    byte[] ascii = key.getBytes(StandardCharsets.ISO_8859_1);
    if (ascii.length == 0 || JsonNumbers.end(ascii, 0, ascii.length) != ascii.length) {
      throw DecodeException.invalid("has a key that is not a number");
    }
    return JsonNumbers.text(ascii, 0, ascii.length);
  }
}
