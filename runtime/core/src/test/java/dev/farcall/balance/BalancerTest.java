package dev.farcall.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farcall.annotation.LoadBalanced;
import dev.farcall.balance.Balancer.Pick;
import dev.farcall.policy.LoadBalancedPolicy;
import dev.farcall.time.ManualTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class BalancerTest {

  private final ManualTime time = new ManualTime();
  private final Queue<Runnable> later = new ArrayDeque<>();

  private void runLater() {
    while (!later.isEmpty()) {
      later.remove().run();
    }
  }

  private Balancer balancer(String strategy, String... ids) {
    Balancer balancer = Balancer.of(new LoadBalancedPolicy(strategy, List.of()), time, later::add);
    for (String id : ids) {
      balancer.add(Places.endpoint(id));
    }
    return balancer;
  }

  private static Map<String, Integer> picks(Balancer balancer, int count) {
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i < count; i++) {
      try (Pick pick = balancer.next()) {
        counts.merge(pick.endpoint().id(), 1, Integer::sum);
      }
    }
    return counts;
  }

  @Test
  void endpoints_are_added_and_removed() {
    Balancer balancer = balancer(LoadBalanced.ROUND_ROBIN, "a", "b", "c");
    assertThat(picks(balancer, 300))
        .containsOnly(Map.entry("a", 100), Map.entry("b", 100), Map.entry("c", 100));
    assertThat(balancer.remove("b")).isTrue();
    assertThat(balancer.remove("b")).isFalse();
    assertThat(picks(balancer, 200)).containsOnly(Map.entry("a", 100), Map.entry("c", 100));
    balancer.replaceAll(List.of(Places.endpoint("d")));
    assertThat(picks(balancer, 10)).containsOnly(Map.entry("d", 10));
  }

  @Test
  void picks_are_on_their_way_until_they_are_closed() {
    Balancer balancer = balancer(LoadBalanced.LEAST_CONNECTIONS, "a", "b");
    List<Pick> open = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      open.add(balancer.next());
    }
    assertThat(balancer.endpoints()).allMatch(each -> each.inFlight() == 5);
    open.forEach(Pick::close);
    open.forEach(Pick::close);
    assertThat(balancer.endpoints()).allMatch(each -> each.inFlight() == 0 && each.calls() == 5);
  }

  @Test
  void a_pick_is_for_one_call_after_the_other() {
    Balancer balancer = balancer(LoadBalanced.ROUND_ROBIN, "a", "b");
    Pick pick = balancer.pick();
    assertThatThrownBy(pick::endpoint)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no call is on its way (expected: next() before)");
    List<String> called = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      try (Pick call = pick.next()) {
        called.add(call.endpoint().id());
        assertThatThrownBy(pick::next)
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("is on its way (expected: closed before");
        if (i == 0) {
          call.failed();
        }
      }
      pick.close();
    }
    assertThat(called).contains("a", "b");
    assertThat(balancer.endpoints())
        .allMatch(each -> each.inFlight() == 0 && each.calls() == 10)
        .anyMatch(each -> each.failures() == 1)
        .anyMatch(each -> each.failures() == 0);
  }

  @Test
  void what_fails_five_times_is_passed_over_for_a_time() {
    Balancer balancer = balancer(LoadBalanced.ROUND_ROBIN, "a", "b");
    for (int i = 0; i < 10; i++) {
      try (Pick pick = balancer.next()) {
        if (pick.endpoint().id().equals("a")) {
          pick.failed();
        }
      }
    }
    assertThat(later).as("work that no call does").hasSize(1);
    assertThat(picks(balancer, 10)).as("at once").containsOnly(Map.entry("b", 10));
    runLater();
    assertThat(picks(balancer, 10)).containsOnly(Map.entry("b", 10));
    assertThat(balancer.explain().toString()).contains("a (a:1)", "passed over: [EJECTED]");
    time.advance(Duration.ofSeconds(60));
    runLater();
    assertThat(picks(balancer, 10)).containsOnly(Map.entry("a", 5), Map.entry("b", 5));
  }

  @Test
  void equal_keys_have_the_same_endpoint() {
    Balancer balancer = balancer(LoadBalanced.CONSISTENT_HASH, "a", "b", "c", "d");
    for (int i = 0; i < 100; i++) {
      try (Pick first = balancer.next("key " + i);
          Pick second = balancer.next("key " + i)) {
        assertThat(second.endpoint()).isEqualTo(first.endpoint());
      }
    }
  }

  @Test
  void without_endpoints_there_is_none_to_pick() {
    assertThatThrownBy(() -> balancer(LoadBalanced.RANDOM).next())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no endpoint to pick from (expected: one or more, by add(Endpoint))");
  }
}
