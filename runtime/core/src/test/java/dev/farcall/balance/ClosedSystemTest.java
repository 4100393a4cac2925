package dev.farcall.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.farcall.annotation.LoadBalanced;
import dev.farcall.call.LiveEndpoint;
import dev.farcall.call.Outcome;
import dev.farcall.fixture.Tables;
import dev.farcall.spi.LoadBalancer.Picker;
import dev.farcall.time.ManualTime;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Strategies that look at calls on their way, with calls on their way: so many callers, each of
 * whom calls again as soon as he is answered, of endpoints of which half take twice as long as the
 * others, however many call them. How many more calls do the fast ones get?
 */
class ClosedSystemTest {

  private static final int ENDPOINTS = 20;
  private static final int CALLERS = 500 * ENDPOINTS;
  private static final int BEFORE = 200_000;
  private static final int PICKS = 1_000_000;
  private static final long FAST = Duration.ofMillis(10).toNanos();
  private static final int SLOWER = 2;
  private static final Path TABLE =
      Path.of("src/test/resources/dev/farcall/balance/closed-system.txt");

  /** One on its way. */
  private record Call(LiveEndpoint endpoint, long start, long end) {}

  private final ManualTime lots = new ManualTime();

  /** So many times as many calls go to a fast one as to a slow one. */
  private double ratio(String strategy) {
    List<LiveEndpoint> endpoints = Places.live(Places.endpoints(ENDPOINTS));
    Set<LiveEndpoint> slow = new HashSet<>(endpoints.subList(0, ENDPOINTS / 2));
    Picker picker = Strategies.named(strategy).picker(endpoints, null);
    PriorityQueue<Call> calls = new PriorityQueue<>(Comparator.comparingLong(Call::end));
    long now = Duration.ofDays(1).toNanos();
    int toFast = 0;
    for (int i = -BEFORE; i < PICKS; i++) {
      if (calls.size() == CALLERS) {
        Call over = calls.remove();
        now = over.end();
        over.endpoint().answered(over.start(), now, Outcome.OK);
        over.endpoint().end(Outcome.OK);
      }
      LiveEndpoint picked = picker.pick(now, lots.word());
      picked.begin(now);
      long takes = (long) (FAST * (slow.contains(picked) ? SLOWER : 1) * (0.5 + lots.lot()));
      calls.add(new Call(picked, now, now + takes));
      toFast += i >= 0 && !slow.contains(picked) ? 1 : 0;
    }
    return (double) toFast / (PICKS - toFast);
  }

  /**
   * By Little's law calls are as many as are on their way, divided by how long they take. Whoever
   * holds the calls on their way equal gives the fast ones as many more as they are faster.
   */
  private static double theory(String strategy) {
    return strategy.equals(LoadBalanced.PEAK_EWMA) ? theoryOfPeakEwma() : SLOWER;
  }

  /**
   * Of a fast and a slow one the fast one is taken in {@code c^4 / (1 + c^4)} of the cases, where
   * the slow one costs {@code c} times as much: {@code SLOWER} times the latency, times the calls
   * on their way. The ratio at which that gives the same ratio again.
   */
  private static double theoryOfPeakEwma() {
    double half = ENDPOINTS / 2.0;
    double alike = half * (half - 1) / (ENDPOINTS * (ENDPOINTS - 1.0)); // both fast, or both slow
    double least = 1;
    double most = SLOWER * SLOWER;
    while (most - least > 1e-6) {
      double ratio = (least + most) / 2;
      double fourth = Math.pow(SLOWER * SLOWER / ratio, 4);
      double fast = alike + (1 - 2 * alike) * fourth / (1 + fourth);
      boolean isLess = ratio < fast / (1 - fast);
      least = isLess ? ratio : least;
      most = isLess ? most : ratio;
    }
    return least;
  }

  @Test
  void a_million_calls_are_spread_as_theory_says() throws IOException {
    StringBuilder table = new StringBuilder("strategy              fast:slow  theory\n");
    for (String strategy :
        List.of(
            LoadBalanced.LEAST_REQUEST, LoadBalanced.LEAST_CONNECTIONS, LoadBalanced.PEAK_EWMA)) {
      double ratio = ratio(strategy);
      double theory = theory(strategy);
      table.append(String.format(Locale.ROOT, "%-20s  %9.4f  %.4f%n", strategy, ratio, theory));
      assertThat(ratio).as(table.toString()).isCloseTo(theory, within(theory * 0.02));
    }
    Tables.assertWrittenDown(table.toString(), TABLE, 0.02);
  }
}
