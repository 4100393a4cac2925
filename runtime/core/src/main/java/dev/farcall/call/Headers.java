package dev.farcall.call;

import static java.util.Objects.requireNonNull;

import dev.farcall.annotation.Code;
import dev.farcall.wire.EncodeException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@code @Header} parameters as metadata, and back, for generated code. A client collects them,
 * with one {@code add} for each; a dispatcher asks for each by name. What is absent is left out.
 *
 * <pre>{@code
 * new Headers().add("x-tenant", tenant).addIfPresent("x-count", count).metadata()
 *
 * Headers.get(context.metadata(), "x-count", "int", Integer::parseInt)
 * }</pre>
 */
@SuppressWarnings("NullableOptional") // they come from generated code, with what a user passed
public final class Headers {

  private Metadata metadata = Metadata.EMPTY;

  /** Collects, beginning with none. */
  public Headers() {}

  /**
   * Adds text.
   *
   * @throws EncodeException if it is null
   * @throws IllegalArgumentException if it is not printable ASCII
   */
  public Headers add(String name, String value) {
    return add(name, value, Function.identity());
  }

  /** Adds a value that {@code text} spells. */
  public <T> Headers add(String name, T value, Function<T, String> text) {
    if (value == null) {
      throw new EncodeException(
          "header '"
              + name
              + "' is null (expected: a value; if it may be absent, declare Optional<…>)");
    }
    metadata = metadata.with(name, text.apply(value));
    return this;
  }

  /** Adds a value that {@code text} spells, unless it is null. */
  public <T> Headers addUnlessNull(String name, @Nullable T value, Function<T, String> text) {
    return value == null ? this : add(name, value, text);
  }

  /** Adds a value that {@code text} spells; nothing if it is empty or null. */
  public <T> Headers addIfPresent(
      String name, @Nullable Optional<T> value, Function<T, String> text) {
    return value == null || value.isEmpty() ? this : add(name, value.get(), text);
  }

  /** Adds a number; nothing if it is empty or null. */
  public Headers addIfPresent(String name, @Nullable OptionalInt value) {
    return value == null || value.isEmpty() ? this : add(name, String.valueOf(value.getAsInt()));
  }

  /** Adds a number; nothing if it is empty or null. */
  public Headers addIfPresent(String name, @Nullable OptionalLong value) {
    return value == null || value.isEmpty() ? this : add(name, String.valueOf(value.getAsLong()));
  }

  /** Adds a number; nothing if it is empty or null. */
  public Headers addIfPresent(String name, @Nullable OptionalDouble value) {
    return value == null || value.isEmpty() ? this : add(name, String.valueOf(value.getAsDouble()));
  }

  /** All that was added. */
  public Metadata metadata() {
    return metadata;
  }

  /**
   * The value of a header that must be there.
   *
   * @param expected what it is, for errors: {@code int}, {@code UUID}
   * @param parse reads its text, and throws on any other
   * @throws CallException {@code INVALID_ARGUMENT}, naming the header, if it is absent or not such
   */
  public static <T> T get(
      Metadata metadata, String name, String expected, Function<String, T> parse) {
    T value = getOrNull(metadata, name, expected, parse);
    if (value == null) {
      throw invalid("header '" + name + "' is missing (expected: " + expected + ")");
    }
    return value;
  }

  /** As {@link #get}; null if the header is absent. */
  public static <T> @Nullable T getOrNull(
      Metadata metadata, String name, String expected, Function<String, T> parse) {
    String text = metadata.get(name);
    if (text == null) {
      return null;
    }
    try {
      return requireNonNull(parse.apply(text));
    } catch (RuntimeException notSuch) {
      // The text itself stays out of the message: it may be a secret.
      throw invalid("header '" + name + "' is malformed (expected: " + expected + ")");
    }
  }

  /** As {@link #get}; empty if the header is absent. */
  public static <T> Optional<T> find(
      Metadata metadata, String name, String expected, Function<String, T> parse) {
    return Optional.ofNullable(getOrNull(metadata, name, expected, parse));
  }

  /** As {@link #find}, of an {@code int}. */
  public static OptionalInt findInt(Metadata metadata, String name) {
    Integer value = getOrNull(metadata, name, "int", Integer::parseInt);
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }

  /** As {@link #find}, of a {@code long}. */
  public static OptionalLong findLong(Metadata metadata, String name) {
    Long value = getOrNull(metadata, name, "long", Long::parseLong);
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  /** As {@link #find}, of a {@code double}. */
  public static OptionalDouble findDouble(Metadata metadata, String name) {
    Double value = getOrNull(metadata, name, "double", Double::parseDouble);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static CallException invalid(String message) {
    return new CallException(Code.INVALID_ARGUMENT, message);
  }
}
