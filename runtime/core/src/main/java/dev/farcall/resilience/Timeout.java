package dev.farcall.resilience;

import dev.farcall.call.Layer;
import dev.farcall.call.Operation;
import dev.farcall.time.Time;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a call may take.
 *
 * @param total of the call with all its attempts; for a stream, until its first element. Zero is no
 *     limit
 * @param attempt of each attempt. Zero is no limit
 */
public record Timeout(Duration total, Duration attempt) {

  /** The total of a method that says nothing. */
  public static final Duration DEFAULT_TOTAL = Duration.ofSeconds(10);

  /** No limit of its own: only the deadline that a call inherits. */
  public static final Timeout NONE = new Timeout(Duration.ZERO, Duration.ZERO);

  /** What a method says, and the default where it says nothing. */
  public static Timeout of(Operation<?, ?> operation) {
    return new Timeout(
        orElse(operation.timeout(), DEFAULT_TOTAL),
        orElse(operation.attemptTimeout(), Duration.ZERO));
  }

  /**
   * Bounds a call by the total and by the deadline of the request, which is that of the call it is
   * made in. What has expired is not sent at all.
   */
  public Layer totalLayer(Time time) {
    return next -> new TotalTimeout(total, time, next);
  }

  /** Bounds an attempt. */
  public Layer attemptLayer(Time time) {
    return attempt.isZero() ? Layer.NONE : next -> new AttemptTimeout(attempt, time, next);
  }

  private static Duration orElse(@Nullable Duration said, Duration otherwise) {
    return said == null ? otherwise : said;
  }

  /** A duration as it is written on an interface: {@code 300 ms}, {@code 10 s}. */
  static String text(Duration duration) {
    return duration.toNanosPart() % 1_000_000_000 == 0
        ? duration.toSeconds() + " s"
        : duration.toMillis() + " ms";
  }
}
