package dev.farcall.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Limits the time that a call may take, as the client sees it.
 *
 * <p>Durations are a whole number and a unit, {@code ms}, {@code s}, {@code m} or {@code h}: {@code
 * "300ms"}, {@code "2s"}, {@code "1m"}, {@code "1h"}; {@code "0"} is no limit. A deadline that the
 * call inherits only ever shortens them. When time is up the call ends as {@link
 * Code#DEADLINE_EXCEEDED} and the server is told. On a type it holds for each method that has none
 * of its own, separately.
 *
 * <pre>{@code
 * @Timeout(value = "2s", attempt = "500ms")
 * Optional<User> getUser(String id);
 * }</pre>
 *
 * @see Deadline
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Timeout {

  /**
   * The limit of the whole call, all its attempts included; 10 seconds if empty and not configured,
   * none for a method that takes or gives a stream. Where it gives one, this bounds the first
   * element.
   */
  String value() default "";

  /** The limit of each attempt, not above that of the call; none if empty. */
  String attempt() default "";

  /**
   * The limit of a stream as a whole, where {@link #value} bounds its first element; none if empty.
   * On a type it is for the methods that answer by a stream.
   */
  String stream() default "";

  /** Whether it ends calls, or only counts those that it would have ended. */
  Mode mode() default Mode.ENFORCE;
}
