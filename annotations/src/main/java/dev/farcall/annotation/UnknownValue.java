package dev.farcall.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the enum constant, or the member of a sealed interface, that stands for what this build
 * does not know.
 *
 * <p>A newer peer may send a constant or a member that was added since. With this annotation it
 * arrives as the marked one; without, the message is refused. At most one constant or member
 * carries it; a member has no components. It has a number like any other, and when it is sent on it
 * goes as itself: the number that arrived is lost.
 *
 * <pre>{@code
 * public enum OrderStatus {
 *   OPEN,
 *   CLOSED,
 *   @UnknownValue
 *   OTHER
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.TYPE})
public @interface UnknownValue {}
