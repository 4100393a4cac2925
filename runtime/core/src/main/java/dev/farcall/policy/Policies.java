package dev.farcall.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The policies of one method, made of what was said of it. What is null is not there and costs
 * nothing.
 *
 * @param breakerName methods of a service whose breakers have the same name share one; null for one
 *     of its own
 */
public record Policies(
    TimeoutPolicy timeout,
    @Nullable RetryPolicy retry,
    @Nullable HedgePolicy hedge,
    @Nullable CircuitBreakerPolicy breaker,
    @Nullable String breakerName,
    @Nullable RateLimitPolicy rateLimit,
    @Nullable BulkheadPolicy bulkhead,
    @Nullable ConcurrencyLimitPolicy concurrencyLimit,
    LoadBalancedPolicy loadBalanced) {

  /** Those of a method of which nobody said anything. */
  public static final Policies DEFAULT =
      new Policies(
          TimeoutPolicy.DEFAULT,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          LoadBalancedPolicy.DEFAULT);

  /**
   * Reads what was said.
   *
   * @param bad each setting that cannot be kept is added; its policy is then left out
   */
  public static Policies read(Settings settings, Traits traits, List<BadSetting> bad) {
    TimeoutPolicy unsaid = traits.streams() ? TimeoutPolicy.NONE : TimeoutPolicy.DEFAULT;
    TimeoutPolicy timeout = timeout(new SettingReader(settings, "timeout", bad), unsaid);
    SettingReader breaker = new SettingReader(settings, "circuit-breaker", bad);
    for (String policy : Attributes.byPolicy().keySet()) {
      new SettingReader(settings, policy, bad).checkEnabled();
    }
    return new Policies(
        timeout == null ? unsaid : timeout,
        retry(new SettingReader(settings, "retry", bad)),
        hedge(new SettingReader(settings, "hedge", bad)),
        breaker(breaker),
        breaker.isSaid("name") ? breaker.text("name", "") : null,
        rateLimit(new SettingReader(settings, "rate-limit", bad)),
        bulkhead(new SettingReader(settings, "bulkhead", bad)),
        concurrencyLimit(new SettingReader(settings, "concurrency-limit", bad)),
        loadBalanced(new SettingReader(settings, "load-balanced", bad)));
  }

  /**
   * Reads what was said of a method without streams.
   *
   * @throws IllegalArgumentException if any of it cannot be kept, naming all of that
   */
  public static Policies of(Settings settings) {
    return of(settings, Traits.unary(false));
  }

  /**
   * Reads what was said.
   *
   * @throws IllegalArgumentException if any of it cannot be kept, naming all of that
   */
  public static Policies of(Settings settings, Traits traits) {
    List<BadSetting> bad = new ArrayList<>();
    Policies policies = read(settings, traits, bad);
    if (!bad.isEmpty()) {
      throw new IllegalArgumentException(
          String.join("; ", bad.stream().map(BadSetting::toString).toList()));
    }
    return policies;
  }

  private static @Nullable TimeoutPolicy timeout(SettingReader in, TimeoutPolicy otherwise) {
    return in.make(
        () ->
            new TimeoutPolicy(
                in.duration("value", otherwise.total()),
                in.duration("attempt", otherwise.attempt()),
                in.duration("stream", otherwise.stream()),
                in.mode()));
  }

  private static @Nullable RetryPolicy retry(SettingReader in) {
    RetryPolicy otherwise = RetryPolicy.DEFAULT;
    return in.make(
        () ->
            new RetryPolicy(
                in.number("max-attempts", otherwise.maxAttempts()),
                in.duration("backoff", otherwise.backoff()),
                in.duration("max-backoff", otherwise.maxBackoff()),
                in.mode()));
  }

  private static @Nullable HedgePolicy hedge(SettingReader in) {
    HedgePolicy otherwise = HedgePolicy.DEFAULT;
    return in.make(
        () ->
            new HedgePolicy(
                in.number("max-attempts", otherwise.maxAttempts()),
                in.durationOrNull("delay"),
                in.mode()));
  }

  private static @Nullable CircuitBreakerPolicy breaker(SettingReader in) {
    CircuitBreakerPolicy otherwise = CircuitBreakerPolicy.DEFAULT;
    return in.make(
        () ->
            new CircuitBreakerPolicy(
                in.fraction("failure-rate", otherwise.failureRate()),
                in.fraction("slow-rate", otherwise.slowRate()),
                in.durationOrNull("slow-after"),
                in.number("minimum-calls", otherwise.minimumCalls()),
                in.duration("window", otherwise.window()),
                in.number("window-calls", otherwise.windowCalls()),
                in.duration("open-for", otherwise.openFor()),
                in.duration("max-open-for", otherwise.maxOpenFor()),
                in.number("probes", otherwise.probes()),
                in.mode()));
  }

  private static @Nullable RateLimitPolicy rateLimit(SettingReader in) {
    return in.make(
        () -> {
          int permits = in.required("permits");
          int burst = in.number("burst", -1);
          return new RateLimitPolicy(
              permits,
              in.duration("per", Duration.ofSeconds(1)),
              burst == -1 ? permits : burst,
              in.duration("max-wait", Duration.ZERO),
              in.mode());
        });
  }

  private static @Nullable BulkheadPolicy bulkhead(SettingReader in) {
    return in.make(
        () ->
            new BulkheadPolicy(
                in.required("max-concurrent"),
                in.number("queue", 0),
                in.duration("max-wait", Duration.ZERO),
                in.mode()));
  }

  private static @Nullable ConcurrencyLimitPolicy concurrencyLimit(SettingReader in) {
    ConcurrencyLimitPolicy otherwise = ConcurrencyLimitPolicy.DEFAULT;
    return in.make(
        () ->
            new ConcurrencyLimitPolicy(
                in.number("initial", otherwise.initial()),
                in.number("min", otherwise.min()),
                in.number("max", otherwise.max()),
                in.mode()));
  }

  private static LoadBalancedPolicy loadBalanced(SettingReader in) {
    return new LoadBalancedPolicy(
        in.text("value", LoadBalancedPolicy.DEFAULT.strategy()), in.splits("split"));
  }
}
