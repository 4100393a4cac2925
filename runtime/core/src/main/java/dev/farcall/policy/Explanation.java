package dev.farcall.policy;

import dev.farcall.annotation.Mode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What holds for one method, and who said so: its policies in the order in which a call meets them,
 * each with all its values.
 *
 * @param method as in {@code shop.UserService/GetUser}
 */
public record Explanation(String method, List<Policy> policies) {

  public Explanation {
    policies = List.copyOf(policies);
  }

  /**
   * One policy.
   *
   * @param name as in {@code circuit-breaker}
   */
  public record Policy(String name, List<Value> values) {

    public Policy {
      values = List.copyOf(values);
    }
  }

  /**
   * One value of a policy.
   *
   * @param attribute as in {@code failure-rate}
   * @param value as configuration would say it
   * @param origin who said so
   * @param where it stands; {@code default} if nobody said it
   */
  public record Value(String attribute, String value, Setting.Origin origin, String where) {}

  /** What the author of a method calls in its place if it fails: no configuration says so. */
  public static final String FALLBACK = "fallback.value";

  private static final String BUDGET = "20 % of calls and 10 per second";

  /** That of a remote method, of whose policies this was said. */
  public static Explanation of(String method, Settings settings, Policies policies) {
    List<Policy> all = new ArrayList<>();
    add(all, "fallback", fallback(settings), settings);
    add(all, "timeout", timeout(policies.timeout(), true), settings);
    add(all, "hedge", hedge(policies.hedge()), settings);
    add(all, "retry", retry(policies), settings);
    addGuards(all, settings, policies);
    add(all, "load-balanced", loadBalanced(policies.loadBalanced()), settings);
    return new Explanation(method, all);
  }

  /** That of a method of this process. */
  public static Explanation ofLocal(String method, Settings settings, Policies policies) {
    List<Policy> all = new ArrayList<>();
    add(all, "fallback", fallback(settings), settings);
    add(all, "timeout", timeout(policies.timeout(), false), settings);
    add(all, "retry", retry(policies.retry()), settings);
    addGuards(all, settings, policies);
    return new Explanation(method, all);
  }

  private static void addGuards(List<Policy> all, Settings settings, Policies policies) {
    add(all, "circuit-breaker", breaker(policies), settings);
    add(all, "rate-limit", rateLimit(policies.rateLimit()), settings);
    add(all, "bulkhead", bulkhead(policies.bulkhead()), settings);
    add(all, "concurrency-limit", concurrencyLimit(policies.concurrencyLimit()), settings);
  }

  private static void add(
      List<Policy> all, String name, @Nullable Map<String, String> values, Settings settings) {
    if (values == null) {
      return;
    }
    List<Value> explained = new ArrayList<>();
    values.forEach(
        (attribute, value) -> {
          Setting said = settings.get(name + "." + attribute);
          explained.add(
              said == null || said.value().isEmpty()
                  ? new Value(attribute, value, Setting.Origin.DEFAULT, "default")
                  : new Value(attribute, value, said.origin(), said.where()));
        });
    all.add(new Policy(name, explained));
  }

  private static @Nullable Map<String, String> fallback(Settings settings) {
    Setting said = settings.get(FALLBACK);
    return said == null ? null : Map.of("value", said.value());
  }

  private static Map<String, String> timeout(TimeoutPolicy policy, boolean streams) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("value", text(policy.total()));
    values.put("attempt", text(policy.attempt()));
    if (streams) {
      values.put("stream", text(policy.stream()));
    }
    values.put("mode", policy.mode().name());
    return values;
  }

  private static Map<String, String> loadBalanced(LoadBalancedPolicy policy) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("value", policy.strategy());
    if (!policy.split().isEmpty()) {
      values.put("split", policy.splitText());
    }
    return values;
  }

  /** Whatever the policy, what was never sent is sent again, unless the method hedges. */
  private static @Nullable Map<String, String> retry(Policies policies) {
    RetryPolicy said = policies.retry();
    HedgePolicy hedge = policies.hedge();
    if (said != null || (hedge != null && hedge.mode() == Mode.ENFORCE)) {
      return retry(said);
    }
    Map<String, String> values = new LinkedHashMap<>();
    values.put("of", "what was never sent");
    values.putAll(values(RetryPolicy.DEFAULT));
    return values;
  }

  private static @Nullable Map<String, String> retry(@Nullable RetryPolicy policy) {
    return policy == null ? null : values(policy);
  }

  private static Map<String, String> values(RetryPolicy policy) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("max-attempts", Integer.toString(policy.maxAttempts()));
    values.put("backoff", text(policy.backoff()));
    values.put("max-backoff", text(policy.maxBackoff()));
    values.put("budget", BUDGET);
    values.put("mode", policy.mode().name());
    return values;
  }

  private static @Nullable Map<String, String> hedge(@Nullable HedgePolicy policy) {
    if (policy == null) {
      return null;
    }
    Map<String, String> values = new LinkedHashMap<>();
    values.put("max-attempts", Integer.toString(policy.maxAttempts()));
    values.put("delay", policy.delay() == null ? "95th percentile" : text(policy.delay()));
    values.put("budget", BUDGET);
    values.put("mode", policy.mode().name());
    return values;
  }

  private static @Nullable Map<String, String> breaker(Policies policies) {
    CircuitBreakerPolicy policy = policies.breaker();
    if (policy == null) {
      return null;
    }
    Map<String, String> values = new LinkedHashMap<>();
    if (policies.breakerName() != null) {
      values.put("name", policies.breakerName());
    }
    values.put("failure-rate", Double.toString(policy.failureRate()));
    if (policy.slowAfter() != null) {
      values.put("slow-rate", Double.toString(policy.slowRate()));
      values.put("slow-after", text(policy.slowAfter()));
    }
    values.put("minimum-calls", Integer.toString(policy.minimumCalls()));
    if (policy.windowCalls() > 0) {
      values.put("window-calls", Integer.toString(policy.windowCalls()));
    } else {
      values.put("window", text(policy.window()));
    }
    values.put("open-for", text(policy.openFor()));
    values.put("max-open-for", text(policy.maxOpenFor()));
    values.put("probes", Integer.toString(policy.probes()));
    values.put("mode", policy.mode().name());
    return values;
  }

  private static @Nullable Map<String, String> rateLimit(@Nullable RateLimitPolicy policy) {
    if (policy == null) {
      return null;
    }
    Map<String, String> values = new LinkedHashMap<>();
    values.put("permits", Integer.toString(policy.permits()));
    values.put("per", text(policy.per()));
    values.put("burst", Integer.toString(policy.burst()));
    values.put("max-wait", text(policy.maxWait()));
    values.put("mode", policy.mode().name());
    return values;
  }

  private static @Nullable Map<String, String> bulkhead(@Nullable BulkheadPolicy policy) {
    if (policy == null) {
      return null;
    }
    Map<String, String> values = new LinkedHashMap<>();
    values.put("max-concurrent", Integer.toString(policy.maxConcurrent()));
    values.put("queue", Integer.toString(policy.queue()));
    values.put("max-wait", text(policy.maxWait()));
    values.put("mode", policy.mode().name());
    return values;
  }

  private static @Nullable Map<String, String> concurrencyLimit(
      @Nullable ConcurrencyLimitPolicy policy) {
    if (policy == null) {
      return null;
    }
    Map<String, String> values = new LinkedHashMap<>();
    values.put("initial", Integer.toString(policy.initial()));
    values.put("min", Integer.toString(policy.min()));
    values.put("max", Integer.toString(policy.max()));
    values.put("mode", policy.mode().name());
    return values;
  }

  /** As {@link Durations#parse} reads it. */
  private static String text(Duration duration) {
    return duration.isZero() ? "0" : Durations.text(duration).replace(" ", "");
  }

  /** One object, its names in the order in which a call meets the policies. */
  public String toJson() {
    StringBuilder json = new StringBuilder("{\"method\":").append(quoted(method));
    json.append(",\"policies\":[");
    for (int i = 0; i < policies.size(); i++) {
      Policy policy = policies.get(i);
      json.append(i == 0 ? "" : ",").append("{\"policy\":").append(quoted(policy.name));
      json.append(",\"values\":[");
      for (int j = 0; j < policy.values.size(); j++) {
        Value value = policy.values.get(j);
        json.append(j == 0 ? "" : ",").append("{\"attribute\":").append(quoted(value.attribute));
        json.append(",\"value\":").append(quoted(value.value));
        json.append(",\"origin\":").append(quoted(value.origin.name()));
        json.append(",\"where\":").append(quoted(value.where)).append('}');
      }
      json.append("]}");
    }
    return json.append("]}").toString();
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }

  /** A line for each policy, and one for each of its values. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(method).append('\n');
    for (Policy policy : policies) {
      text.append("  ").append(policy.name).append('\n');
      for (Value value : policy.values) {
        text.append("    ").append(value.attribute).append(" = ").append(value.value);
        text.append("  (").append(value.where).append(")\n");
      }
    }
    return text.toString();
  }
}
