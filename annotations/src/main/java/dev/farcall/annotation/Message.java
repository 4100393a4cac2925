package dev.farcall.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a record, enum or sealed interface its codec and its schema in the module that declares it.
 *
 * <p>Types that a service of the same module uses have them without it. A type that only other
 * modules use needs it: otherwise each of these makes a copy of its own.
 *
 * <pre>{@code
 * @Message(name = "acme.common.v1.Money")
 * public record Money(BigDecimal amount, Currency currency) {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Message {

  /**
   * The full name of the message, package included; the proto package and the Java name if empty.
   * Give it before the type is renamed or moved and deployed peers will not notice.
   */
  String name() default "";
}
