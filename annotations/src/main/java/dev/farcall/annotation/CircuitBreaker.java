package dev.farcall.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stops calling a method for a while when too many of its calls fail, and finds out by a few probes
 * when to call it again. Meanwhile calls are rejected at once.
 *
 * <p>What the method declares, and a call that the peer refuses for what it is, are no failures;
 * nor is a call that its caller gives up. An error marked {@link Transient} is.
 *
 * <p>On a type, each method has a breaker of its own; methods share one if they name it.
 *
 * <pre>{@code
 * @CircuitBreaker(failureRate = 0.4, openFor = "5s")
 * Payment pay(PaymentRequest request) throws PaymentDeclined;
 * }</pre>
 *
 * @see Fallback
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface CircuitBreaker {

  /** Methods of this service that name the same breaker share it; one of its own if empty. */
  String name() default "";

  /** The fraction of failed calls that opens it; above 0, at most 1. */
  double failureRate() default 0.5;

  /** The fraction of slow calls that opens it; above 0, at most 1; 1 with no slowAfter is never. */
  double slowRate() default 1.0;

  /** What takes longer is slow; nothing is if empty. */
  String slowAfter() default "";

  /** How many calls there must be in the window for a fraction to mean anything; at least 1. */
  int minimumCalls() default 10;

  /** How far back it looks. */
  String window() default "20s";

  /** If above 0 it looks at so many calls, however old, and not at {@link #window}. */
  int windowCalls() default 0;

  /** How long it rejects before it probes; longer each time that the probes fail. */
  String openFor() default "10s";

  /** What that time does not exceed. */
  String maxOpenFor() default "120s";

  /** How many calls are let through to find out whether the method works again; at least 1. */
  int probes() default 3;

  /** Whether it rejects, or only counts and tells. */
  Mode mode() default Mode.ENFORCE;
}
