package dev.farcall.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.call.Channel;
import dev.farcall.call.Deadline;
import dev.farcall.call.Failure;
import dev.farcall.call.Operation;
import dev.farcall.call.Outcome;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.fixture.Script;
import dev.farcall.fixture.Texts;
import dev.farcall.pipeline.ClientPipeline;
import dev.farcall.resilience.CircuitBreaker;
import dev.farcall.resilience.CircuitBreaker.State;
import dev.farcall.time.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one client does to a server in trouble, and to itself. */
class StormTest {

  private static final int SECONDS = 90;

  private final ManualTime time = new ManualTime();

  private Operation<String, String> operation(String... policies) {
    return Texts.unary("Get").safe().policies(policies).build();
  }

  @ParameterizedTest
  @CsvSource({"1, 10", "20, 3", "1000, 3", "1000, 10"})
  void however_often_calls_may_be_sent_again_servers_that_are_down_see_few_more(
      int callsPerSecond, int maxAttempts) {
    AtomicInteger sent = new AtomicInteger();
    Channel down =
        request -> {
          sent.incrementAndGet();
          return new Script().fail(Outcome.UNAVAILABLE).send(request);
        };
    Channel stack =
        new ClientPipeline(down, time, null)
            .stack(
                operation(
                    "retry.max-attempts", Integer.toString(maxAttempts),
                    "retry.backoff", "10ms",
                    "retry.max-backoff", "50ms"));
    int offered = 0;
    for (int tick = 0; tick < SECONDS * callsPerSecond; tick++) {
      stack.send(Texts.request(operation(), "a"));
      offered++;
      time.advance(Duration.ofSeconds(1).dividedBy(callsPerSecond));
      double seconds = (tick + 1.0) / callsPerSecond;
      double bound = 1.2 * offered + 10 * seconds + 100;
      assertThat((double) sent.get()).isLessThanOrEqualTo(bound);
    }
    double most = Math.min(1.2 * offered + 10 * SECONDS + 100, (double) offered * maxAttempts);
    assertThat((double) sent.get()).as("it does send again").isGreaterThan(0.9 * most);
  }

  private CircuitBreaker breakerAfter(
      Operation<String, String> operation, Channel wire, Duration inherited, int calls) {
    ClientPipeline pipeline = new ClientPipeline(wire, time, null);
    Channel stack = pipeline.stack(operation);
    List<CompletionStage<Response>> ends = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      Deadline deadline =
          inherited.isZero() ? Deadline.NONE : Deadline.after(inherited, time.now());
      ends.add(stack.send(Texts.request(operation, "a", deadline)));
    }
    time.advance(Duration.ofSeconds(5));
    assertThat(ends).allMatch(end -> end.toCompletableFuture().isDone());
    return pipeline.objects(operation).circuitBreaker();
  }

  /** Never answers, but hears when it is given up. */
  private static CompletionStage<Response> blackHole(Request request) {
    CompletableFuture<Response> stage = new CompletableFuture<>();
    request
        .cancellation()
        .onCancel(
            reason -> stage.complete(Response.failed(Failure.givenUp(reason, "a black hole"))));
    return stage;
  }

  @Test
  void a_black_hole_opens_the_circuit() {
    Operation<String, String> get =
        operation("timeout.value", "1s", "circuit-breaker.enabled", "true");
    CircuitBreaker breaker = breakerAfter(get, StormTest::blackHole, Duration.ZERO, 10);
    assertThat(breaker.state()).isEqualTo(State.OPEN);
    assertThat(breaker.metrics().failed()).isEqualTo(10);
  }

  @Test
  void callers_with_less_time_than_that_do_not() {
    Operation<String, String> get =
        operation("timeout.value", "1s", "circuit-breaker.enabled", "true");
    CircuitBreaker breaker = breakerAfter(get, StormTest::blackHole, Duration.ofMillis(200), 1_000);
    assertThat(breaker.state()).isEqualTo(State.CLOSED);
    assertThat(breaker.metrics().total()).isZero();
    assertThat(breaker.metrics().ignored()).isEqualTo(1_000);
  }

  @Test
  void a_storm_of_404_neither_opens_nor_closes() {
    Operation<String, String> get =
        operation("circuit-breaker.enabled", "true", "circuit-breaker.open-for", "1s");
    AtomicInteger asked = new AtomicInteger();
    Channel wire =
        request ->
            new Script()
                .fail(asked.incrementAndGet() <= 10 ? Outcome.UNAVAILABLE : Outcome.REFUSED)
                .send(request);
    ClientPipeline pipeline = new ClientPipeline(wire, time, null);
    Channel stack = pipeline.stack(get);
    for (int i = 0; i < 10; i++) {
      stack.send(Texts.request(get, "a"));
    }
    CircuitBreaker breaker = pipeline.objects(get).circuitBreaker();
    assertThat(breaker.state()).isEqualTo(State.OPEN);
    time.advance(Duration.ofSeconds(1));
    for (int i = 0; i < 1_000; i++) {
      stack.send(Texts.request(get, "a"));
    }
    assertThat(breaker.state()).isEqualTo(State.HALF_OPEN);
    breaker.reset();
    for (int i = 0; i < 1_000; i++) {
      stack.send(Texts.request(get, "a"));
    }
    assertThat(breaker.state()).isEqualTo(State.CLOSED);
    assertThat(asked).hasValue(2_010);
  }
}
