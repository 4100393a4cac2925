package dev.farcall.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the proto package of everything that a Java package declares; without it, that is the Java
 * package's own name.
 *
 * <p>The name is part of every path and type name on the wire: with it, Java packages can be
 * renamed while peers stay deployed. Within a module, Java packages that need each other's types
 * name the same proto package.
 *
 * <pre>{@code
 * @Schema("acme.orders.v1")
 * package com.acme.orders;
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PACKAGE)
public @interface Schema {

  /** The proto package: lower-case identifiers with dots between, the version last. */
  String value();

  /**
   * Classes that carry {@link WireAdapter} and live in other modules. Those of the module itself
   * are found without being listed.
   */
  Class<?>[] adapters() default {};
}
