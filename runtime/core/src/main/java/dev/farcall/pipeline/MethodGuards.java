package dev.farcall.pipeline;

import dev.farcall.call.Layer;
import dev.farcall.policy.Policies;
import dev.farcall.resilience.CircuitBreaker;
import dev.farcall.resilience.Guards;
import dev.farcall.resilience.PolicyObjects;
import dev.farcall.resilience.Timeouts;
import dev.farcall.time.Time;
import org.jspecify.annotations.Nullable;

/** The policies of one method as layers, in their order. */
final class MethodGuards {

  private final Time time;
  private final PolicyObjects objects;
  private volatile @Nullable CircuitBreaker breaker;

  MethodGuards(Time time, PolicyObjects objects) {
    this.time = time;
    this.objects = objects;
  }

  /** The layers that hold to these policies from here on: the order in which all calls are made. */
  synchronized Layer layers(Policies policies) {
    breaker = objects.breaker(policies);
    return Layer.of(
        Timeouts.total(policies.timeout(), time),
        policies.hedge() != null
            ? Guards.hedge(objects.hedge(policies.hedge()), time)
            : Guards.retry(objects.retry(policies.retry()), time),
        Guards.breaker(breaker, time),
        Guards.rateLimit(objects.rateLimiter(policies.rateLimit()), time),
        Guards.bulkhead(objects.bulkhead(policies.bulkhead()), time),
        Guards.concurrencyLimit(objects.concurrencyLimiter(policies.concurrencyLimit()), time),
        Timeouts.attempt(policies.timeout(), time));
  }

  /** The breaker of the last layers, if they have one. */
  @Nullable CircuitBreaker breaker() {
    return breaker;
  }
}
