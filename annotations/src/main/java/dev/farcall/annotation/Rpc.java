package dev.farcall.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what the schema cannot tell from the Java method alone.
 *
 * <p>Overloads need distinct names. A default method that carries this annotation is remote.
 *
 * <pre>{@code
 * @Rpc(name = "FindByEmail")
 * Optional<User> find(Email email);
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Rpc {

  /**
   * The method's name in the schema, an identifier in upper camel case; the Java name in upper
   * camel case if empty. Give it before the Java method is renamed and deployed peers will not
   * notice.
   */
  String name() default "";

  /**
   * Whether request and response get messages of their own, even where a parameter or the result
   * could be sent as it is, and so the elements of streams. It leaves room for parameters to come.
   */
  boolean wrap() default false;
}
