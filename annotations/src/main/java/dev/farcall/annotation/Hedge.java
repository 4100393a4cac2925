package dev.farcall.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sends a call again before it has failed, when it takes longer than most do, and takes the answer
 * that comes first. The others are given up.
 *
 * <p>Needs {@link Safe}, {@link Idempotent} or a verb that implies one of them. Hedges draw from
 * the same budget as retries, so they are a fraction of all calls, however slow the peer is. A
 * method that takes a stream cannot be hedged.
 *
 * <pre>{@code
 * @Safe
 * @Hedge(delay = "30ms")
 * Price price(String sku);
 * }</pre>
 *
 * @see Retry
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Hedge {

  /** How often a call is sent at most, the first time included; 2 to 5. */
  int maxAttempts() default 2;

  /**
   * How long the one before has been on its way when the next is sent. If empty, longer than 95 of
   * 100 calls of the last 30 seconds took.
   */
  String delay() default "";

  /** Whether it sends calls a second time, or only counts those that it would have. */
  Mode mode() default Mode.ENFORCE;
}
