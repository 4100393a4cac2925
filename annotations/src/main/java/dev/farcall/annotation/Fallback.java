package dev.farcall.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Answers in place of a call that failed, when all else is of no use: the peer is not there, has no
 * room, is too slow, or a breaker is open. What the method declares, what the peer refuses for what
 * it is, and what the caller gave up, is not replaced.
 *
 * <p>The compiler finds the method: one of the given class with the same name and parameters, and
 * if it likes the {@link Throwable} after them; its result is that of the method. It is static, or
 * the class has a public constructor without parameters; one object is made for each client. A
 * {@code default} method without a class is its own fallback: its body answers.
 *
 * <p>A stream is replaced if it fails before its first element. A fallback that is given a stream
 * finds it consumed, as far as the call has sent it.
 *
 * <pre>{@code
 * @Fallback(NoRecommendations.class)
 * List<Product> recommend(String userId);
 *
 * final class NoRecommendations {
 *   List<Product> recommend(String userId, Throwable why) {
 *     return List.of();
 *   }
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Fallback {

  /** Where the method is; in the interface itself if void. */
  Class<?> value() default void.class;
}
