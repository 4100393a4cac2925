package dev.farcall.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets a method be called by {@code GET}, and makes it {@link Safe}.
 *
 * <p>Parameters that the path names stand in it; the others are the query's: scalars, lists of them
 * as a name that is repeated, and records with their components as {@code filter.name=…}. A single
 * parameter that is a record gives its components, to the path first. An empty {@code Optional} is
 * answered with status 404.
 *
 * <pre>{@code
 * @Get("/{id}")
 * Optional<Order> getOrder(OrderId id);
 * }</pre>
 *
 * @see Http
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(Get.List.class)
public @interface Get {

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
    Get[] value();
  }
}
