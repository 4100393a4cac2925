package dev.farcall.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a record with one component travel as that component alone, without a message around it.
 *
 * <p>It stays a type of its own in Java, and its constructor checks what arrives. It may be a map's
 * key where its component may.
 *
 * <pre>{@code
 * @Scalar
 * public record UserId(String value) {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Scalar {}
