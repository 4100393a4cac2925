package dev.farcall.resilience;

import dev.farcall.call.Layer;
import dev.farcall.time.Time;
import org.jspecify.annotations.Nullable;

/** The layers that the objects of policies make. What is null adds nothing. */
public final class Guards {

  private Guards() {}

  /** Sends again. */
  public static Layer retry(@Nullable Retry retry, Time time) {
    return retry == null ? Layer.NONE : next -> new RetryChannel(retry, time, next);
  }

  /** Sends a second time what takes long. */
  public static Layer hedge(@Nullable Hedge hedge, Time time) {
    return hedge == null ? Layer.NONE : next -> new HedgeChannel(hedge, time, next);
  }

  /** Stops calling what fails. */
  public static Layer breaker(@Nullable CircuitBreaker breaker, Time time) {
    return breaker == null ? Layer.NONE : next -> new BreakerChannel(breaker, time, next);
  }

  /** Bounds how often. */
  public static Layer rateLimit(@Nullable RateLimiter limiter, Time time) {
    return limiter == null ? Layer.NONE : next -> new RateLimitChannel(limiter, time, next);
  }

  /** Bounds how many at once. */
  public static Layer bulkhead(@Nullable Bulkhead bulkhead, Time time) {
    return bulkhead == null ? Layer.NONE : next -> new BulkheadChannel(bulkhead, time, next);
  }

  /** Finds out how many at once. */
  public static Layer concurrencyLimit(@Nullable ConcurrencyLimiter limiter, Time time) {
    return limiter == null ? Layer.NONE : next -> new ConcurrencyLimitChannel(limiter, time, next);
  }
}
