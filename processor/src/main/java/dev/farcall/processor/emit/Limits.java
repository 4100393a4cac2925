package dev.farcall.processor.emit;

import dev.farcall.call.Kind;
import dev.farcall.policy.Policies;
import dev.farcall.policy.Settings;
import dev.farcall.policy.TimeoutPolicy;
import dev.farcall.policy.Traits;
import dev.farcall.processor.model.FallbackModel;
import dev.farcall.processor.model.GuardedMethodModel;
import dev.farcall.processor.model.MethodModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The policies of a method, outermost first, in words for the Javadoc of its client. */
final class Limits {

  private Limits() {}

  /** As in {@code safe; within 300 ms, each attempt within 100 ms; retry: 3 attempts, …}. */
  static String describe(MethodModel method) {
    Kind kind = method.kind();
    Policies policies =
        Policies.of(
            method.policies(),
            new Traits(method.idempotent(), kind.requestStream(), kind.responseStream()));
    List<String> parts = new ArrayList<>();
    if (kind != Kind.UNARY) {
      parts.add(streams(kind));
    }
    if (method.safe()) {
      parts.add("safe");
    } else if (method.idempotent()) {
      parts.add("idempotent");
    }
    method.fallback().ifPresent(fallback -> parts.add("fallback: " + text(fallback)));
    parts.add(timeout(method, policies.timeout()));
    add("retry", policies.retry(), parts);
    add("hedge", policies.hedge(), parts);
    add(
        policies.breakerName() == null
            ? "circuit breaker"
            : "circuit breaker '" + policies.breakerName() + "'",
        policies.breaker(),
        parts);
    add("rate limit", policies.rateLimit(), parts);
    add("bulkhead", policies.bulkhead(), parts);
    add("concurrency limit", policies.concurrencyLimit(), parts);
    if (method.policies().has("load-balanced")) {
      parts.add(
          "balanced by "
              + policies.loadBalanced().strategy()
              + method.hashKey().map(key -> " of " + key.component()).orElse(""));
    }
    if (method.detached()) {
      parts.add("does not inherit the deadline of a surrounding call");
    }
    return String.join("; ", parts);
  }

  private static String streams(Kind kind) {
    return switch (kind) {
      case UNARY -> "";
      case SERVER_STREAMING -> "answers by a stream";
      case CLIENT_STREAMING -> "takes a stream";
      case BIDI_STREAMING -> "takes a stream and answers by one";
    };
  }

  /** What bounds a call; where it answers by a stream, what bounds its first element. */
  private static String timeout(MethodModel method, TimeoutPolicy timeout) {
    boolean said = method.policies().get("timeout.value") != null;
    String text = timeout.toString();
    if (method.kind() == Kind.UNARY) {
      return said ? text : text + ", the default";
    }
    return said && method.kind().responseStream() ? "first element " + text : text;
  }

  /** The same of a method of this process. */
  static String describeLocal(GuardedMethodModel method) {
    Settings settings = method.policies();
    Policies policies = Policies.of(settings);
    List<String> parts = new ArrayList<>();
    method.fallback().ifPresent(fallback -> parts.add("fallback: " + text(fallback)));
    if (settings.has("timeout")) {
      TimeoutPolicy said = policies.timeout();
      boolean total = settings.get("timeout.value") != null;
      parts.add(
          new TimeoutPolicy(
                  total ? said.total() : Duration.ZERO, said.attempt(), Duration.ZERO, said.mode())
              .toString());
    }
    add("retry", policies.retry(), parts);
    add("circuit breaker", policies.breaker(), parts);
    add("rate limit", policies.rateLimit(), parts);
    add("bulkhead", policies.bulkhead(), parts);
    add("concurrency limit", policies.concurrencyLimit(), parts);
    return String.join("; ", parts);
  }

  /** As in {@code Nothing.list}. */
  static String text(FallbackModel fallback) {
    return fallback.holder().map(holder -> holder.simpleName() + ".").orElse("its own body, ")
        + fallback.method();
  }

  private static void add(String name, @Nullable Object policy, List<String> parts) {
    if (policy != null) {
      parts.add(name + ": " + policy);
    }
  }
}
