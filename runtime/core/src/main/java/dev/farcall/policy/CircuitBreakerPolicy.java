package dev.farcall.policy;

import static java.util.Objects.requireNonNull;

import dev.farcall.annotation.Mode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a circuit opens, and for how long.
 *
 * @param failureRate the fraction of failed calls that opens it; above 0, at most 1
 * @param slowRate the fraction of slow calls that opens it; above 0, at most 1
 * @param slowAfter what takes longer is slow; null if nothing is; at most an hour
 * @param minimumCalls how many calls of the window a fraction needs; 1 to 1,000,000, and at most
 *     {@code windowCalls} where that is above 0
 * @param window how far back it looks; 1 s to an hour
 * @param windowCalls if above 0 it looks at so many calls instead; at most 1,000,000
 * @param openFor how long it rejects before it probes; 1 ms to an hour
 * @param maxOpenFor how long at most, while the probes fail; at least {@code openFor}, at most a
 *     day
 * @param probes how many calls find out whether it may close; 1 to 1,000
 */
public record CircuitBreakerPolicy(
    double failureRate,
    double slowRate,
    @Nullable Duration slowAfter,
    int minimumCalls,
    Duration window,
    int windowCalls,
    Duration openFor,
    Duration maxOpenFor,
    int probes,
    Mode mode) {

  /** Half of at least 10 calls within 20 s; open for 10 s, growing to 120 s; 3 probes. */
  public static final CircuitBreakerPolicy DEFAULT =
      new CircuitBreakerPolicy(
          0.5,
          1.0,
          null,
          10,
          Duration.ofSeconds(20),
          0,
          Duration.ofSeconds(10),
          Duration.ofSeconds(120),
          3,
          Mode.ENFORCE);

  private static final int MANY = 1_000_000;

  public CircuitBreakerPolicy {
    requireNonNull(window, "window");
    requireNonNull(openFor, "openFor");
    requireNonNull(maxOpenFor, "maxOpenFor");
    requireNonNull(mode, "mode");
    Ranges.requireFraction(failureRate, "failureRate");
    Ranges.requireFraction(slowRate, "slowRate");
    if (slowAfter != null) {
      Ranges.requirePositive(slowAfter, "slowAfter");
    }
    Ranges.require(
        windowCalls >= 0 && windowCalls <= MANY, "windowCalls", windowCalls, "0 to 1000000");
    int most = windowCalls > 0 ? windowCalls : MANY;
    Ranges.require(
        minimumCalls >= 1 && minimumCalls <= most,
        "minimumCalls",
        minimumCalls,
        "1 to " + most + (windowCalls > 0 ? ", the calls of the window" : ""));
    Ranges.require(
        window.compareTo(Duration.ofSeconds(1)) >= 0 && window.compareTo(Ranges.HOUR) <= 0,
        "window",
        window,
        "1 s to an hour");
    Ranges.require(
        openFor.compareTo(Duration.ofMillis(1)) >= 0 && openFor.compareTo(Ranges.HOUR) <= 0,
        "openFor",
        openFor,
        "1 ms to an hour");
    Ranges.require(
        maxOpenFor.compareTo(openFor) >= 0 && maxOpenFor.compareTo(Ranges.DAY) <= 0,
        "maxOpenFor",
        maxOpenFor,
        "at least openFor, " + Durations.text(openFor) + ", and at most a day");
    Ranges.require(probes >= 1 && probes <= 1_000, "probes", probes, "1 to 1000");
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(Ranges.percent(failureRate)).append(" failed");
    if (slowAfter != null) {
      text.append(" or ").append(Ranges.percent(slowRate)).append(" above ");
      text.append(Durations.text(slowAfter));
    }
    text.append(" of ").append(minimumCalls).append(" or more");
    text.append(
        windowCalls > 0
            ? " among " + windowCalls + " calls"
            : " calls within " + Durations.text(window));
    text.append(", open for ").append(Durations.text(openFor));
    return Ranges.mode(text, mode);
  }
}
