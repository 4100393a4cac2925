package dev.farcall.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an exception that a method declares as one that will pass: the same call may well succeed
 * later. It counts as a failure for circuit breakers, is retried where that is allowed, and tells
 * callers when to come again.
 *
 * <pre>{@code
 * @Transient(retryAfter = "200ms")
 * @RemoteError(code = Code.UNAVAILABLE)
 * public final class BankBusy extends Exception {
 *   public BankBusy() {
 *     super("the bank is busy");
 *   }
 * }
 * }</pre>
 *
 * @see Permanent
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Transient {

  /** After which time to come again. */
  String retryAfter() default "100ms";
}
