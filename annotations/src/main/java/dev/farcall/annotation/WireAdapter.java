package dev.farcall.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a wire form to a class that has none: a class of a library, a bean, a builder.
 *
 * <p>The annotated class has two public static methods: {@code W toWire(T)} and {@code T
 * fromWire(W)}, where T is the class to adapt and W one that can travel, such as a record or a
 * String. Neither takes or returns null. An {@link IllegalArgumentException} from {@code fromWire}
 * refuses the message, and its text reaches the peer.
 *
 * <pre>{@code
 * @WireAdapter
 * public final class MoneyAdapter {
 *   public static Amount toWire(MonetaryAmount money) {
 *     return new Amount(money.getNumber().numberValueExact(BigDecimal.class));
 *   }
 *
 *   public static MonetaryAmount fromWire(Amount amount) {
 *     return Money.of(amount.value(), "EUR");
 *   }
 * }
 * }</pre>
 *
 * @see Schema#adapters()
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface WireAdapter {}
