package dev.farcall.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets a method be called by {@code PATCH}. Parameters are bound as those of {@link Post}.
 *
 * <pre>{@code
 * @Patch("/{id}")
 * User changeUser(UserId id, UserChange change);
 * }</pre>
 *
 * @see Http
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(Patch.List.class)
public @interface Patch {

  /**
   * What follows the path of {@link Http}: nothing, or segments, each with a slash before it, of
   * which some are variables as {@code {id}}; the last may be {@code {path=**}}, which is all that
   * is left, and a word may follow after a colon, as in {@code /{id}:confirm}.
   */
  String value() default "";

  /** Several, where a method has more paths than one; clients call the first. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.METHOD)
  @interface List {
    Patch[] value();
  }
}
