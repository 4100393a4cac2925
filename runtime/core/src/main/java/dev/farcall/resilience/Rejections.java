package dev.farcall.resilience;

import dev.farcall.annotation.Code;
import dev.farcall.call.ErrorDetail;
import dev.farcall.call.ErrorInfo;
import dev.farcall.call.Failure;
import dev.farcall.call.Metadata;
import dev.farcall.call.Outcome;
import dev.farcall.call.RetryInfo;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes the failures of calls that a policy did not let through. */
final class Rejections {

  static final String BREAKER_OPEN = "CIRCUIT_BREAKER_OPEN";
  static final String BULKHEAD_FULL = "BULKHEAD_FULL";
  static final String RATE_LIMITED = "RATE_LIMITED";
  static final String CONCURRENCY_LIMITED = "CONCURRENCY_LIMITED";

  private static final String DOMAIN = "farcall";

  private Rejections() {}

  /** Nobody knows when it is worth a try. */
  static final long UNKNOWN = -1;

  /**
   * {@code circuit breaker "charge" is open: why}, with when to come again.
   *
   * @param retryNanos after so many nanoseconds; {@link #UNKNOWN} if the reason says all there is
   */
  static Failure of(
      Code code, String reason, String policy, String name, String why, long retryNanos) {
    String who = name.isEmpty() ? policy : policy + " \"" + name + "\"";
    String when = retryNanos > 0 ? "; try again in " + seconds(retryNanos) : "";
    ErrorDetail info =
        new ErrorInfo(reason, DOMAIN, Map.of("policy", policy, "name", name)).toDetail();
    return new Failure(
        Outcome.LOCAL_REJECT,
        code,
        who + " " + why + when,
        retryNanos == UNKNOWN ? List.of(info) : List.of(info, retry(retryNanos)),
        Metadata.EMPTY,
        null);
  }

  private static ErrorDetail retry(long nanos) {
    return new RetryInfo(Duration.ofNanos(nanos)).toDetail();
  }

  /** As in {@code 8.4 s} or {@code 12 ms}; never nothing. */
  static String seconds(long nanos) {
    if (nanos < 999_500_000L) {
      return Math.max(1, (nanos + 999_999) / 1_000_000) + " ms";
    }
    return String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
  }
}
