package dev.farcall.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Promises that the implementation returns at once, so that the server may run it on the
 * transport's event loop.
 *
 * <p>An ordinary method runs on a thread that it may block. One that returns a {@code
 * CompletionStage} or a {@code Flow.Publisher} is taken to be non-blocking without this; one that
 * takes or returns a {@code java.util.stream.Stream} always waits. Whoever breaks the promise stops
 * every connection of that loop; a blocking call through Farcall is refused there. On a type it
 * holds for each of its methods.
 *
 * <pre>{@code
 * @NonBlocking
 * Rate currentRate(Currency currency);
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface NonBlocking {}
