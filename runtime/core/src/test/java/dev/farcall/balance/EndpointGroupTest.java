package dev.farcall.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farcall.annotation.LoadBalanced;
import dev.farcall.balance.Places.Place;
import dev.farcall.call.Attempt;
import dev.farcall.call.Cancellation;
import dev.farcall.call.Cancellation.Reason;
import dev.farcall.call.Channel;
import dev.farcall.call.Deadline;
import dev.farcall.call.Endpoint;
import dev.farcall.call.Failure;
import dev.farcall.call.Hashing;
import dev.farcall.call.LiveEndpoint;
import dev.farcall.call.LiveEndpoint.Trouble;
import dev.farcall.call.Metadata;
import dev.farcall.call.Operation;
import dev.farcall.call.Outcome;
import dev.farcall.call.Payload;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.fixture.LastListed;
import dev.farcall.fixture.LogCapture;
import dev.farcall.fixture.TextCodec;
import dev.farcall.fixture.Texts;
import dev.farcall.policy.LoadBalancedPolicy;
import dev.farcall.policy.Policies;
import dev.farcall.policy.Settings;
import dev.farcall.time.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EndpointGroupTest {

  private static final Operation<String, String> GET =
      Texts.unary("Get").safe().hashKey(Hashing::of).build();

  private final ManualTime time = new ManualTime();
  private final Places places = new Places();
  private final EndpointGroup group = places.group(time);

  private static LoadBalancedPolicy policy(String strategy) {
    return new LoadBalancedPolicy(strategy, List.of());
  }

  private static LoadBalancedPolicy split(String split) {
    return Policies.of(
            Settings.annotated("load-balanced.value", "round_robin", "load-balanced.split", split))
        .loadBalanced();
  }

  private static Request request(String text) {
    return Request.of(
        GET, Payload.of(TextCodec.TEXT, text), Metadata.EMPTY, Deadline.NONE, new Cancellation());
  }

  private static CompletionStage<Response> call(Channel channel) {
    return channel.send(request("x"));
  }

  private Map<String, Integer> counts(Channel channel, int calls) {
    Map<String, Integer> before = new HashMap<>();
    group
        .endpoints()
        .forEach(e -> before.put(e.endpoint().id(), places.at(e.endpoint().host()).calls));
    for (int i = 0; i < calls; i++) {
      CompletionStage<Response> unused = call(channel);
    }
    Map<String, Integer> counts = new HashMap<>();
    before.forEach((id, count) -> counts.put(id, places.at(id).calls - count));
    return counts;
  }

  @Test
  void calls_wait_until_it_is_known_whom_to_call() {
    BalanceChannel channel = new BalanceChannel(group, policy(LoadBalanced.ROUND_ROBIN), "test");
    CompletionStage<Response> call = call(channel);
    assertThat(call.toCompletableFuture()).isNotDone();
    group.found(Places.endpoints(1));
    assertThat(Places.failure(call)).isNull();
  }

  @Test
  void calls_that_wait_are_given_up() {
    BalanceChannel channel = new BalanceChannel(group, policy(LoadBalanced.ROUND_ROBIN), "test");
    Request request = request("x");
    CompletionStage<Response> call = channel.send(request);
    request.cancellation().cancel(Reason.OWN_LIMIT);
    assertThat(Places.failure(call).outcome()).isEqualTo(Outcome.LOCAL_REJECT);
    assertThat(Places.failure(call).message())
        .startsWith("its time was over before it was known where the test is");
    group.found(Places.endpoints(1));
    assertThat(places.at("e0").calls).isZero();
  }

  @Test
  void nobody_to_call_is_told_with_the_reason() {
    BalanceChannel channel = new BalanceChannel(group, policy(LoadBalanced.ROUND_ROBIN), "test");
    CompletionStage<Response> waited = call(channel);
    group.unknown("etcd://h:1 refused");
    for (CompletionStage<Response> call : List.of(waited, call(channel))) {
      Failure failure = Places.failure(call);
      assertThat(failure.outcome()).isEqualTo(Outcome.NEVER_SENT);
      assertThat(failure.message())
          .isEqualTo("no endpoint of the test: etcd://h:1 refused (asked for test.Texts/Get)");
    }
    group.found(List.of());
    assertThat(Places.failure(call(channel)).message())
        .contains("no endpoint of the test: it has none");
    group.found(Places.endpoints(1));
    assertThat(Places.failure(call(channel))).isNull();
  }

  @Test
  void what_cannot_be_reached_is_not_called_until_a_probe_succeeds() {
    group.found(Places.endpoints(3));
    BalanceChannel channel = new BalanceChannel(group, policy(LoadBalanced.ROUND_ROBIN), "test");
    places.at("e1").reachable = false;
    int failed = 0;
    for (int i = 0; i < 30; i++) {
      failed += Places.failure(call(channel)) == null ? 0 : 1;
    }
    assertThat(failed).isEqualTo(1);
    time.advance(Duration.ofSeconds(30));
    assertThat(counts(channel, 30)).containsEntry("e1", 0).containsEntry("e0", 15);

    places.at("e1").reachable = true;
    time.advance(Duration.ofSeconds(4));
    assertThat(places.live(group, "e1").isAvailable()).isTrue();
    assertThat(counts(channel, 3000).get("e1")).isBetween(50, 400);
    time.advance(Duration.ofSeconds(10));
    assertThat(counts(channel, 3000).get("e1")).isBetween(450, 850);
    time.advance(Duration.ofSeconds(10));
    assertThat(counts(channel, 3000)).containsEntry("e1", 1000);
  }

  @Test
  void a_short_loss_of_the_connection_is_no_new_process() {
    group.found(Places.endpoints(3));
    BalanceChannel channel = new BalanceChannel(group, policy(LoadBalanced.ROUND_ROBIN), "test");
    places.at("e1").outcome = Outcome.CONNECTION_LOST;
    counts(channel, 3);
    assertThat(places.live(group, "e1").has(Trouble.UNREACHABLE)).isTrue();
    places.at("e1").outcome = Outcome.OK;
    time.advance(Duration.ofMillis(200));
    assertThat(counts(channel, 300)).containsEntry("e1", 100);
  }

  @Test
  void where_none_can_be_reached_all_are_tried() {
    group.found(Places.endpoints(2));
    BalanceChannel channel = new BalanceChannel(group, policy(LoadBalanced.ROUND_ROBIN), "test");
    places.at("e0").reachable = false;
    places.at("e1").reachable = false;
    assertThat(counts(channel, 20)).containsEntry("e0", 10).containsEntry("e1", 10);
    assertThat(group.explain(policy(LoadBalanced.ROUND_ROBIN), null, Metadata.EMPTY).note())
        .isEqualTo("none of 2 can be reached: all are tried");
    places.at("e0").reachable = true;
    time.advance(Duration.ofSeconds(4));
    assertThat(counts(channel, 20)).containsEntry("e0", 20);
  }

  @Test
  void five_failures_in_a_row_eject_for_thirty_seconds_and_longer_each_time() {
    group.found(Places.endpoints(10));
    BalanceChannel channel = new BalanceChannel(group, policy(LoadBalanced.ROUND_ROBIN), "test");
    places.at("e4").outcome = Outcome.SERVER_ERROR;
    assertThat(counts(channel, 100)).containsEntry("e4", 5);
    assertThat(places.live(group, "e4").troubles()).containsExactly(Trouble.EJECTED);
    time.advance(Duration.ofSeconds(29));
    assertThat(counts(channel, 90)).containsEntry("e4", 0).containsEntry("e0", 10);
    time.advance(Duration.ofSeconds(1));
    assertThat(places.live(group, "e4").isAvailable()).isTrue();
    time.advance(Duration.ofSeconds(5)); // while it begins slowly
    assertThat(counts(channel, 400)).containsEntry("e4", 5);
    time.advance(Duration.ofSeconds(31));
    assertThat(places.live(group, "e4").isAvailable()).isFalse();
    time.advance(Duration.ofSeconds(30));
    assertThat(places.live(group, "e4").isAvailable()).isTrue();
  }

  @Test
  void what_is_ejected_and_not_listed_for_a_moment_is_called_again_in_its_time() {
    group.found(Places.endpoints(10));
    BalanceChannel channel = new BalanceChannel(group, policy(LoadBalanced.ROUND_ROBIN), "test");
    time.advance(Duration.ofSeconds(5));
    places.at("e9").outcome = Outcome.SERVER_ERROR;
    counts(channel, 100);
    LiveEndpoint ejected = places.live(group, "e9");
    group.found(Places.endpoints(9));
    time.advance(Duration.ofSeconds(8)); // the interval ends meanwhile
    group.found(Places.endpoints(10));
    assertThat(places.live(group, "e9")).isSameAs(ejected);
    assertThat(ejected.troubles()).containsExactly(Trouble.EJECTED);
    time.advance(Duration.ofSeconds(23));
    assertThat(ejected.isAvailable()).isTrue();
  }

  @Test
  void what_is_gone_for_good_does_not_count_as_ejected() {
    group.found(Places.endpoints(10));
    BalanceChannel channel = new BalanceChannel(group, policy(LoadBalanced.ROUND_ROBIN), "test");
    places.at("e9").outcome = Outcome.SERVER_ERROR;
    places.at("e4").outcome = Outcome.SERVER_ERROR;
    counts(channel, 100);
    group.found(Places.endpoints(9));
    time.advance(Duration.ofSeconds(11));
    counts(channel, 100);
    assertThat(places.live(group, "e4").troubles()).containsExactly(Trouble.EJECTED);
  }

  @Test
  void no_more_than_a_tenth_is_ejected_and_one_may_always_be() {
    group.found(Places.endpoints(20));
    BalanceChannel channel = new BalanceChannel(group, policy(LoadBalanced.ROUND_ROBIN), "test");
    for (int i = 0; i < 6; i++) {
      places.at("e" + i).outcome = Outcome.SERVER_ERROR;
    }
    counts(channel, 400);
    assertThat(group.endpoints().stream().filter(e -> !e.isAvailable())).hasSize(2);

    EndpointGroup two = places.group(time);
    two.found(Places.endpoints(2));
    BalanceChannel both = new BalanceChannel(two, policy(LoadBalanced.ROUND_ROBIN), "test");
    places.at("e1").outcome = Outcome.SERVER_ERROR;
    IntStream.range(0, 40).forEach(i -> call(both).toCompletableFuture().join());
    assertThat(two.endpoints().stream().filter(e -> !e.isAvailable())).hasSize(1);
  }

  @Test
  void what_fails_more_often_than_the_others_is_ejected_at_the_end_of_an_interval() {
    group.found(Places.endpoints(10));
    BalanceChannel channel = new BalanceChannel(group, policy(LoadBalanced.ROUND_ROBIN), "test");
    Place bad = places.at("e7");
    for (int i = 0; i < 2000; i++) {
      bad.outcome = bad.calls % 4 == 0 ? Outcome.SERVER_ERROR : Outcome.OK;
      places.at("e2").outcome =
          places.at("e2").calls % 100 == 7 ? Outcome.SERVER_ERROR : Outcome.OK;
      CompletionStage<Response> unused = call(channel);
    }
    time.advance(Duration.ofSeconds(11));
    assertThat(places.live(group, "e7").troubles()).containsExactly(Trouble.EJECTED);
    assertThat(places.live(group, "e2").isAvailable()).isTrue();
  }

  @Test
  void refusals_and_cancellations_do_not_eject() {
    group.found(Places.endpoints(10));
    BalanceChannel channel = new BalanceChannel(group, policy(LoadBalanced.ROUND_ROBIN), "test");
    places.at("e1").outcome = Outcome.REFUSED;
    places.at("e2").outcome = Outcome.CANCELLED;
    places.at("e3").outcome = Outcome.OVERLOADED;
    counts(channel, 3000);
    time.advance(Duration.ofSeconds(11));
    assertThat(group.endpoints()).allMatch(LiveEndpoint::isAvailable);
  }

  @Test
  void where_most_are_not_well_all_that_can_be_reached_are_called() {
    group.found(Places.endpoints(5));
    BalanceChannel channel = new BalanceChannel(group, policy(LoadBalanced.ROUND_ROBIN), "test");
    group.checked(places.live(group, "e0"), false);
    group.checked(places.live(group, "e1"), false);
    assertThat(counts(channel, 30)).containsEntry("e0", 0).containsEntry("e1", 0);
    group.checked(places.live(group, "e2"), false);
    group.checked(places.live(group, "e3"), false);
    // Who is well is preferred still, but not if that means to look for him for long.
    BalanceChannel byLot = new BalanceChannel(group, policy(LoadBalanced.RANDOM), "test");
    Map<String, Integer> counts = counts(byLot, 3000);
    assertThat(counts.get("e4")).isBetween(1_900, 2_150); // 1 - 0.8^5
    assertThat(counts.get("e0")).isBetween(180, 310);
    assertThat(group.explain(policy(LoadBalanced.RANDOM), null, Metadata.EMPTY).note())
        .isEqualTo("4 of 5 are not well: all that can be reached are called");
    group.checked(places.live(group, "e2"), true);
    group.checked(places.live(group, "e3"), true);
    assertThat(counts(byLot, 30)).containsEntry("e0", 0);
    assertThat(counts(channel, 30)).containsEntry("e0", 0).containsEntry("e2", 10);
  }

  @Test
  void an_attempt_goes_elsewhere_where_there_is_an_elsewhere() {
    group.found(Places.endpoints(3));
    for (String strategy :
        List.of(
            LoadBalanced.ROUND_ROBIN,
            LoadBalanced.RANDOM,
            LoadBalanced.PEAK_EWMA,
            LoadBalanced.CONSISTENT_HASH,
            LoadBalanced.STICKY)) {
      BalanceChannel channel = new BalanceChannel(group, policy(strategy), "test");
      for (int i = 0; i < 100; i++) {
        Request first = request("key " + i);
        CompletionStage<Response> unused = channel.send(first);
        Attempt second = first.attempt().next(Outcome.UNAVAILABLE);
        unused = channel.send(first.withAttempt(second));
        Attempt third = second.next(Outcome.UNAVAILABLE);
        unused = channel.send(first.withAttempt(third));
        List<Endpoint> seen = new ArrayList<>();
        for (Attempt each = third; each != null; each = each.previous()) {
          seen.add(each.endpoint());
        }
        assertThat(seen).as(strategy).doesNotHaveDuplicates().hasSize(3);
      }
    }
  }

  @Test
  void keys_choose() {
    group.found(Places.endpoints(10));
    BalanceChannel channel =
        new BalanceChannel(group, policy(LoadBalanced.CONSISTENT_HASH), "test");
    for (int i = 0; i < 100; i++) {
      Endpoint first = sentTo(channel, "customer " + i);
      assertThat(sentTo(channel, "customer " + i)).isEqualTo(first);
      PickExplanation explained =
          group.explain(policy(LoadBalanced.CONSISTENT_HASH), "customer " + i, Metadata.EMPTY);
      assertThat(explained.picked().endpoint()).isEqualTo(first);
    }
  }

  private static Endpoint sentTo(Channel channel, String text) {
    Request request = request(text);
    CompletionStage<Response> unused = channel.send(request);
    return request.attempt().endpoint();
  }

  @Test
  void calls_on_their_way_are_counted_and_given_back_once_however_they_end() {
    group.found(Places.endpoints(1));
    BalanceChannel channel = new BalanceChannel(group, policy(LoadBalanced.PEAK_EWMA), "test");
    LiveEndpoint only = places.live(group, "e0");
    Place place = places.at("e0");
    place.silent = true;
    for (Outcome end : Outcome.values()) {
      place.outcome = end;
      CompletionStage<Response> unused = call(channel);
      assertThat(only.inFlight()).isEqualTo(1);
      place.answerHeld();
      assertThat(only.inFlight()).as(end.name()).isZero();
    }
    CompletionStage<Response> thrown = call(channel);
    place.held.get(0).completeExceptionally(new IllegalStateException("as no channel may"));
    assertThat(Places.failure(thrown).outcome()).isEqualTo(Outcome.SERVER_ERROR);
    assertThat(only.inFlight()).isZero();
  }

  @Test
  void a_stream_is_on_its_way_until_its_end() {
    group.found(Places.endpoints(1));
    BalanceChannel channel = new BalanceChannel(group, policy(LoadBalanced.PEAK_EWMA), "test");
    LiveEndpoint only = places.live(group, "e0");
    places.at("e0").silent = true;
    CompletionStage<Response> unused = call(channel);
    CompletableFuture<Outcome> done = new CompletableFuture<>();
    places.at("e0").held.get(0).complete(Response.streaming(s -> {}, Metadata.EMPTY, done));
    assertThat(only.inFlight()).isEqualTo(1);
    done.complete(Outcome.SERVER_ERROR);
    assertThat(only.inFlight()).isZero();
    assertThat(only.failureHundredths()).isEqualTo(100);
  }

  @Test
  void what_is_known_of_an_endpoint_outlives_a_refresh() {
    group.found(Places.endpoints(3));
    BalanceChannel channel = new BalanceChannel(group, policy(LoadBalanced.ROUND_ROBIN), "test");
    counts(channel, 30);
    LiveEndpoint one = places.live(group, "e1");
    group.found(
        List.of(
            Places.endpoint("e1").withWeight(3).withMetadata(Map.of("version", "2")),
            Places.endpoint("e2")));
    assertThat(places.live(group, "e1")).isSameAs(one);
    assertThat(one.calls()).isEqualTo(10);
    assertThat(one.weight()).isEqualTo(3);
    group.found(Places.endpoints(3));
    assertThat(places.live(group, "e0").calls()).isEqualTo(10); // back within ten seconds
    time.advance(Duration.ofSeconds(60));
    assertThat(places.at("e0").closed).isFalse();
    group.found(Places.endpoints(1));
    time.advance(Duration.ofSeconds(11));
    assertThat(places.at("e2").closed).isTrue();
    assertThat(places.at("e0").closed).isFalse();
  }

  @Test
  void what_comes_and_goes_is_let_go_once_and_not_before_its_time() {
    group.found(Places.endpoints(2));
    group.found(Places.endpoints(1));
    time.advance(Duration.ofSeconds(5));
    group.found(Places.endpoints(2));
    time.advance(Duration.ofSeconds(4));
    group.found(Places.endpoints(1));
    time.advance(Duration.ofSeconds(9));
    assertThat(places.at("e1").closes).isZero();
    time.advance(Duration.ofSeconds(20));
    assertThat(places.at("e1").closes).isEqualTo(1);
  }

  @Test
  void a_new_list_that_comes_while_a_strategy_looks_at_the_old_one_is_not_lost() {
    group.found(Places.endpoints(1));
    LastListed.MEANWHILE.set(() -> group.found(Places.endpoints(2)));
    BalanceChannel channel = new BalanceChannel(group, policy(LastListed.NAME), "test");
    assertThat(counts(channel, 10)).containsEntry("e1", 10);
  }

  @Test
  void a_call_that_comes_while_the_first_pickers_are_made_waits_for_them() {
    List<CompletionStage<Response>> meanwhile = new ArrayList<>();
    BalanceChannel turns = new BalanceChannel(group, policy(LoadBalanced.ROUND_ROBIN), "test");
    BalanceChannel last = new BalanceChannel(group, policy(LastListed.NAME), "test");
    LastListed.MEANWHILE.set(
        () -> {
          meanwhile.add(call(turns));
          meanwhile.add(call(last));
        });
    group.found(Places.endpoints(2));
    assertThat(meanwhile).hasSize(2).allMatch(call -> Places.failure(call) == null);
  }

  @Test
  void a_call_that_comes_while_an_empty_list_is_replaced_has_one_of_the_two() {
    group.found(List.of());
    BalanceChannel channel = new BalanceChannel(group, policy(LastListed.NAME), "test");
    List<CompletionStage<Response>> meanwhile = new ArrayList<>();
    LastListed.MEANWHILE.set(() -> meanwhile.add(call(channel)));
    group.found(Places.endpoints(1));
    assertThat(Places.failure(meanwhile.get(0)).message()).contains("it has none");
    assertThat(Places.failure(call(channel))).isNull();
  }

  private static Endpoint started(String name, long millis) {
    return Places.endpoint(name).withMetadata(Map.of(EndpointGroup.STARTED, Long.toString(millis)));
  }

  @Test
  void another_process_at_the_same_address_begins_slowly_and_anew() {
    long longAgo = time.wallMillis() - 3_600_000;
    group.found(List.of(started("e0", longAgo), started("e1", longAgo)));
    BalanceChannel channel = new BalanceChannel(group, policy(LoadBalanced.RANDOM), "test");
    counts(channel, 100);
    LiveEndpoint before = places.live(group, "e1");
    // By its clock it began long ago too; but not when the other one did.
    group.found(List.of(started("e0", longAgo), started("e1", longAgo + 1)));
    LiveEndpoint now = places.live(group, "e1");
    assertThat(now).isNotSameAs(before);
    assertThat(now.calls()).isZero();
    assertThat(counts(channel, 2000).get("e1")).isBetween(20, 200);

    // And so where the old one has gone before.
    group.found(List.of(started("e0", longAgo)));
    group.found(List.of(started("e0", longAgo), started("e1", longAgo + 2)));
    assertThat(places.live(group, "e1")).isNotSameAs(now);
    assertThat(places.live(group, "e1").isStarting()).isTrue();
    time.advance(Duration.ofSeconds(11));
    assertThat(places.at("e1").closes).isEqualTo(2);
  }

  @Test
  void a_process_that_began_lately_by_a_clock_that_is_behind_begins_slowly() {
    group.found(List.of());
    long now = time.wallMillis();
    group.found(
        List.of(
            started("behind", now - 60_000),
            started("ahead", now + 60_000),
            started("old", now - 120_000)));
    assertThat(places.live(group, "behind").isStarting()).isTrue();
    assertThat(places.live(group, "ahead").isStarting()).isTrue();
    assertThat(places.live(group, "old").isStarting()).isFalse();
  }

  @Test
  void the_first_endpoints_begin_at_once_and_later_ones_slowly() {
    group.found(Places.endpoints(2));
    BalanceChannel channel = new BalanceChannel(group, policy(LoadBalanced.RANDOM), "test");
    assertThat(counts(channel, 2000).get("e0")).isBetween(850, 1150);
    String hourAgo = Long.toString(time.wallMillis() - 3_600_000);
    group.found(
        List.of(
            Places.endpoint("e0"),
            Places.endpoint("e1"),
            Places.endpoint("e2"),
            Places.endpoint("old").withMetadata(Map.of(EndpointGroup.STARTED, hourAgo))));
    Map<String, Integer> counts = counts(channel, 4000);
    assertThat(counts.get("e2")).isBetween(20, 300);
    assertThat(counts.get("old")).isGreaterThan(1000);
  }

  @Test
  void a_subset_is_used_and_grows_past_what_is_not_available() {
    EndpointGroup few = places.group(time, new EndpointGroup.Options("the test", "", 5, true));
    few.found(Places.endpoints(100));
    List<LiveEndpoint> first = few.endpoints();
    assertThat(first).hasSize(5);
    few.found(Places.endpoints(100));
    assertThat(few.endpoints()).containsExactlyElementsOf(first);
    few.unreachable(first.get(2));
    assertThat(few.endpoints()).hasSize(6).containsAll(first);
    EndpointGroup other = places.group(time, new EndpointGroup.Options("the test", "", 5, true));
    other.found(Places.endpoints(100));
    assertThat(other.endpoints().stream().map(e -> e.endpoint().id()).toList())
        .isNotEqualTo(first.stream().map(e -> e.endpoint().id()).toList());
  }

  @Test
  void zones_keep_their_calls_as_far_as_they_can() {
    EndpointGroup zoned = places.group(time, new EndpointGroup.Options("the test", "a", 0, true));
    List<Endpoint> even = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      even.add(Places.endpoint("e" + i).withZone(List.of("a", "b", "c").get(i % 3)));
    }
    zoned.found(even);
    BalanceChannel channel = new BalanceChannel(zoned, policy(LoadBalanced.ROUND_ROBIN), "test");
    assertThat(byZone(zoned, channel)).containsExactlyEntriesOf(Map.of("a", 100));

    // One of a's three is left, so a has 1/7 of all where a third would be fair.
    zoned.unreachable(Places.find(zoned, "e0").orElseThrow());
    zoned.unreachable(Places.find(zoned, "e3").orElseThrow());
    Map<String, Integer> spilled = byZone(zoned, channel);
    assertThat(spilled.get("a")).isBetween(36, 50); // 3/7
    assertThat(spilled.get("b")).isBetween(22, 36);
    assertThat(spilled.get("c")).isBetween(22, 36);
  }

  private static Map<String, Integer> byZone(EndpointGroup group, Channel channel) {
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i < 1000; i++) {
      Request request = request("x");
      CompletionStage<Response> unused = channel.send(request);
      counts.merge(request.attempt().endpoint().zone(), 1, Integer::sum);
    }
    counts.replaceAll((zone, count) -> Math.round(count / 10f));
    assertThat(group.endpoints()).isNotEmpty();
    return counts;
  }

  @Test
  void a_part_of_the_calls_goes_to_what_is_tagged_and_the_rest_elsewhere() {
    group.found(
        List.of(
            Places.endpoint("e0"),
            Places.endpoint("e1"),
            Places.endpoint("e2").withMetadata(Map.of("version", "2"))));
    BalanceChannel channel = new BalanceChannel(group, split("5% to version=2"), "test");
    Map<String, Integer> counts = counts(channel, 10_000);
    assertThat(counts.get("e2")).isBetween(420, 580);
    assertThat(counts.get("e0")).isBetween(4_700, 4_790);

    group.unreachable(places.live(group, "e2"));
    assertThat(counts(channel, 1000)).containsEntry("e2", 0);
  }

  @Test
  void calls_that_say_so_go_to_what_is_tagged() {
    group.found(
        List.of(Places.endpoint("e0"), Places.endpoint("e1").withMetadata(Map.of("version", "2"))));
    BalanceChannel channel = new BalanceChannel(group, split("x-beta=yes to version=2"), "test");
    assertThat(counts(channel, 10)).containsEntry("e1", 0);
    for (int i = 0; i < 10; i++) {
      CompletionStage<Response> unused =
          channel.send(request("x").withMetadata(Metadata.of("x-beta", "yes")));
    }
    assertThat(places.at("e1").calls).isEqualTo(10);
  }

  @Test
  void it_explains_a_pick() {
    group.found(Places.endpoints(2));
    group.unreachable(places.live(group, "e0"));
    PickExplanation explained = group.explain(policy(LoadBalanced.PEAK_EWMA), null, Metadata.EMPTY);
    assertThat(explained.picked().endpoint().id()).isEqualTo("e1");
    assertThat(explained.toString())
        .contains("peak_ewma over the test")
        .contains("    e0 (e0:1): 0 on their way, latency 0.0 ms, 0.0 % failing")
        .contains("passed over: [UNREACHABLE]")
        .contains("  > e1 (e1:1): 0 on their way")
        .contains("; called; cost 0.00 ms");
  }

  private static List<String> notes(PickExplanation explained) {
    return explained.candidates().stream()
        .map(
            each ->
                each.status().endpoint().id()
                    + (each.within() ? " within: " : " without: ")
                    + each.note())
        .sorted()
        .toList();
  }

  @Test
  void it_explains_what_a_strategy_goes_by() {
    group.found(
        List.of(Places.endpoint("e0").withWeight(2), Places.endpoint("e1").withWeight(0.5)));
    places.live(group, "e0").begin(time.now());
    assertThat(explained(LoadBalanced.LEAST_REQUEST)).contains("; load 1.00\n", "; load 2.00\n");
    assertThat(explained(LoadBalanced.LEAST_CONNECTIONS)).contains("; load 1.00\n");
    assertThat(explained(LoadBalanced.WEIGHTED_ROUND_ROBIN)).contains("; weight 0.5\n");
    assertThat(explained(LoadBalanced.RANDOM)).contains("; called\n").doesNotContain("load");
  }

  private String explained(String strategy) {
    return group.explain(policy(strategy), null, Metadata.EMPTY).toString();
  }

  @Test
  void it_explains_who_is_outside_the_split_of_a_call() {
    group.found(
        List.of(
            Places.endpoint("e0"),
            Places.endpoint("e1").withMetadata(Map.of("version", "2")),
            Places.endpoint("e2").withMetadata(Map.of("version", "3"))));
    LoadBalancedPolicy splits = split("5% to version=2, x-beta=yes to version=3");
    assertThat(notes(group.explain(splits, null, Metadata.EMPTY)))
        .containsExactly(
            "e0 within: ",
            "e1 within: 5% to version=2",
            "e2 without: outside the split: x-beta=yes to version=3");
    PickExplanation beta = group.explain(splits, null, Metadata.of("x-beta", "yes"));
    assertThat(beta.picked().endpoint().id()).isEqualTo("e2");
    assertThat(notes(beta))
        .containsExactly(
            "e0 without: outside the split",
            "e1 without: outside the split: 5% to version=2",
            "e2 within: x-beta=yes to version=3");
  }

  @Test
  void it_explains_who_is_in_another_zone() {
    EndpointGroup zoned = places.group(time, new EndpointGroup.Options("the test", "a", 0, true));
    zoned.found(
        List.of(
            Places.endpoint("e0").withZone("a"),
            Places.endpoint("e1").withZone("a"),
            Places.endpoint("e2").withZone("b")));
    assertThat(notes(zoned.explain(policy(LoadBalanced.RANDOM), null, Metadata.EMPTY)))
        .containsExactly("e0 within: ", "e1 within: ", "e2 without: other zone");
    zoned.found(
        List.of(
            Places.endpoint("e0").withZone("a"),
            Places.endpoint("e2").withZone("b"),
            Places.endpoint("e3").withZone("b"),
            Places.endpoint("e4").withZone("b")));
    assertThat(notes(zoned.explain(policy(LoadBalanced.RANDOM), null, Metadata.EMPTY)))
        .containsExactly(
            "e0 within: own zone, 50 % of the calls",
            "e2 within: other zone, 50 % of the calls",
            "e3 within: other zone, 50 % of the calls",
            "e4 within: other zone, 50 % of the calls");
  }

  @Test
  void it_explains_who_is_outside_the_subset() {
    EndpointGroup few = places.group(time, new EndpointGroup.Options("the test", "", 2, true));
    few.found(Places.endpoints(3));
    assertThat(notes(few.explain(policy(LoadBalanced.RANDOM), null, Metadata.EMPTY)))
        .hasSize(3)
        .filteredOn(note -> note.endsWith(" without: outside the subset"))
        .hasSize(1);
  }

  @Test
  void a_strategy_that_cannot_work_with_what_is_known_is_an_error_at_once() {
    group.found(Places.endpoints(33));
    assertThatThrownBy(
            () -> new BalanceChannel(group, policy(LoadBalanced.LEAST_CONNECTIONS), "test"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "the strategy least_connections cannot work: 33 endpoints (expected")
        .hasMessageContaining("least_request");
  }

  @Test
  void a_strategy_that_cannot_work_any_more_is_told_once_and_least_request_is_taken()
      throws Exception {
    group.found(Places.endpoints(32));
    BalanceChannel channel =
        new BalanceChannel(group, policy(LoadBalanced.LEAST_CONNECTIONS), "test");
    List<String> logged = new ArrayList<>();
    try (LogCapture log = LogCapture.of(Spread.class, logged::add)) {
      group.found(Places.endpoints(33));
      group.found(Places.endpoints(34));
      assertThat(log).isNotNull();
    }
    assertThat(logged).hasSize(1);
    assertThat(logged.get(0))
        .startsWith("SEVERE the strategy least_connections cannot work: 33 endpoints")
        .endsWith("least_request is taken in its place");
    time.advance(Duration.ofSeconds(30));
    assertThat(counts(channel, 3400).values()).allMatch(count -> count > 50);
  }

  @Test
  void calls_that_wait_are_told_that_it_was_closed() {
    BalanceChannel channel = new BalanceChannel(group, policy(LoadBalanced.PEAK_EWMA), "test");
    CompletionStage<Response> call = call(channel);
    group.close();
    assertThat(Places.failure(call).message()).contains("no endpoint of the test: it was closed");
  }

  @Test
  void after_it_was_closed_nobody_is_called() {
    group.found(Places.endpoints(5));
    BalanceChannel channel = new BalanceChannel(group, policy(LoadBalanced.PEAK_EWMA), "test");
    group.unreachable(places.live(group, "e0"));
    places.at("e1").outcome = Outcome.SERVER_ERROR;
    counts(new BalanceChannel(group, policy(LoadBalanced.ROUND_ROBIN), "test"), 100);
    assertThat(places.live(group, "e1").has(Trouble.EJECTED)).isTrue();
    group.found(Places.endpoints(4));
    group.close();
    assertThat(places.at("e4").closes).isEqualTo(1);
    assertThat(places.at("e0").closed).isTrue();
    assertThat(places.at("e1").closed).isTrue();
    assertThat(time.pending()).isZero();
    assertThat(Places.failure(call(channel)).message()).contains("the test: it was closed");
    assertThat(channel).hasToString("peak_ewma > test the test");
  }
}
