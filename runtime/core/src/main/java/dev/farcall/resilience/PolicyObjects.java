package dev.farcall.resilience;

import dev.farcall.policy.BulkheadPolicy;
import dev.farcall.policy.CircuitBreakerPolicy;
import dev.farcall.policy.ConcurrencyLimitPolicy;
import dev.farcall.policy.HedgePolicy;
import dev.farcall.policy.Policies;
import dev.farcall.policy.RateLimitPolicy;
import dev.farcall.policy.RetryPolicy;
import dev.farcall.time.Time;
import java.time.Duration;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The objects that keep the policies of one method. They live as long as its client: other policies
 * change what they hold to, not what they know. One thread at a time asks for them.
 */
public final class PolicyObjects {

  private final String name;
  private final Time time;
  private final RetryBudget budget;
  private final ConcurrentMap<String, CircuitBreaker> namedBreakers;

  private @Nullable Retry retry;
  private @Nullable Hedge hedge;
  private @Nullable CircuitBreaker ownBreaker;
  private @Nullable RateLimiter rateLimiter;
  private @Nullable Bulkhead bulkhead;
  private @Nullable ConcurrencyLimiter concurrencyLimiter;

  /**
   * Those of a method.
   *
   * @param name of the method, for people
   * @param budget of all the methods of its client
   * @param namedBreakers what methods of its client share by name
   */
  public PolicyObjects(
      String name,
      Time time,
      RetryBudget budget,
      ConcurrentMap<String, CircuitBreaker> namedBreakers) {
    this.name = name;
    this.time = time;
    this.budget = budget;
    this.namedBreakers = namedBreakers;
  }

  /** What sends again: what the policy says, or, without one, only what was never sent. */
  public Retry retry(@Nullable RetryPolicy policy) {
    if (retry == null) {
      retry = Retry.ofNeverSent(name, budget, time);
    }
    if (policy == null) {
      retry.updateToNeverSent();
    } else {
      retry.update(policy);
    }
    return retry;
  }

  /** What sends a second time. */
  public Hedge hedge(HedgePolicy policy) {
    if (hedge == null) {
      hedge = Hedge.of(name, policy, budget, time);
    }
    hedge.update(policy);
    return hedge;
  }

  /** The breaker of the method, or the one it shares by name. */
  public @Nullable CircuitBreaker breaker(Policies policies) {
    CircuitBreakerPolicy policy = policies.breaker();
    if (policy == null) {
      return null;
    }
    CircuitBreaker breaker = ownBreaker;
    String shared = policies.breakerName();
    if (shared != null) {
      breaker =
          namedBreakers.computeIfAbsent(shared, each -> CircuitBreaker.of(each, policy, time));
    } else if (breaker == null) {
      breaker = CircuitBreaker.of(name, policy, time);
      ownBreaker = breaker;
    }
    breaker.update(policy);
    return breaker;
  }

  /** What bounds how often. */
  public @Nullable RateLimiter rateLimiter(@Nullable RateLimitPolicy policy) {
    if (policy == null) {
      return null;
    }
    if (rateLimiter == null) {
      rateLimiter = RateLimiter.of(name, policy, time);
    }
    rateLimiter.update(policy);
    return rateLimiter;
  }

  /** What bounds how many at once. */
  public @Nullable Bulkhead bulkhead(@Nullable BulkheadPolicy policy) {
    if (policy == null) {
      return null;
    }
    if (bulkhead == null) {
      bulkhead = Bulkhead.of(name, policy, time);
    }
    bulkhead.update(policy);
    return bulkhead;
  }

  /** What finds out how many at once. */
  public @Nullable ConcurrencyLimiter concurrencyLimiter(@Nullable ConcurrencyLimitPolicy policy) {
    if (policy == null) {
      return null;
    }
    if (concurrencyLimiter == null) {
      concurrencyLimiter = ConcurrencyLimiter.of(name, policy, time);
    }
    concurrencyLimiter.update(policy);
    return concurrencyLimiter;
  }

  /** All of them, for calls of this process. */
  public LocalGuard localGuard(Policies policies) {
    return new LocalGuard(
        time,
        timeout(policies.timeout().total()),
        timeout(policies.timeout().attempt()),
        policies.retry() == null ? null : retry(policies.retry()),
        breaker(policies),
        rateLimiter(policies.rateLimit()),
        bulkhead(policies.bulkhead()),
        concurrencyLimiter(policies.concurrencyLimit()));
  }

  private @Nullable Timeout timeout(Duration limit) {
    return limit.isZero() ? null : Timeout.of(name, limit, time);
  }
}
