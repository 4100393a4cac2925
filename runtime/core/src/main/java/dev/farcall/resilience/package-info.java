/**
 * The objects that keep the policies of {@code dev.farcall.policy}: a channel says what happens
 * before {@code next.send} and what on the way back. In which order they stand is for {@code
 * pipeline} to say.
 *
 * <p>Below the channel of a policy stands its core, which knows no calls, never waits and never
 * allocates: that of a {@link dev.farcall.policy.RateLimitPolicy} is a {@link
 * dev.farcall.resilience.TokenBucket}.
 */
@NullMarked
package dev.farcall.resilience;

import org.jspecify.annotations.NullMarked;
