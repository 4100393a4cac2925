package dev.farcall.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farcall.annotation.LoadBalanced;
import dev.farcall.call.Endpoint;
import dev.farcall.call.Hashing;
import dev.farcall.call.LiveEndpoint;
import dev.farcall.call.Outcome;
import dev.farcall.fixture.LastListed;
import dev.farcall.fixture.Tables;
import dev.farcall.spi.LoadBalancer;
import dev.farcall.spi.LoadBalancer.Picker;
import dev.farcall.time.ManualTime;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each strategy gives each endpoint what its theory says. */
class PickersTest {

  private static final int PICKS = 1_000_000;
  private static final Path TABLE =
      Path.of("src/test/resources/dev/farcall/balance/distribution.txt");

  private final ManualTime time = new ManualTime();

  private static List<LiveEndpoint> equal(int count) {
    return Places.live(Places.endpoints(count));
  }

  /** Of weights 1, 2, 3, 4, 5, and again. */
  private static List<LiveEndpoint> weighted(int count) {
    List<Endpoint> endpoints = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      endpoints.add(Places.endpoint("e" + i).withWeight(i % 5 + 1));
    }
    return Places.live(endpoints);
  }

  private Map<LiveEndpoint, Integer> picks(String strategy, List<LiveEndpoint> endpoints) {
    LoadBalancer balancer = Strategies.named(strategy);
    Picker picker = balancer.picker(endpoints, null);
    Map<LiveEndpoint, Integer> counts = new HashMap<>();
    for (int i = 0; i < PICKS; i++) {
      long word = balancer.isKeyed() ? Hashing.of("customer-" + i) : time.word();
      counts.merge(picker.pick(time.now(), word), 1, Integer::sum);
    }
    return counts;
  }

  /** The most that one got over its due share, and the least. */
  private static double[] extremes(
      Map<LiveEndpoint, Integer> counts, List<LiveEndpoint> endpoints) {
    double weights = endpoints.stream().mapToDouble(LiveEndpoint::weight).sum();
    double least = Double.MAX_VALUE;
    double most = 0;
    for (LiveEndpoint endpoint : endpoints) {
      double due = PICKS * endpoint.weight() / weights;
      double share = counts.getOrDefault(endpoint, 0) / due;
      least = Math.min(least, share);
      most = Math.max(most, share);
    }
    return new double[] {least, most};
  }

  /**
   * What is due, give or take: an even cycle is off by a turn; chance by five standard deviations
   * of a binomial distribution; a table of places by a place in a hundred beside.
   */
  private static double bound(String strategy, int count, boolean weighted) {
    double due = (double) PICKS / count / (weighted ? 3 : 1);
    double chance = 5 / Math.sqrt(due);
    return switch (strategy) {
      case LoadBalanced.ROUND_ROBIN, LoadBalanced.WEIGHTED_ROUND_ROBIN -> 5 / due;
      case LoadBalanced.CONSISTENT_HASH -> chance + 0.02;
      case LoadBalanced.STICKY -> count;
      default -> chance;
    };
  }

  @Test
  void a_million_picks_are_spread_as_theory_says() throws IOException {
    StringBuilder table = new StringBuilder("strategy              endpoints   least    most\n");
    for (String strategy :
        List.of(
            LoadBalanced.ROUND_ROBIN,
            LoadBalanced.RANDOM,
            LoadBalanced.LEAST_REQUEST,
            LoadBalanced.PEAK_EWMA,
            LoadBalanced.LEAST_CONNECTIONS,
            LoadBalanced.CONSISTENT_HASH,
            LoadBalanced.STICKY,
            LoadBalanced.WEIGHTED_ROUND_ROBIN)) {
      boolean weighted = strategy.equals(LoadBalanced.WEIGHTED_ROUND_ROBIN);
      for (int count : new int[] {3, 10, 100, 1000}) {
        if (strategy.equals(LoadBalanced.LEAST_CONNECTIONS) && count > 32) {
          continue;
        }
        List<LiveEndpoint> endpoints = weighted ? weighted(count) : equal(count);
        double[] extremes = extremes(picks(strategy, endpoints), endpoints);
        if (strategy.equals(LoadBalanced.STICKY)) {
          assertThat(extremes).containsExactly(0, count); // all to one
        }
        double bound = bound(strategy, count, weighted);
        assertThat(extremes[0]).as(strategy + " " + count).isGreaterThan(1 - bound);
        assertThat(extremes[1]).as(strategy + " " + count).isLessThan(1 + bound);
        table.append(
            String.format(
                Locale.ROOT,
                "%-20s  %9d  %.4f  %.4f%n",
                strategy,
                count,
                extremes[0],
                extremes[1]));
      }
    }
    Tables.assertWrittenDown(table.toString(), TABLE, 0.02);
  }

  @Test
  void weights_are_exact_over_a_cycle_and_smooth_within() {
    List<LiveEndpoint> endpoints = weighted(10);
    Picker picker = Strategies.named(LoadBalanced.WEIGHTED_ROUND_ROBIN).picker(endpoints, null);
    Map<LiveEndpoint, Integer> counts = new HashMap<>();
    int cycle = 30;
    for (int i = 1; i <= 10 * cycle; i++) {
      counts.merge(picker.pick(0, 0), 1, Integer::sum);
      for (LiveEndpoint endpoint : endpoints) {
        double due = i * endpoint.weight() / cycle;
        assertThat(counts.getOrDefault(endpoint, 0) - due).isBetween(-2.0, 2.0);
        if (i % cycle == 0) {
          assertThat(counts.get(endpoint)).isEqualTo((int) due);
        }
      }
    }
  }

  @Test
  void weights_that_are_no_whole_numbers_are_kept_to_a_thousandth() {
    List<LiveEndpoint> endpoints =
        Places.live(
            List.of(
                Places.endpoint("a").withWeight(0.5),
                Places.endpoint("b").withWeight(1.25),
                Places.endpoint("c").withWeight(98.249)));
    double[] extremes = extremes(picks(LoadBalanced.WEIGHTED_ROUND_ROBIN, endpoints), endpoints);
    assertThat(extremes[0]).isGreaterThan(0.999);
    assertThat(extremes[1]).isLessThan(1.001);
  }

  /** Of weights that have no common measure. */
  private static List<LiveEndpoint> odd(int count) {
    List<Endpoint> endpoints = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      endpoints.add(Places.endpoint("e" + i).withWeight(1 + i * 0.37 % 7));
    }
    return Places.live(endpoints);
  }

  @Test
  void weights_that_make_too_long_a_cycle_are_kept_to_a_thousandth_each() {
    List<LiveEndpoint> endpoints = odd(1_000);
    assertThat(Schedule.of(endpoints)).isNull();
    Picker picker = Strategies.named(LoadBalanced.WEIGHTED_ROUND_ROBIN).picker(endpoints, null);
    Map<LiveEndpoint, Integer> counts = new HashMap<>();
    double weights = endpoints.stream().mapToDouble(LiveEndpoint::weight).sum();
    Map<LiveEndpoint, Integer> last = new HashMap<>();
    int picks = 20_000_000;
    for (int i = 0; i < picks; i++) {
      LiveEndpoint picked = picker.pick(0, 0);
      counts.merge(picked, 1, Integer::sum);
      Integer before = last.put(picked, i);
      double distance = weights / picked.weight();
      assert before == null || i - before < 3 * distance
          : "its turns are at nearly equal distances";
    }
    for (LiveEndpoint endpoint : endpoints) {
      double due = picks * endpoint.weight() / weights;
      assertThat(counts.get(endpoint) - due).isBetween(-8.0, 8.0);
      assertThat(counts.get(endpoint) / due).isBetween(0.999, 1.001);
    }
  }

  @Test
  void turns_go_on_where_a_cycle_gets_too_long() {
    LoadBalancer weighted = Strategies.named(LoadBalanced.WEIGHTED_ROUND_ROBIN);
    Picker exact = weighted.picker(weighted(10), null);
    Picker golden = weighted.picker(odd(1_000), exact);
    LiveEndpoint first = golden.pick(0, 0);
    assertThat(weighted.picker(odd(1_000), golden).pick(0, 0).endpoint())
        .isNotEqualTo(first.endpoint());
  }

  @ParameterizedTest
  @ValueSource(strings = {LoadBalanced.ROUND_ROBIN, LoadBalanced.WEIGHTED_ROUND_ROBIN})
  void turns_are_even_also_by_many_threads(String strategy) throws Exception {
    List<LiveEndpoint> endpoints = equal(7);
    Picker picker = Strategies.named(strategy).picker(endpoints, null);
    int threads = 4;
    int each = 70_000;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    CountDownLatch go = new CountDownLatch(1);
    List<Future<Map<LiveEndpoint, Integer>>> all = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      all.add(
          pool.submit(
              () -> {
                Map<LiveEndpoint, Integer> counts = new HashMap<>();
                go.await();
                for (int i = 0; i < each; i++) {
                  counts.merge(picker.pick(0, 0), 1, Integer::sum);
                }
                return counts;
              }));
    }
    go.countDown();
    Map<LiveEndpoint, Integer> counts = new HashMap<>();
    for (Future<Map<LiveEndpoint, Integer>> one : all) {
      one.get(60, TimeUnit.SECONDS).forEach((e, n) -> counts.merge(e, n, Integer::sum));
    }
    pool.shutdown();
    for (LiveEndpoint endpoint : endpoints) {
      assertThat(counts.get(endpoint)).isBetween(40_000 - 8, 40_000 + 8);
    }
  }

  @Test
  void a_new_list_goes_on_where_the_old_one_stood() {
    LoadBalancer roundRobin = Strategies.named(LoadBalanced.ROUND_ROBIN);
    List<LiveEndpoint> endpoints = equal(4);
    Picker picker = roundRobin.picker(endpoints, null);
    LiveEndpoint first = picker.pick(0, 0);
    Picker next = roundRobin.picker(endpoints, picker);
    assertThat(next.pick(0, 0)).isNotSameAs(first);
  }

  @Test
  void least_request_takes_the_one_with_fewer_calls_for_its_weight() {
    LiveEndpoint light = new LiveEndpoint(Places.endpoint("light"));
    LiveEndpoint heavy = new LiveEndpoint(Places.endpoint("heavy").withWeight(4));
    Picker picker =
        Strategies.named(LoadBalanced.LEAST_REQUEST).picker(List.of(light, heavy), null);
    for (int i = 0; i < 100; i++) {
      picker.pick(0, time.word()).begin(0);
    }
    assertThat(heavy.inFlight()).isBetween(78, 82);
  }

  @Test
  void least_connections_holds_all_equal() {
    List<LiveEndpoint> endpoints = equal(9);
    Picker picker = Strategies.named(LoadBalanced.LEAST_CONNECTIONS).picker(endpoints, null);
    for (int i = 0; i < 9_000; i++) {
      picker.pick(0, time.word()).begin(0);
    }
    assertThat(endpoints).allMatch(endpoint -> endpoint.inFlight() == 1000);
  }

  @Test
  void least_connections_is_for_few() {
    assertThatThrownBy(
            () -> Strategies.named(LoadBalanced.LEAST_CONNECTIONS).picker(equal(33), null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("33 endpoints (expected: at most 32")
        .hasMessageContaining("least_request");
  }

  @Test
  void peak_ewma_leaves_the_slow_one_alone_and_tries_it_again() {
    List<LiveEndpoint> endpoints = equal(3);
    LiveEndpoint slow = endpoints.get(0);
    Picker picker = Strategies.named(LoadBalanced.PEAK_EWMA).picker(endpoints, null);
    int slowCalls = 0;
    for (int i = 0; i < 10_000; i++) {
      LiveEndpoint picked = picker.pick(time.now(), time.word());
      picked.begin(time.now());
      long start = time.now();
      time.advance(Duration.ofMillis(picked == slow ? 200 : 10));
      picked.answered(start, time.now(), Outcome.OK);
      picked.end(Outcome.OK);
      slowCalls += picked == slow ? 1 : 0;
    }
    assertThat(slowCalls).isBetween(2, 100);
  }

  @Test
  void peak_ewma_sees_a_stall_before_anything_fails() {
    List<LiveEndpoint> endpoints = equal(2);
    for (LiveEndpoint endpoint : endpoints) {
      endpoint.begin(time.now());
      long start = time.now();
      time.advance(Duration.ofMillis(10));
      endpoint.answered(start, time.now(), Outcome.OK);
      endpoint.end(Outcome.OK);
    }
    LiveEndpoint stalled = endpoints.get(0);
    stalled.begin(time.now());
    LiveEndpoint busy = endpoints.get(1);
    busy.begin(time.now());
    busy.begin(time.now());
    Picker picker = Strategies.named(LoadBalanced.PEAK_EWMA).picker(endpoints, null);
    assertThat(share(picker, stalled)).isGreaterThan(0.7);
    time.advance(Duration.ofMillis(50));
    busy.answered(time.now() - 10, time.now(), Outcome.OK);
    assertThat(share(picker, stalled)).isLessThan(0.1);
  }

  private double share(Picker picker, LiveEndpoint endpoint) {
    int picked = 0;
    for (int i = 0; i < 1000; i++) {
      picked += picker.pick(time.now(), time.word()) == endpoint ? 1 : 0;
    }
    return picked / 1000.0;
  }

  @Test
  void peak_ewma_gives_those_that_are_about_alike_the_same() {
    List<LiveEndpoint> endpoints = equal(3);
    int millis = 10;
    for (LiveEndpoint endpoint : endpoints) {
      long start = time.now();
      time.advance(Duration.ofMillis(millis)); // 10, 13 and 21
      endpoint.begin(start);
      endpoint.answered(start, time.now(), Outcome.OK);
      endpoint.end(Outcome.OK);
      millis = millis == 10 ? 13 : 21;
    }
    Picker picker = Strategies.named(LoadBalanced.PEAK_EWMA).picker(endpoints, null);
    double first = share(picker, endpoints.get(0));
    double second = share(picker, endpoints.get(1));
    assertThat(first - second).isBetween(-0.08, 0.15);
    assertThat(share(picker, endpoints.get(2))).isLessThan(0.15);
  }

  @Test
  void equal_keys_go_to_the_same_endpoint_and_few_move_when_one_leaves() {
    List<LiveEndpoint> ten = equal(10);
    LoadBalancer consistent = Strategies.named(LoadBalanced.CONSISTENT_HASH);
    Picker before = consistent.picker(ten, null);
    Picker after = consistent.picker(ten.subList(0, 9), before);
    int needlessly = 0;
    int moved = 0;
    for (int key = 0; key < 100_000; key++) {
      long word = Hashing.of("customer-" + key);
      LiveEndpoint was = before.pick(0, word);
      assertThat(before.pick(0, word)).isSameAs(was);
      if (after.pick(0, word) != was) {
        moved++;
        needlessly += was == ten.get(9) ? 0 : 1;
      }
    }
    assertThat(moved - needlessly).isBetween(9_000, 11_000);
    assertThat(needlessly).isLessThan(2_000);
  }

  @Test
  void heavier_endpoints_have_more_of_the_keys() {
    List<LiveEndpoint> endpoints = weighted(5);
    double[] extremes = extremes(picks(LoadBalanced.CONSISTENT_HASH, endpoints), endpoints);
    assertThat(extremes[0]).isGreaterThan(0.97);
    assertThat(extremes[1]).isLessThan(1.03);
  }

  @Test
  void sticky_stays_until_its_endpoint_is_not_to_be_called() {
    List<LiveEndpoint> endpoints = equal(5);
    LoadBalancer sticky = Strategies.named(LoadBalanced.STICKY);
    Picker picker = sticky.picker(endpoints, null);
    LiveEndpoint held = picker.pick(0, time.word());
    for (int i = 0; i < 100; i++) {
      assertThat(picker.pick(0, time.word())).isSameAs(held);
    }
    Picker next = sticky.picker(endpoints, picker);
    assertThat(next.pick(0, time.word())).isSameAs(held);
    held.add(LiveEndpoint.Trouble.UNREACHABLE);
    LiveEndpoint other = Choice.of(next, 0, time.word(), false);
    assertThat(other).isNotSameAs(held);
    held.remove(LiveEndpoint.Trouble.UNREACHABLE);
    assertThat(next.pick(0, time.word())).isSameAs(other);
  }

  @Test
  void a_strategy_of_ones_own_is_found_by_its_name() {
    List<LiveEndpoint> endpoints = equal(3);
    Picker picker = Strategies.named(LastListed.NAME).picker(endpoints, null);
    assertThat(picker.pick(0, time.word())).isSameAs(endpoints.get(2));
    try (Balancer balancer = Balancer.of(LastListed.NAME)) {
      balancer.replaceAll(Places.endpoints(5));
      assertThat(balancer.next().endpoint().id()).isEqualTo("e4");
    }
  }

  @Test
  void a_strategy_that_is_not_there_names_those_that_are() {
    assertThatThrownBy(() -> Strategies.named("least-request"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no strategy 'least-request' (expected one of: peak_ewma, ");
  }
}
