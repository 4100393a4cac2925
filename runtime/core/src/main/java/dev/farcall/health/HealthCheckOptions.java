package dev.farcall.health;

import java.time.Duration;

/**
 * How a client asks endpoints how they are. Immutable.
 *
 * @param interval how often each is asked, give or take a fifth; 3 s unless told
 * @param timeout how long an answer may take; 1 s unless told
 * @param unhealthyThreshold after so many bad answers in a row, or none in time, an endpoint is
 *     passed over; 2 unless told
 * @param healthyThreshold after so many good answers in a row it is called again; 1 unless told
 * @param maxConcurrent how many are asked at the same time; 16 unless told
 */
public record HealthCheckOptions(
    Duration interval,
    Duration timeout,
    int unhealthyThreshold,
    int healthyThreshold,
    int maxConcurrent) {

  private static final Duration LONGEST = Duration.ofHours(1);

  public static final HealthCheckOptions DEFAULT =
      new HealthCheckOptions(Duration.ofSeconds(3), Duration.ofSeconds(1), 2, 1, 16);

  /**
   * All of them.
   *
   * @throws IllegalArgumentException if a duration is not from 1 ms to 1 h, or a number less than 1
   */
  public HealthCheckOptions {
    check("interval", interval);
    check("timeout", timeout);
    check("unhealthyThreshold", unhealthyThreshold);
    check("healthyThreshold", healthyThreshold);
    check("maxConcurrent", maxConcurrent);
  }

  private static void check(String name, Duration value) {
    if (value.toMillis() < 1 || value.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: 1 ms to 1 h)");
    }
  }

  private static void check(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: 1 or more)");
    }
  }

  /** The same with another interval. */
  public HealthCheckOptions withInterval(Duration other) {
    return new HealthCheckOptions(
        other, timeout, unhealthyThreshold, healthyThreshold, maxConcurrent);
  }

  /** The same with another time for an answer. */
  public HealthCheckOptions withTimeout(Duration other) {
    return new HealthCheckOptions(
        interval, other, unhealthyThreshold, healthyThreshold, maxConcurrent);
  }

  /** The same with another number of bad answers. */
  public HealthCheckOptions withUnhealthyThreshold(int other) {
    return new HealthCheckOptions(interval, timeout, other, healthyThreshold, maxConcurrent);
  }

  /** The same with another number of good answers. */
  public HealthCheckOptions withHealthyThreshold(int other) {
    return new HealthCheckOptions(interval, timeout, unhealthyThreshold, other, maxConcurrent);
  }

  /** The same with another number of endpoints that are asked at the same time. */
  public HealthCheckOptions withMaxConcurrent(int other) {
    return new HealthCheckOptions(interval, timeout, unhealthyThreshold, healthyThreshold, other);
  }
}
