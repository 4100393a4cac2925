package dev.farcall.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the enum constant that has the number 0: the value of a component that a peer left out.
 *
 * <p>A constant called {@code UNSPECIFIED} is that one without the annotation. An enum with neither
 * has no value for an absent component, which is then refused.
 *
 * <pre>{@code
 * public enum Priority {
 *   @Unspecified
 *   NORMAL,
 *   URGENT
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Unspecified {}
