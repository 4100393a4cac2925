package dev.farcall.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sends a parameter beside the request, as gRPC metadata or an HTTP header, and not in it.
 *
 * <p>The parameter is a String or another scalar, which is sent as text, or an {@code Optional} of
 * one, which is left out when empty. It is no part of the request message.
 *
 * <pre>{@code
 * Order place(Order order, @Header("x-tenant") String tenant);
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Header {

  /**
   * The header's name: lower-case letters, digits, {@code -}, {@code _} and {@code .}. On the wire
   * case makes no difference.
   */
  String value();
}
