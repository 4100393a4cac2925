package dev.farcall.pipeline;

import dev.farcall.call.Layer;
import dev.farcall.policy.Policies;
import dev.farcall.resilience.Guards;
import dev.farcall.resilience.MethodPolicies;
import dev.farcall.resilience.PolicyObjects;
import dev.farcall.resilience.Timeouts;
import dev.farcall.time.Time;

/** The policies of one method as layers, in their order. */
final class MethodGuards {

  private final Time time;
  private final PolicyObjects objects;

  MethodGuards(Time time, PolicyObjects objects) {
    this.time = time;
    this.objects = objects;
  }

  /** What holds to these policies from here on. */
  synchronized Guarded guarded(Policies policies) {
    MethodPolicies kept = objects.of(policies);
    return new Guarded(kept, layers(policies, kept));
  }

  /** The order in which all calls are made. */
  private Layer layers(Policies policies, MethodPolicies kept) {
    return Layer.of(
        Timeouts.total(policies.timeout(), kept.timeout(), time),
        Guards.hedge(kept.hedge(), time),
        Guards.retry(kept.retry(), time),
        Guards.breaker(kept.circuitBreaker(), time),
        Guards.rateLimit(kept.rateLimiter(), time),
        Guards.bulkhead(kept.bulkhead(), time),
        Guards.concurrencyLimit(kept.concurrencyLimiter(), time),
        Timeouts.attempt(policies.timeout(), kept.attemptTimeout(), time));
  }

  /**
   * Policies at work.
   *
   * @param objects what keeps them
   * @param layers what they do to a call
   */
  record Guarded(MethodPolicies objects, Layer layers) {}
}
