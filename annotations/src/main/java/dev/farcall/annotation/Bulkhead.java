package dev.farcall.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Limits how many calls of a method are on their way at once, so that a slow peer does not take all
 * threads and connections. Calls beyond it wait, a few of them and a short time, or are rejected.
 *
 * <pre>{@code
 * @Bulkhead(maxConcurrent = 20, queue = 50, maxWait = "100ms")
 * Report report(ReportRequest request);
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Bulkhead {

  /** How many calls are on their way at most; at least 1. */
  int maxConcurrent();

  /** How many wait at most when it is full; none if 0. */
  int queue() default 0;

  /** How long one waits at most; not at all if 0. */
  String maxWait() default "0ms";

  /** Whether it rejects, or only counts and tells. */
  Mode mode() default Mode.ENFORCE;
}
