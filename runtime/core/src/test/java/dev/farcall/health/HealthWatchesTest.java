package dev.farcall.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.annotation.Code;
import dev.farcall.call.Channel;
import dev.farcall.call.Endpoint;
import dev.farcall.call.Failure;
import dev.farcall.call.LiveEndpoint;
import dev.farcall.call.Metadata;
import dev.farcall.call.Outcome;
import dev.farcall.call.Payload;
import dev.farcall.call.Response;
import dev.farcall.time.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many endpoints, and how often they are asked. */
class HealthWatchesTest {

  private final ManualTime time = new ManualTime();
  private final Map<LiveEndpoint, Integer> asked = new HashMap<>();
  private final List<CompletableFuture<Response>> held = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private int onTheirWay;
  private int mostOnTheirWay;
  private boolean slow;

  private final HealthWatches watches =
      new HealthWatches(
          this::peer,
          HealthCheckOptions.DEFAULT,
          time,
          new HealthWatches.Listener() {
            @Override
            public void found(LiveEndpoint endpoint, boolean healthy) {
              told.add(endpoint.endpoint().id() + (healthy ? " well" : " not well"));
            }

            @Override
            public void unreachable(LiveEndpoint endpoint) {
              told.add(endpoint.endpoint().id() + " unreachable");
            }
          });

  /** One that has no streams, and answers at once or when the test says so. */
  private Channel peer(LiveEndpoint endpoint) {
    return request -> {
      if (request.operation().method().equals("Watch")) {
        return CompletableFuture.completedFuture(
            Response.failed(Failure.of(Outcome.CONTRACT_MISMATCH, Code.UNIMPLEMENTED, "")));
      }
      asked.merge(endpoint, 1, Integer::sum);
      mostOnTheirWay = Math.max(mostOnTheirWay, ++onTheirWay);
      CompletableFuture<Response> answer = new CompletableFuture<>();
      held.add(answer);
      if (!slow) {
        answerHeld();
      }
      return answer;
    };
  }

  private void answerHeld() {
    List<CompletableFuture<Response>> all = List.copyOf(held);
    held.clear();
    onTheirWay -= all.size();
    Payload well = Payload.of(HealthService.RESPONSE, Status.SERVING);
    all.forEach(answer -> answer.complete(Response.of(well, Metadata.EMPTY)));
  }

  private static List<LiveEndpoint> endpoints(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new LiveEndpoint(Endpoint.of("e" + i, 1).withId("e" + i)))
        .toList();
  }

  @Test
  void no_more_than_sixteen_are_asked_at_the_same_time() {
    slow = true;
    watches.follow(endpoints(100));
    time.advance(Duration.ofSeconds(3));
    assertThat(mostOnTheirWay).isEqualTo(16);
    for (int i = 0; i < 6; i++) {
      answerHeld();
    }
    assertThat(asked).hasSize(100);
    assertThat(mostOnTheirWay).isEqualTo(16);
  }

  @Test
  void those_that_come_together_are_not_asked_together() {
    watches.follow(endpoints(100));
    time.advance(Duration.ofMillis(300));
    assertThat(asked.size()).isBetween(2, 25);
    time.advance(Duration.ofMillis(2_700));
    assertThat(asked).hasSize(100);
  }

  @Test
  void of_more_than_a_hundred_those_that_are_called_are_asked_less_often() {
    List<LiveEndpoint> thousand = endpoints(1_000);
    watches.follow(thousand);
    time.advance(Duration.ofSeconds(70));
    assertThat(asked).isEmpty();
    thousand.subList(0, 500).forEach(endpoint -> endpoint.begin(0));
    time.advance(Duration.ofSeconds(30));
    assertThat(asked.values().stream().mapToInt(each -> each).sum()).isBetween(350, 650);
    assertThat(asked.keySet()).isSubsetOf(thousand.subList(0, 500));
  }

  @Test
  void what_is_not_followed_any_more_passes_for_well() {
    List<LiveEndpoint> two = endpoints(2);
    watches.follow(two);
    time.advance(Duration.ofSeconds(10));
    told.clear();
    watches.follow(two.subList(0, 1)); // one alone is called anyhow
    assertThat(told).containsExactlyInAnyOrder("e0 well", "e1 well");
    assertThat(time.pending()).isZero();
    watches.follow(two);
    watches.close();
    watches.follow(two);
    assertThat(time.pending()).isZero();
  }
}
