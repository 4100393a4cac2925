package dev.farcall.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Puts a parameter into the query of an HTTP request, where it would be in the body, or under
 * another name.
 *
 * <pre>{@code
 * @Get
 * Page<User> listUsers(int limit, @Query("page_token") Optional<String> after);
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Query {

  /** The name in the query, and in JSON; that of the parameter if empty. */
  String value() default "";
}
