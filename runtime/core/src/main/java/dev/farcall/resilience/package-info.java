/**
 * The objects that keep the policies of {@code dev.farcall.policy}. Each is of use by itself:
 * {@link dev.farcall.resilience.CircuitBreaker}, {@link dev.farcall.resilience.Bulkhead}, {@link
 * dev.farcall.resilience.RateLimiter}, {@link dev.farcall.resilience.ConcurrencyLimiter}, {@link
 * dev.farcall.resilience.Retry} with its {@link dev.farcall.resilience.RetryBudget}, {@link
 * dev.farcall.resilience.Hedge} and {@link dev.farcall.resilience.Timeout}.
 *
 * <p>Around the core of each, which is given readings of the clock, never waits and does not
 * allocate while all goes well, stand thin shells: {@code call} and {@code callAsync}; a channel,
 * which says what happens before {@code next.send} and what on the way back; and {@link
 * dev.farcall.resilience.LocalGuard} for generated decorators. In which order the channels stand is
 * for {@code pipeline} to say.
 */
@NullMarked
package dev.farcall.resilience;

import org.jspecify.annotations.NullMarked;
