package dev.farcall.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Promises that a method changes nothing: it may be called again, ahead of need, or twice at once.
 *
 * <p>What is safe is idempotent as well. The schema says so to peers, and whatever repeats calls
 * relies on it.
 *
 * <pre>{@code
 * @Safe
 * Optional<User> getUser(String id);
 * }</pre>
 *
 * @see Idempotent
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Safe {}
