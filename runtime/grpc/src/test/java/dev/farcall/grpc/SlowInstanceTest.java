package dev.farcall.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.Connection;
import dev.farcall.Farcall;
import dev.farcall.annotation.LoadBalanced;
import dev.farcall.grpc.fleet.Fleet;
import dev.farcall.grpc.fleet.Load;
import dev.farcall.grpc.fleet.Member;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Three servers, each a process of its own, one of them five times slower: half the load that all
 * of them bear is more than the slow one bears a third of. The simulation has the same.
 */
@Timeout(120)
class SlowInstanceTest {

  private static final String STRATEGY = "farcall.client.Fleet.*.load-balanced.value";
  private static final String TIMEOUT = "farcall.client.Fleet.name.timeout.value";
  private static final int AT_ONCE = 2;
  private static final int MILLIS = 20;
  private static final int CALLS_PER_SECOND =
      (1_000 / MILLIS + 1_000 / MILLIS + 1_000 / (5 * MILLIS)) * AT_ONCE / 2;

  /** More than wait at the slow one in the end, so that the load is the same for both. */
  private static final int CALLERS = 150;

  private static final long WARM_UP_MILLIS = 1_500;
  private static final long WINDOW_MILLIS = 1_200;
  private static final int WINDOWS = 3;

  private final List<Member> members = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    for (int factor : new int[] {1, 1, 5}) {
      Duration delay = Duration.ofMillis(MILLIS * (long) factor);
      members.add(Member.start("slower by " + factor, "", 0, delay, AT_ONCE));
    }
  }

  @AfterEach
  void stop() {
    System.clearProperty(STRATEGY);
    System.clearProperty(TIMEOUT);
    members.forEach(Member::close);
  }

  @Test
  void least_request_spares_calls_what_round_robin_does_not() throws InterruptedException {
    p99(LoadBalanced.RANDOM, 8); // all of the processes are new
    double leastRequest = p99(LoadBalanced.LEAST_REQUEST, CALLERS);
    double roundRobin = p99(LoadBalanced.ROUND_ROBIN, CALLERS);
    System.out.printf(
        Locale.ROOT,
        "one of three servers five times slower, %d calls/s: p99 %.0f ms by round robin,"
            + " %.0f ms by least request: ratio %.1f%n",
        CALLS_PER_SECOND,
        roundRobin,
        leastRequest,
        roundRobin / leastRequest);
    assertThat(roundRobin / leastRequest).isGreaterThan(3);
  }

  /**
   * In milliseconds: of several windows the one in the middle, since others use the machine too.
   */
  private double p99(String strategy, int callers) throws InterruptedException {
    System.setProperty(STRATEGY, strategy);
    System.setProperty(TIMEOUT, "30s"); // all wait for their turn
    String target =
        members.stream()
            .map(member -> "127.0.0.1:" + member.port())
            .collect(Collectors.joining(","));
    double[] windows = new double[WINDOWS];
    try (Connection connection = Farcall.connect(target)) {
      Fleet fleet = connection.client(Fleet.class);
      for (int i = 0; i < 20; i++) {
        assertThat(fleet.name()).isNotNull();
      }
      try (Load load = Load.begin(fleet, CALLS_PER_SECOND, callers)) {
        TimeUnit.MILLISECONDS.sleep(WARM_UP_MILLIS);
        for (int i = 0; i < WINDOWS; i++) {
          load.forgetTimes();
          TimeUnit.MILLISECONDS.sleep(WINDOW_MILLIS);
          windows[i] = load.percentile(0.99).toNanos() / 1e6;
        }
      }
    }
    Arrays.sort(windows);
    return windows[WINDOWS / 2];
  }
}
