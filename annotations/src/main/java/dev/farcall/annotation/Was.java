package dev.farcall.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Tells that something was renamed, and keeps its number.
 *
 * <p>The former name of a record component or a parameter is reserved, so that nothing else takes
 * it. The former name of an enum constant stays, as an alias of the same number. The binary form
 * carries no names, so peers that are deployed do not notice.
 *
 * <pre>{@code
 * public record Line(String sku, @Was("qty") int quantity) {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.PARAMETER, ElementType.FIELD})
public @interface Was {

  /** The Java names that it had before, in any order. */
  String[] value();
}
