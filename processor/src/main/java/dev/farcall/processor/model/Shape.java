package dev.farcall.processor.model;

import com.palantir.javapoet.TypeName;

/** How often a value occurs in a field, and what is done when it does not. */
public sealed interface Shape {

  /**
   * Once.
   *
   * @param required whether absence is an error; otherwise it is the natural default
   */
  record Singular(ValueType type, boolean required) implements Shape {}

  /** Once or not at all. */
  record Optional(ValueType type, Optional.Form form) implements Shape {
    /** How Java says so. */
    public enum Form {
      /** {@code Optional<T>}. */
      OPTIONAL,
      OPTIONAL_INT,
      OPTIONAL_LONG,
      OPTIONAL_DOUBLE,
      /** A boxed type or a {@code @Nullable} reference. */
      NULLABLE
    }
  }

  /** Any number of times. */
  record Repeated(ValueType element, Repeated.Form form) implements Shape {
    /** How Java says so. */
    public enum Form {
      /** {@code List<T>} or {@code Collection<T>}. */
      LIST,
      /** {@code Set<T>}, in encounter order. */
      SET,
      /** {@code T[]}, {@code int[]} and the like; not {@code byte[]}. */
      ARRAY
    }
  }

  /**
   * Any number of entries.
   *
   * @param sorted {@code SortedMap<K, V>}
   */
  record Mapping(ValueType key, ValueType value, boolean sorted, TypeName javaType)
      implements Shape {}
}
