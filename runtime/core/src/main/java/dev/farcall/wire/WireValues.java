package dev.farcall.wire;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Checks and copies that generated codecs share. */
public final class WireValues {

  private WireValues() {}

  /**
   * The value, which must be there.
   *
   * @param where as in {@code Order.note}
   */
  public static <T> T notNull(@Nullable T value, String where) {
    if (value == null) {
      throw EncodeException.nullAt(where);
    }
    return value;
  }

  /**
   * An element of a collection, which must be there.
   *
   * @param where the collection, as in {@code Order.lines}
   */
  public static <T> T notNull(@Nullable T value, String where, int index) {
    if (value == null) {
      throw EncodeException.nullAt(where + "[" + index + "]");
    }
    return value;
  }

  /** A required field, when all fields are read. */
  public static <T> T required(@Nullable T value, String field) {
    if (value == null) {
      throw DecodeException.missing(field);
    }
    return value;
  }

  /**
   * A required message, which {@link ProtobufReader#slice} remembered, when all fields are read.
   */
  public static long required(long slice, String field) {
    if (slice == 0) {
      throw DecodeException.missing(field);
    }
    return slice;
  }

  /** A number from the wire, if it is a {@code byte}. */
  public static byte toByte(int value) {
    if (value != (byte) value) {
      throw DecodeException.invalid("is " + value + " (expected: -128 to 127)");
    }
    return (byte) value;
  }

  /** A number from the wire, if it is a {@code short}. */
  public static short toShort(int value) {
    if (value != (short) value) {
      throw DecodeException.invalid("is " + value + " (expected: -32768 to 32767)");
    }
    return (short) value;
  }

  /** A view that refuses changes; what is empty costs nothing to keep. */
  public static <T> List<T> unmodifiable(List<T> list) {
    return list.isEmpty() ? Collections.emptyList() : Collections.unmodifiableList(list);
  }

  /** A view that refuses changes; what is empty costs nothing to keep. */
  public static <T> Set<T> unmodifiable(Set<T> set) {
    return set.isEmpty() ? Collections.emptySet() : Collections.unmodifiableSet(set);
  }

  /** A view that refuses changes; what is empty costs nothing to keep. */
  public static <K, V> Map<K, V> unmodifiable(Map<K, V> map) {
    return map.isEmpty() ? Collections.emptyMap() : Collections.unmodifiableMap(map);
  }

  /** A view that refuses changes. */
  public static <K, V> SortedMap<K, V> unmodifiable(SortedMap<K, V> map) {
    return Collections.unmodifiableSortedMap(map);
  }
}
