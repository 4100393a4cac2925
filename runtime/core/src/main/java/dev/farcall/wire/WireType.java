package dev.farcall.wire;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a generated codec, dispatcher or schema, so that the compilation of another module finds
 * who owns a type: it looks for the class {@code <Type>Codec}, or {@code <Service>Dispatcher}, in
 * the type's package.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface WireType {

  /** The full proto name of the message, enum or service, or the proto package of a schema. */
  String value();

  /** The generated schema that has its descriptor. */
  Class<?> schema();

  /** The import path of the file that declares it, as in {@code acme/orders/v1/orders.proto}. */
  String path();
}
