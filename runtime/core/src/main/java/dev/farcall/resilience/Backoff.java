package dev.farcall.resilience;

import dev.farcall.call.Failure;
import dev.farcall.call.Metadata;
import dev.farcall.call.RetryInfo;
import dev.farcall.policy.Durations;
import dev.farcall.policy.RetryPolicy;
import java.util.concurrent.TimeUnit;

/**
 * How long to wait before a call is sent again: as long as the peer says, else a time drawn by lot
 * between nothing and a bound that doubles ("full jitter"; Brooker, Exponential Backoff And Jitter,
 * 2015).
 */
final class Backoff {

  /** The peer says that it shall not be sent again. */
  static final long NEVER = -1;

  /** The peer says nothing. */
  static final long UNTOLD = -2;

  private static final String PUSHBACK = "grpc-retry-pushback-ms";

  private Backoff() {}

  /**
   * Nanoseconds before the next attempt.
   *
   * @param attempts how many there were; 1 or more
   * @param lot from 0 to 1
   */
  static long nanos(RetryPolicy policy, int attempts, double lot) {
    double first = Durations.nanos(policy.backoff());
    double bound = first * Math.pow(2, attempts - 1);
    return (long) (Math.min(bound, (double) Durations.nanos(policy.maxBackoff())) * lot);
  }

  /** Nanoseconds that the peer asked for, {@link #NEVER} or {@link #UNTOLD}. */
  static long told(Failure failure) {
    Metadata trailers = failure.trailers();
    String pushback = trailers.get(PUSHBACK);
    if (pushback != null) {
      return pushback(pushback);
    }
    RetryInfo info = failure.details().isEmpty() ? null : RetryInfo.find(failure.details());
    return info == null ? UNTOLD : Durations.nanos(info.delay());
  }

  /** What is no number, or a negative one, means never (gRFC A6). */
  private static long pushback(String millis) {
    try {
      long told = Integer.parseInt(millis.trim());
      return told < 0 ? NEVER : TimeUnit.MILLISECONDS.toNanos(told);
    } catch (NumberFormatException noNumber) {
      return NEVER;
    }
  }
}
