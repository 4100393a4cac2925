package dev.farcall.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Limits how often a client calls a method. What is too much is rejected with the time after which
 * to come again, or waits for its turn.
 *
 * <p>It counts the calls of this process. What a server takes from each of its callers is for the
 * server to say.
 *
 * <pre>{@code
 * @RateLimit(permits = 100, per = "1s", maxWait = "50ms")
 * Quote quote(String symbol);
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface RateLimit {

  /** How many calls in each {@link #per}, in the long run; at least 1. */
  int permits();

  /** The time of so many calls; at most a day. */
  String per() default "1s";

  /** How many calls at once after a pause; as many as {@link #permits} if not said. */
  int burst() default -1;

  /**
   * How long a call waits for its turn at most; not at all if 0. No thread sleeps for it: a method
   * of this process waits only if it returns a {@code CompletionStage}, and is rejected at once if
   * not.
   */
  String maxWait() default "0ms";

  /** Whether it rejects, or only counts and tells. */
  Mode mode() default Mode.ENFORCE;
}
