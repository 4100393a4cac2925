package dev.farcall.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds policies that contradict each other. The compiler asks it about annotations, and a client
 * asks it again about what configuration made of them.
 */
public final class PolicyLint {

  /** What a gRPC server takes on one connection by default; no other takes more. */
  private static final int CONNECTION_CALLS = 10_000;

  private final Policies policies;
  private final Traits traits;
  private final List<Finding> findings = new ArrayList<>();

  private PolicyLint(Policies policies, Traits traits) {
    this.policies = policies;
    this.traits = traits;
  }

  /** What is wrong, in the order of the ids; nothing if nothing is. */
  public static List<Finding> check(Policies policies, Traits traits) {
    PolicyLint lint = new PolicyLint(policies, traits);
    lint.attemptWithinTotal();
    lint.repeatsOnlyWhatMayBe();
    lint.retriesOrHedges();
    lint.roomForAttempts();
    lint.backoffWithinTotal();
    lint.hedgeWithinTotal();
    lint.slowCallsCanEnd();
    lint.waitsWithinTotal();
    lint.boundedAtAll();
    lint.repeatsNoStreams();
    lint.boundsStreamsOnly();
    lint.keepsNoThreadWaiting();
    lint.fitsOnConnections();
    return List.copyOf(lint.findings);
  }

  private void attemptWithinTotal() {
    Duration total = total();
    Duration attempt = policies.timeout().attempt();
    if (total != null && attempt.compareTo(total) > 0) {
      error(
          "FAR602",
          "timeout.attempt",
          "an attempt may take %s, the whole call only %s. Make attempt shorter than value, or"
              + " leave it out.",
          text(attempt),
          text(total));
    }
  }

  private void repeatsOnlyWhatMayBe() {
    if (traits.idempotent() || traits.requestStream()) {
      return;
    }
    if (policies.retry() != null) {
      error(
          "FAR603",
          "retry.enabled",
          "a call that is sent again may be done twice (expected: a method that is @Safe or"
              + " @Idempotent, or has such a verb). Add @Idempotent if twice is as good as once, or"
              + " remove @Retry; what never left is sent again without it.");
    }
    if (policies.hedge() != null) {
      error(
          "FAR604",
          "hedge.enabled",
          "a call that is hedged is done twice (expected: a method that is @Safe or @Idempotent, or"
              + " has such a verb). Add @Idempotent if twice is as good as once, or remove"
              + " @Hedge.");
    }
  }

  private void retriesOrHedges() {
    if (policies.retry() != null && policies.hedge() != null) {
      error(
          "FAR605",
          "hedge.enabled",
          "it both retries and hedges, and would send up to %d times. Choose one: @Retry against"
              + " failures, @Hedge against slowness.",
          policies.retry().maxAttempts() * policies.hedge().maxAttempts());
    }
  }

  private void roomForAttempts() {
    RetryPolicy retry = policies.retry();
    Duration total = total();
    Duration attempt = policies.timeout().attempt();
    if (retry == null || total == null || attempt.isZero() || attempt.compareTo(total) > 0) {
      return;
    }
    Duration needed = attempt.multipliedBy(retry.maxAttempts()).plus(pauses(retry));
    if (needed.compareTo(total) > 0) {
      warning(
          "FAR606",
          "retry.max-attempts",
          "%d attempts of %s with pauses of up to %s take up to %s, the whole call only %s: the"
              + " last may be cut short. Make attempt shorter, value longer, or attempts fewer.",
          retry.maxAttempts(),
          text(attempt),
          text(pauses(retry)),
          text(needed),
          text(total));
    }
  }

  /** The longest that all pauses of a call take together. */
  private static Duration pauses(RetryPolicy retry) {
    Duration sum = Duration.ZERO;
    Duration next = retry.backoff();
    for (int attempt = 2; attempt <= retry.maxAttempts(); attempt++) {
      sum = sum.plus(next);
      Duration doubled = next.multipliedBy(2);
      next = doubled.compareTo(retry.maxBackoff()) < 0 ? doubled : retry.maxBackoff();
    }
    return sum;
  }

  private void backoffWithinTotal() {
    RetryPolicy retry = policies.retry();
    Duration total = total();
    if (retry != null && total != null && retry.backoff().compareTo(total) >= 0) {
      error(
          "FAR607",
          "retry.backoff",
          "the pause before the second attempt may take %s, the whole call only %s: there may be no"
              + " second one. Make backoff shorter.",
          text(retry.backoff()),
          text(total));
    }
  }

  private void hedgeWithinTotal() {
    HedgePolicy hedge = policies.hedge();
    Duration total = total();
    Duration delay = hedge == null ? null : hedge.delay();
    if (delay != null && total != null && delay.compareTo(total) >= 0) {
      error(
          "FAR608",
          "hedge.delay",
          "a hedge is sent after %s, when the call of at most %s has ended. Make delay shorter.",
          text(delay),
          text(total));
    }
  }

  private void slowCallsCanEnd() {
    CircuitBreakerPolicy breaker = policies.breaker();
    Duration slow = breaker == null ? null : breaker.slowAfter();
    Duration limit = shortest(total(), positive(policies.timeout().attempt()));
    if (slow != null && limit != null && slow.compareTo(limit) >= 0) {
      error(
          "FAR609",
          "circuit-breaker.slow-after",
          "a call is slow after %s, but it ends after %s: none can be slow. Make slowAfter"
              + " shorter.",
          text(slow),
          text(limit));
    }
  }

  private void waitsWithinTotal() {
    BulkheadPolicy bulkhead = policies.bulkhead();
    if (bulkhead != null) {
      waitWithinTotal("bulkhead.max-wait", bulkhead.maxWait());
    }
    RateLimitPolicy rateLimit = policies.rateLimit();
    if (rateLimit != null) {
      waitWithinTotal("rate-limit.max-wait", rateLimit.maxWait());
    }
  }

  private void waitWithinTotal(String attribute, Duration wait) {
    Duration total = total();
    if (total != null && wait.compareTo(total) >= 0) {
      error(
          "FAR610",
          attribute,
          "a call may wait %s for its turn, but it ends after %s. Make maxWait shorter.",
          text(wait),
          text(total));
    }
  }

  private void boundedAtAll() {
    if (policies.timeout().total().isZero() && !traits.streams()) {
      warning(
          "FAR611",
          "timeout.value",
          "it has no limit of time: a peer that does not answer keeps its caller for ever. Give"
              + " @Timeout a value.");
    }
  }

  private void repeatsNoStreams() {
    if (!traits.requestStream()) {
      return;
    }
    String text =
        "the method takes a stream, which has been consumed when the call fails and cannot be sent"
            + " again. Remove it; a call that did not begin is sent again without it.";
    if (policies.retry() != null) {
      error("FAR616", "retry.enabled", text);
    }
    if (policies.hedge() != null) {
      error("FAR616", "hedge.enabled", text);
    }
  }

  private void boundsStreamsOnly() {
    Duration stream = policies.timeout().stream();
    if (!stream.isZero() && !traits.responseStream()) {
      error(
          "FAR617",
          "timeout.stream",
          "a stream may take %s, but the method answers once. Give @Timeout a value in its place.",
          text(stream));
    }
  }

  private void keepsNoThreadWaiting() {
    RateLimitPolicy rateLimit = policies.rateLimit();
    if (traits.local() && !traits.async() && rateLimit != null && !rateLimit.maxWait().isZero()) {
      warning(
          "FAR618",
          "rate-limit.max-wait",
          "it does its work on the thread of its caller, which no rate limit keeps waiting: it"
              + " rejects at once. Leave maxWait out, or return a CompletionStage.");
    }
  }

  private void fitsOnConnections() {
    BulkheadPolicy bulkhead = policies.bulkhead();
    if (!traits.local() && bulkhead != null && bulkhead.maxConcurrent() > CONNECTION_CALLS) {
      warning(
          "FAR619",
          "bulkhead.max-concurrent",
          "%d calls at once: a server takes %d on a connection over gRPC, and fewer over HTTP,"
              + " unless told otherwise, and each endpoint has one; more wait where nobody counts"
              + " them. Make maxConcurrent smaller, unless there are many endpoints.",
          bulkhead.maxConcurrent(),
          CONNECTION_CALLS);
    }
  }

  private @Nullable Duration total() {
    return positive(policies.timeout().total());
  }

  private static @Nullable Duration positive(Duration duration) {
    return duration.isZero() ? null : duration;
  }

  private static @Nullable Duration shortest(@Nullable Duration one, @Nullable Duration other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.compareTo(other) < 0 ? one : other;
  }

  private static String text(Duration duration) {
    return Durations.text(duration);
  }

  private void error(String id, String attribute, String text, Object... arguments) {
    findings.add(new Finding(id, true, attribute, String.format(Locale.ROOT, text, arguments)));
  }

  private void warning(String id, String attribute, String text, Object... arguments) {
    findings.add(new Finding(id, false, attribute, String.format(Locale.ROOT, text, arguments)));
  }
}
