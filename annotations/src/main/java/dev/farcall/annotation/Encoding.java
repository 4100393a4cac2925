package dev.farcall.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Chooses another binary form for a number or a UUID; on a method, for its result.
 *
 * <p>A change of form breaks peers that are deployed.
 *
 * <pre>{@code
 * public record Reading(@Encoding(Encoding.Form.SIGNED) int celsius) {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.PARAMETER, ElementType.METHOD})
public @interface Encoding {

  /** The form. */
  Form value();

  /** How a value is written. JSON shows no difference, except where it says so below. */
  enum Form {
    /**
     * For {@code int} and {@code long} that are often negative: {@code sint32}, {@code sint64}.
     * Small absolute values are short.
     */
    SIGNED,

    /**
     * For {@code int} and {@code long} that are often large: {@code sfixed32}, {@code sfixed64}.
     * Always 4 or 8 bytes.
     */
    FIXED,

    /**
     * For {@code int} and {@code long} whose bits are an unsigned number: {@code uint32}, {@code
     * uint64}. JSON shows the unsigned number.
     */
    UNSIGNED,

    /** For {@code java.util.UUID}: its 16 bytes instead of its 36 characters. */
    BYTES
  }
}
