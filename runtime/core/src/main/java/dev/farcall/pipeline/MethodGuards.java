package dev.farcall.pipeline;

import dev.farcall.call.Layer;
import dev.farcall.call.Operation;
import dev.farcall.policy.CircuitBreakerPolicy;
import dev.farcall.policy.Policies;
import dev.farcall.resilience.Bulkhead;
import dev.farcall.resilience.CircuitBreaker;
import dev.farcall.resilience.ConcurrencyLimiter;
import dev.farcall.resilience.Guards;
import dev.farcall.resilience.Hedge;
import dev.farcall.resilience.RateLimiter;
import dev.farcall.resilience.Retry;
import dev.farcall.resilience.RetryBudget;
import dev.farcall.resilience.Timeouts;
import dev.farcall.time.Time;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The objects that keep the policies of one method, and their order. They live as long as the
 * client: other policies change what they hold to, not what they know.
 */
final class MethodGuards {

  private final Operation<?, ?> operation;
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
   * @param budget of all the methods of its client
   * @param namedBreakers what methods of its client share by name
   */
  MethodGuards(
      Operation<?, ?> operation,
      Time time,
      RetryBudget budget,
      ConcurrentMap<String, CircuitBreaker> namedBreakers) {
    this.operation = operation;
    this.time = time;
    this.budget = budget;
    this.namedBreakers = namedBreakers;
  }

  /** The layers that hold to these policies from here on: the order in which all calls are made. */
  synchronized Layer layers(Policies policies) {
    return Layer.of(
        Timeouts.total(policies.timeout(), time),
        repeat(policies),
        Guards.breaker(breaker(policies), time),
        Guards.rateLimit(rateLimiter(policies), time),
        Guards.bulkhead(bulkhead(policies), time),
        Guards.concurrencyLimit(concurrencyLimiter(policies), time),
        Timeouts.attempt(policies.timeout(), time));
  }

  private Layer repeat(Policies policies) {
    if (policies.hedge() != null) {
      if (hedge == null) {
        hedge = Hedge.of(operation.path(), policies.hedge(), budget, time);
      } else {
        hedge.update(policies.hedge());
      }
      return Guards.hedge(hedge, time);
    }
    if (retry == null) {
      retry = Retry.ofNeverSent(operation.path(), budget, time);
    }
    if (policies.retry() == null) {
      retry.updateToNeverSent();
    } else {
      retry.update(policies.retry());
    }
    return Guards.retry(retry, time);
  }

  private @Nullable CircuitBreaker breaker(Policies policies) {
    CircuitBreakerPolicy policy = policies.breaker();
    if (policy == null) {
      return null;
    }
    CircuitBreaker breaker = ownBreaker;
    String shared = policies.breakerName();
    if (shared != null) {
      breaker =
          namedBreakers.computeIfAbsent(shared, name -> CircuitBreaker.of(name, policy, time));
    } else if (breaker == null) {
      breaker = CircuitBreaker.of(operation.path(), policy, time);
      ownBreaker = breaker;
    }
    breaker.update(policy);
    return breaker;
  }

  private @Nullable RateLimiter rateLimiter(Policies policies) {
    if (policies.rateLimit() == null) {
      return null;
    }
    if (rateLimiter == null) {
      rateLimiter = RateLimiter.of(operation.path(), policies.rateLimit(), time);
    }
    rateLimiter.update(policies.rateLimit());
    return rateLimiter;
  }

  private @Nullable Bulkhead bulkhead(Policies policies) {
    if (policies.bulkhead() == null) {
      return null;
    }
    if (bulkhead == null) {
      bulkhead = Bulkhead.of(operation.path(), policies.bulkhead(), time);
    }
    bulkhead.update(policies.bulkhead());
    return bulkhead;
  }

  private @Nullable ConcurrencyLimiter concurrencyLimiter(Policies policies) {
    if (policies.concurrencyLimit() == null) {
      return null;
    }
    if (concurrencyLimiter == null) {
      concurrencyLimiter =
          ConcurrencyLimiter.of(operation.path(), policies.concurrencyLimit(), time);
    }
    concurrencyLimiter.update(policies.concurrencyLimit());
    return concurrencyLimiter;
  }
}
