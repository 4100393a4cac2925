package dev.farcall.processor.lock;

import dev.farcall.processor.lock.LockFile.Field;
import dev.farcall.processor.lock.LockFile.Kind;

/**
 * Which types read each other's values: the classes of buf's breaking rules
 * FIELD_WIRE_JSON_COMPATIBLE_TYPE and FIELD_WIRE_COMPATIBLE_TYPE.
 */
enum WireTypes {
  SAME,
  /** In binary and JSON. */
  ALIKE,
  /** In binary only. */
  BINARY,
  UNLIKE;

  /**
   * Compares two types of one number.
   *
   * @param formerType the old one's type under the name that it has now
   */
  static WireTypes of(Field old, String formerType, Field now) {
    if (occurs(old.kind()) != occurs(now.kind())) {
      return UNLIKE;
    }
    WireTypes keys = of(old.key(), now.key());
    WireTypes values = of(formerType, now.type());
    if (values == BINARY && isTextInBytes(old, now)) {
      return UNLIKE;
    }
    return keys.compareTo(values) > 0 ? keys : values;
  }

  /** A string's bytes are its text; those of a UUID, say, are not. */
  private static boolean isTextInBytes(Field old, Field now) {
    boolean plain = old.comment().domain().isEmpty() && now.comment().domain().isEmpty();
    return !plain && old.type().equals("string") && now.type().equals("bytes");
  }

  /** A field may become optional and the reverse: that is nothing the wire knows. */
  private static Kind occurs(Kind kind) {
    return kind == Kind.OPTIONAL ? Kind.ONE : kind;
  }

  private static WireTypes of(String old, String now) {
    if (old.equals(now)) {
      return SAME;
    }
    if (json(old).equals(json(now))) {
      return ALIKE;
    }
    boolean text = old.equals("string") && now.equals("bytes");
    return text || binary(old).equals(binary(now)) ? BINARY : UNLIKE;
  }

  private static String json(String type) {
    return switch (type) {
      case "int32", "uint32" -> "32 bits";
      case "int64", "uint64" -> "64 bits";
      default -> type;
    };
  }

  private static String binary(String type) {
    return switch (type) {
      case "int32", "uint32", "int64", "uint64", "bool" -> "varint";
      case "sint32", "sint64" -> "zigzag";
      default -> type;
    };
  }
}
