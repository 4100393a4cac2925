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
 * <p>On a record, an enum, a sealed interface or a member of one it tells the former name of the
 * type, from which the lock knows its numbers: a simple one for a neighbour, or the full proto
 * name, as in {@code acme.orders.v1.Money}.
 *
 * <pre>{@code
 * public record Line(String sku, @Was("qty") int quantity) {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.PARAMETER, ElementType.FIELD, ElementType.TYPE})
public @interface Was {

  /** The Java names that it had before, in any order. */
  String[] value();
}
