package dev.farcall.wire;

import org.jspecify.annotations.Nullable;

/**
 * A field as the path in an error names it.
 *
 * @param name the component's name; empty for a oneof's case, which adds nothing a reader knows
 * @param kind how often it occurs
 * @param codec of the message it holds, or of a map's values
 */
public record FieldName(String name, Kind kind, @Nullable MessageCodec<?> codec) {

  /** How often a field occurs. */
  public enum Kind {
    SINGULAR,
    REPEATED,
    MAP
  }

  /** A field that holds at most one value. */
  public static FieldName of(String name) {
    return new FieldName(name, Kind.SINGULAR, null);
  }

  /** A field that holds at most one message. */
  public static FieldName of(String name, MessageCodec<?> codec) {
    return new FieldName(name, Kind.SINGULAR, codec);
  }

  /** A field that holds a list. */
  public static FieldName repeated(String name) {
    return new FieldName(name, Kind.REPEATED, null);
  }

  /** A field that holds a list of messages. */
  public static FieldName repeated(String name, MessageCodec<?> codec) {
    return new FieldName(name, Kind.REPEATED, codec);
  }

  /** A field that holds a map. */
  public static FieldName map(String name) {
    return new FieldName(name, Kind.MAP, null);
  }

  /** A field that holds a map with messages as values. */
  public static FieldName map(String name, MessageCodec<?> codec) {
    return new FieldName(name, Kind.MAP, codec);
  }
}
