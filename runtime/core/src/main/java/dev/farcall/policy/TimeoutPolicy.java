package dev.farcall.policy;

import static java.util.Objects.requireNonNull;

import dev.farcall.annotation.Mode;
import java.time.Duration;

/**
 * How long a call may take.
 *
 * @param total of the call with all its attempts; for a stream, until its first element. Zero is no
 *     limit
 * @param attempt of each attempt. Zero is no limit
 * @param stream of a stream as a whole. Zero is no limit
 */
public record TimeoutPolicy(Duration total, Duration attempt, Duration stream, Mode mode) {

  /** Of a method without streams that says nothing: 10 s in all. */
  public static final TimeoutPolicy DEFAULT =
      new TimeoutPolicy(Duration.ofSeconds(10), Duration.ZERO, Duration.ZERO);

  /** No limit of its own, only the deadline that a call inherits: of a stream that says nothing. */
  public static final TimeoutPolicy NONE =
      new TimeoutPolicy(Duration.ZERO, Duration.ZERO, Duration.ZERO);

  public TimeoutPolicy {
    requireNonNull(mode, "mode");
    Ranges.require(!total.isNegative(), "value", total, ">= 0");
    Ranges.require(!attempt.isNegative(), "attempt", attempt, ">= 0");
    Ranges.require(!stream.isNegative(), "stream", stream, ">= 0");
  }

  /** One that ends calls. */
  public TimeoutPolicy(Duration total, Duration attempt, Duration stream) {
    this(total, attempt, stream, Mode.ENFORCE);
  }

  /** The same as far as it ends calls. */
  public TimeoutPolicy enforced() {
    return mode == Mode.ENFORCE ? this : NONE;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(total.isZero() ? "no limit" : "within " + Durations.text(total));
    if (!attempt.isZero()) {
      text.append(", each attempt within ").append(Durations.text(attempt));
    }
    if (!stream.isZero()) {
      text.append(", a whole stream within ").append(Durations.text(stream));
    }
    return Ranges.mode(text, mode);
  }
}
