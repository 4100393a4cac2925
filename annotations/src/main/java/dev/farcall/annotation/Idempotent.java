package dev.farcall.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Promises that calling a method twice with the same arguments leaves the same state as calling it
 * once.
 *
 * <p>The schema says so to peers. Without it, a call that may have reached the server is not sent
 * again.
 *
 * <pre>{@code
 * @Idempotent
 * void cancel(OrderId order);
 * }</pre>
 *
 * @see Safe
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Idempotent {}
