package dev.farcall.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an exception that will not pass: the same call would end alike. It is an answer like any
 * other: never retried, and no failure for circuit breakers. So are all exceptions marked {@link
 * RemoteError} without {@link Transient}; where policies stand around a plain method, it says so of
 * one that would be taken for a failure.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Permanent {}
