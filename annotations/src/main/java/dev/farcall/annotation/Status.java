package dev.farcall.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The HTTP status of a call that succeeds, where it is neither 200 nor, for a method that answers
 * nothing, 204.
 *
 * <pre>{@code
 * @Post
 * @Status(value = 201, location = "/v1/users/{id}")
 * User createUser(NewUser user);
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Status {

  /** 200 to 299; 204 and 205 for methods that answer nothing. */
  int value();

  /**
   * The whole path of what the call made, sent as the header {@code Location}; its variables are
   * components of the result. None if empty.
   */
  String location() default "";
}
