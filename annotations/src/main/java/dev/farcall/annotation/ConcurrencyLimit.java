package dev.farcall.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Limits how many calls of a method are on their way at once by what the peer can bear: one more
 * with each full load that it answers well, a tenth less when it says that it has too much.
 *
 * <p>Where {@link Bulkhead} is a number that somebody knew, this one finds it, and follows it when
 * the peer grows or shrinks.
 *
 * <pre>{@code
 * @ConcurrencyLimit(max = 200)
 * Page render(PageRequest request);
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface ConcurrencyLimit {

  /** What it begins with; from {@link #min} to {@link #max}. */
  int initial() default 20;

  /** What it does not fall below; at least 1. */
  int min() default 1;

  /** What it does not rise above. */
  int max() default 1000;

  /** Whether it rejects, or only counts and tells. */
  Mode mode() default Mode.ENFORCE;
}
