package dev.farcall.resilience;

import org.jspecify.annotations.Nullable;

/**
 * The objects that keep the policies of one method now: to read what they have counted, to listen
 * to its breaker, or to open that by hand. What is null is not there. Other policies change them,
 * or bring others; the counts of those that stay go on.
 *
 * @param timeout of the call as a whole
 * @param attemptTimeout of each attempt
 * @param retry what sends again; of remote methods, unless they hedge, it is always there, since
 *     what was never sent may always be sent again
 */
public record MethodPolicies(
    @Nullable Timeout timeout,
    @Nullable Timeout attemptTimeout,
    @Nullable Retry retry,
    @Nullable Hedge hedge,
    @Nullable CircuitBreaker circuitBreaker,
    @Nullable RateLimiter rateLimiter,
    @Nullable Bulkhead bulkhead,
    @Nullable ConcurrencyLimiter concurrencyLimiter) {}
