package dev.farcall.resilience;

import dev.farcall.annotation.Mode;
import dev.farcall.policy.BulkheadPolicy;
import dev.farcall.policy.CircuitBreakerPolicy;
import dev.farcall.policy.ConcurrencyLimitPolicy;
import dev.farcall.policy.HedgePolicy;
import dev.farcall.policy.Policies;
import dev.farcall.policy.RateLimitPolicy;
import dev.farcall.policy.RetryPolicy;
import dev.farcall.policy.TimeoutPolicy;
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

  private @Nullable Timeout total;
  private @Nullable Timeout attempt;
  private @Nullable Retry retry;
  private @Nullable Hedge hedge;
  private @Nullable CircuitBreaker ownBreaker;
  private @Nullable String sharedName;
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

  /**
   * Those of a remote method, which hold to these policies from here on.
   *
   * @throws IllegalStateException if another method says something else of a breaker they share
   */
  public MethodPolicies of(Policies policies) {
    requireAlike(policies);
    Hedge hedging = hedge(policies.hedge());
    boolean hedges = hedging != null && hedging.policy().mode() == Mode.ENFORCE;
    return make(policies, hedges ? null : retry(policies.retry()), hedging);
  }

  /** Those of a method of this process. */
  public MethodPolicies ofLocal(Policies policies) {
    requireAlike(policies);
    RetryPolicy policy = policies.retry();
    return policy == null || policy.mode() == Mode.OFF
        ? make(policies, null, null)
        : make(policies, localRetry(policy), null);
  }

  /** One that shares a breaker from here on finds it as it wants it. */
  private void requireAlike(Policies policies) {
    String shared = policies.breakerName();
    CircuitBreakerPolicy policy = policies.breaker();
    if (shared == null || policy == null || shared.equals(sharedName)) {
      return;
    }
    CircuitBreaker present = namedBreakers.get(shared);
    if (present != null && !present.policy().equals(policy)) {
      throw new IllegalStateException(
          "FAR620: the circuit breaker '"
              + shared
              + "' that "
              + name
              + " shares has another policy: "
              + present.policy()
              + " (expected: "
              + policy
              + "). Say the same of it for each method, or give this one another name.");
    }
    sharedName = shared;
  }

  private MethodPolicies make(Policies policies, @Nullable Retry retry, @Nullable Hedge hedge) {
    TimeoutPolicy limits = policies.timeout();
    total = timeout(total, limits.total(), limits.mode());
    attempt = timeout(attempt, limits.attempt(), limits.mode());
    boolean limited = limits.mode() != Mode.OFF;
    return new MethodPolicies(
        limited && !limits.total().isZero() ? total : null,
        limited && !limits.attempt().isZero() ? attempt : null,
        retry,
        hedge,
        breaker(policies),
        rateLimiter(policies.rateLimit()),
        bulkhead(policies.bulkhead()),
        concurrencyLimiter(policies.concurrencyLimit()));
  }

  /** One that goes on counting where it was; as it was, if there is no limit now. */
  private @Nullable Timeout timeout(@Nullable Timeout before, Duration limit, Mode mode) {
    if (limit.isZero()) {
      return before;
    }
    Timeout timeout = before == null ? Timeout.of(name, limit, time) : before;
    timeout.update(limit, mode);
    return timeout;
  }

  /** What sends again: what the policy says, or, without one, only what was never sent. */
  private Retry retry(@Nullable RetryPolicy policy) {
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

  private Retry localRetry(RetryPolicy policy) {
    if (retry == null) {
      retry = Retry.of(name, policy, budget, time);
    }
    retry.update(policy);
    return retry;
  }

  private @Nullable Hedge hedge(@Nullable HedgePolicy policy) {
    if (policy == null || policy.mode() == Mode.OFF) {
      return null;
    }
    if (hedge == null) {
      hedge = Hedge.of(name, policy, budget, time);
    }
    hedge.update(policy);
    return hedge;
  }

  /** The breaker of the method, or the one it shares by name. */
  private @Nullable CircuitBreaker breaker(Policies policies) {
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

  private @Nullable RateLimiter rateLimiter(@Nullable RateLimitPolicy policy) {
    if (policy == null) {
      return null;
    }
    if (rateLimiter == null) {
      rateLimiter = RateLimiter.of(name, policy, time);
    }
    rateLimiter.update(policy);
    return rateLimiter;
  }

  private @Nullable Bulkhead bulkhead(@Nullable BulkheadPolicy policy) {
    if (policy == null) {
      return null;
    }
    if (bulkhead == null) {
      bulkhead = Bulkhead.of(name, policy, time);
    }
    bulkhead.update(policy);
    return bulkhead;
  }

  private @Nullable ConcurrencyLimiter concurrencyLimiter(@Nullable ConcurrencyLimitPolicy policy) {
    if (policy == null) {
      return null;
    }
    if (concurrencyLimiter == null) {
      concurrencyLimiter = ConcurrencyLimiter.of(name, policy, time);
    }
    concurrencyLimiter.update(policy);
    return concurrencyLimiter;
  }
}
