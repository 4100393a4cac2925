package dev.farcall.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sends a call again that failed, where that may help: when the peer or the way to it is at fault,
 * never when it answered what the method declares, nor when it refused the call for what it is.
 *
 * <p>Needs {@link Safe}, {@link Idempotent} or a verb that implies one of them. What provably never
 * left this process is sent again without this annotation, whatever the method does. A stream of
 * answers is asked for again before its first element only; one of requests cannot be sent again.
 *
 * <p>The methods of a service share one budget for each connection to it: retries are at most a
 * fifth of the calls, and 10 a second beside. So a peer that fails altogether does not get three
 * times the load.
 *
 * <pre>{@code
 * @Safe
 * @Retry(maxAttempts = 4, backoff = "20ms")
 * Optional<User> getUser(String id);
 * }</pre>
 *
 * @see Timeout
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Retry {

  /** How often a call is sent at most, the first time included; 1 to 10. */
  int maxAttempts() default 3;

  /**
   * The bound of the pause before the second attempt; it doubles with each. How long a pause is
   * within its bound is left to chance, so that callers do not come back all at once. A delay that
   * the peer asks for holds instead.
   */
  String backoff() default "50ms";

  /** What the bound of a pause does not exceed. */
  String maxBackoff() default "1s";

  /**
   * Whether it sends calls again, or only counts those that it would have. What was never sent is
   * sent again in any mode.
   */
  Mode mode() default Mode.ENFORCE;
}
