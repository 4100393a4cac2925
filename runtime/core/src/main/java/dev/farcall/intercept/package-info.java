/**
 * The {@link dev.farcall.spi.Interceptor}s that come with Farcall, for {@code
 * Farcall.server().intercept(…)}. The first is the outermost; this is a good order:
 *
 * <pre>{@code
 * Farcall.server()
 *     .intercept(new AccessLog())
 *     .intercept(new RequestIds())
 *     .intercept(Authentication.bearer(tokens::owner))
 *     .intercept(new CallerRateLimit(RateLimitPolicy.perSecond(50)))
 * }</pre>
 *
 * <p>{@link dev.farcall.intercept.AccessLog} learns the caller and the id from those further in.
 * {@link dev.farcall.intercept.CallerRateLimit} counts by whom {@link
 * dev.farcall.intercept.Authentication} has found; a second one further out, by address, bounds how
 * often credentials can be tried. The health endpoints pass the two without being asked.
 *
 * <p>Each is immutable, or safe for many threads, and its methods that configure return another
 * one. None blocks or waits.
 */
@NullMarked
package dev.farcall.intercept;

import org.jspecify.annotations.NullMarked;
