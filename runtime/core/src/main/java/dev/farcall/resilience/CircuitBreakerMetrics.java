package dev.farcall.resilience;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a circuit breaker has seen since it was made; each call is counted once, when it ends.
 *
 * @param total calls that succeeded or failed
 * @param successful those that succeeded
 * @param failed those that failed
 * @param slow those that took longer than the policy's {@code slowAfter}, of both kinds
 * @param ignored calls whose end said nothing, as that of a call its caller gave up
 * @param rejected calls that did not pass, or, under {@code SHADOW}, would not have
 * @param timeOpen how long it was not closed, half-open included
 * @param lastOpened how long ago it left the closed state for the last time; null if never
 * @param windowCalls calls that the window holds now
 * @param windowFailed those of them that failed
 */
public record CircuitBreakerMetrics(
    CircuitBreaker.State state,
    long total,
    long successful,
    long failed,
    long slow,
    long ignored,
    long rejected,
    Duration timeOpen,
    @Nullable Duration lastOpened,
    int windowCalls,
    int windowFailed) {}
