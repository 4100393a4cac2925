package dev.farcall.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.annotation.Mode;
import dev.farcall.call.Attempt;
import dev.farcall.call.Cancellation.Reason;
import dev.farcall.call.Channel;
import dev.farcall.call.Deadline;
import dev.farcall.call.Endpoint;
import dev.farcall.call.Kind;
import dev.farcall.call.Metadata;
import dev.farcall.call.Operation;
import dev.farcall.call.Outcome;
import dev.farcall.call.Payload;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.call.RetryInfo;
import dev.farcall.call.Verdict;
import dev.farcall.fixture.Await;
import dev.farcall.fixture.Script;
import dev.farcall.fixture.Texts;
import dev.farcall.policy.BulkheadPolicy;
import dev.farcall.policy.CircuitBreakerPolicy;
import dev.farcall.policy.ConcurrencyLimitPolicy;
import dev.farcall.policy.HedgePolicy;
import dev.farcall.policy.Policies;
import dev.farcall.policy.RateLimitPolicy;
import dev.farcall.policy.RetryPolicy;
import dev.farcall.policy.Settings;
import dev.farcall.resilience.CircuitBreaker.State;
import dev.farcall.time.ManualTime;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The channels of the policies, over a wire that answers what the test says. */
class GuardsTest {

  private static final Operation<String, String> GET = Texts.unary("Get").safe().build();
  private static final Operation<String, String> CHARGE = Texts.unary("Charge").build();
  private static final Operation<String, String> WATCH =
      Texts.streaming(Kind.SERVER_STREAMING, "Watch");
  private static final Duration LONG = Duration.ofSeconds(30);

  private final ManualTime time = new ManualTime();
  private final Script wire = new Script();
  private final RetryBudget budget = RetryBudget.of(time);

  private Channel retry(int attempts) {
    RetryPolicy policy = new RetryPolicy(attempts, Duration.ofMillis(50), Duration.ofSeconds(1));
    return Guards.retry(Retry.of("get", policy, budget, time), time).around(wire);
  }

  private Channel neverSent() {
    return Guards.retry(Retry.ofNeverSent("get", budget, time), time).around(wire);
  }

  private static CompletionStage<Response> send(Channel channel, Operation<?, ?> operation) {
    return channel.send(Texts.request(operation, "a"));
  }

  private static Outcome outcome(CompletionStage<Response> stage) throws Exception {
    return Tracked.outcome(Await.get(stage));
  }

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void the_table_says_what_is_sent_again(Outcome outcome) throws Exception {
    if (outcome == Outcome.OK) {
      return;
    }
    wire.fail(outcome).answer("b");
    CompletionStage<Response> idempotent = send(retry(3), GET);
    time.advance(LONG);
    boolean again =
        outcome.again() == Outcome.Again.IF_IDEMPOTENT || outcome.again() == Outcome.Again.ALWAYS;
    assertThat(outcome(idempotent)).isEqualTo(again ? Outcome.OK : outcome);

    Script other = new Script().fail(outcome).answer("b");
    Channel channel = Guards.retry(Retry.ofNeverSent("charge", budget, time), time).around(other);
    CompletionStage<Response> charge = send(channel, CHARGE);
    time.advance(LONG);
    assertThat(outcome(charge)).isEqualTo(outcome == Outcome.NEVER_SENT ? Outcome.OK : outcome);
  }

  @Test
  void the_last_failure_tells_how_often_it_was_sent() throws Exception {
    wire.fail(Outcome.UNAVAILABLE).fail(Outcome.SERVER_ERROR).fail(Outcome.UNAVAILABLE);
    CompletionStage<Response> call = send(retry(3), GET);
    time.advance(LONG);
    assertThat(Await.get(call).failure().message())
        .isEqualTo("scripted UNAVAILABLE (attempt 3 of 3)");
    assertThat(wire.requests).hasSize(3);
  }

  @Test
  void attempts_know_those_before_them() {
    wire.fail(Outcome.UNAVAILABLE).fail(Outcome.SERVER_ERROR).answer("b");
    Channel noting =
        request -> {
          request.attempt().sentTo(Endpoint.of("h", request.attempt().number()));
          return wire.send(request);
        };
    RetryPolicy policy = RetryPolicy.DEFAULT;
    send(Guards.retry(Retry.of("", policy, budget, time), time).around(noting), GET);
    time.advance(LONG);
    Request third = wire.requests.get(2);
    Attempt attempt = third.attempt();
    assertThat(attempt.number()).isEqualTo(3);
    assertThat(attempt.previousOutcome()).isEqualTo(Outcome.SERVER_ERROR);
    assertThat(attempt.previous().previousOutcome()).isEqualTo(Outcome.UNAVAILABLE);
    assertThat(attempt.triedBefore(Endpoint.of("h", 1))).isTrue();
    assertThat(attempt.triedBefore(Endpoint.of("h", 3))).isFalse();
    assertThat(third.metadata().all("grpc-previous-rpc-attempts")).containsExactly("2");
    assertThat(wire.requests.get(0).metadata().isEmpty()).isTrue();
  }

  @Test
  void the_pause_is_what_the_peer_asks_for() {
    wire.fail(Outcome.OVERLOADED, new RetryInfo(Duration.ofSeconds(2)).toDetail()).answer("b");
    CompletionStage<Response> call = send(retry(3), GET);
    time.advance(Duration.ofMillis(1_999));
    assertThat(call).isNotDone();
    time.advance(Duration.ofMillis(1));
    assertThat(call).isCompleted();
  }

  @Test
  void a_peer_that_asks_not_to_come_again_is_heard() throws Exception {
    wire.answer(Script.failed(Outcome.UNAVAILABLE, Metadata.of("grpc-retry-pushback-ms", "-1")))
        .answer("b");
    assertThat(outcome(send(retry(3), GET))).isEqualTo(Outcome.UNAVAILABLE);
    assertThat(wire.requests).hasSize(1);
  }

  @Test
  void the_pause_of_a_trailer_is_kept() throws Exception {
    wire.answer(Script.failed(Outcome.UNAVAILABLE, Metadata.of("grpc-retry-pushback-ms", "300")))
        .answer("b");
    CompletionStage<Response> call = send(retry(3), GET);
    time.advance(Duration.ofMillis(299));
    assertThat(wire.requests).hasSize(1);
    time.advance(Duration.ofMillis(1));
    assertThat(outcome(call)).isEqualTo(Outcome.OK);
  }

  @Test
  void what_cannot_be_answered_in_time_is_not_sent_again() throws Exception {
    wire.fail(Outcome.UNAVAILABLE, new RetryInfo(Duration.ofSeconds(2)).toDetail());
    Deadline deadline = Deadline.after(Duration.ofSeconds(1), time.now());
    CompletionStage<Response> call = retry(3).send(Texts.request(GET, "a", deadline));
    assertThat(outcome(call)).isEqualTo(Outcome.UNAVAILABLE);
    assertThat(time.pending()).isZero();
  }

  @Test
  void a_caller_who_gives_up_ends_the_pause() throws Exception {
    wire.fail(Outcome.UNAVAILABLE, new RetryInfo(Duration.ofSeconds(2)).toDetail());
    Request request = Texts.request(GET, "a");
    CompletionStage<Response> call = retry(3).send(request);
    request.cancellation().cancel(Reason.CALLER);
    assertThat(outcome(call)).isEqualTo(Outcome.CANCELLED);
    assertThat(time.pending()).isZero();
    assertThat(wire.requests).hasSize(1);
  }

  @Test
  void an_empty_budget_ends_the_attempts() throws Exception {
    while (budget.withdraw(time.now())) {
      // all of it
    }
    wire.fail(Outcome.UNAVAILABLE).answer("b");
    assertThat(outcome(send(retry(3), GET))).isEqualTo(Outcome.UNAVAILABLE);
  }

  @Test
  void what_was_never_sent_is_sent_again_at_most_twice() throws Exception {
    wire.fail(Outcome.NEVER_SENT).fail(Outcome.NEVER_SENT).fail(Outcome.NEVER_SENT).answer("b");
    CompletionStage<Response> call = send(neverSent(), CHARGE);
    time.advance(LONG);
    assertThat(outcome(call)).isEqualTo(Outcome.NEVER_SENT);
    assertThat(wire.requests).hasSize(3);
  }

  private Channel hedge(int attempts, long millis) {
    HedgePolicy policy = new HedgePolicy(attempts, Duration.ofMillis(millis));
    return Guards.hedge(Hedge.of("get", policy, budget, time), time).around(wire);
  }

  @Test
  void the_first_answer_counts_and_the_loser_is_given_up() throws Exception {
    wire.silence();
    CompletableFuture<Response> second = wire.later();
    CompletionStage<Response> call = send(hedge(2, 20), GET);
    time.advance(Duration.ofMillis(19));
    assertThat(wire.requests).hasSize(1);
    time.advance(Duration.ofMillis(1));
    assertThat(wire.requests).hasSize(2);
    second.complete(Script.ok("b"));
    assertThat(outcome(call)).isEqualTo(Outcome.OK);
    assertThat(wire.requests.get(0).cancellation().reason()).isEqualTo(Reason.CALLER);
    assertThat(wire.requests.get(1).cancellation().reason()).isNull();
    assertThat(time.pending()).isZero();
  }

  @Test
  void a_quick_answer_needs_no_hedge() throws Exception {
    wire.answer("b");
    assertThat(outcome(send(hedge(3, 20), GET))).isEqualTo(Outcome.OK);
    time.advance(LONG);
    assertThat(wire.requests).hasSize(1);
  }

  @Test
  void a_failure_that_may_pass_hastens_the_hedge() throws Exception {
    wire.fail(Outcome.UNAVAILABLE).answer("b");
    assertThat(outcome(send(hedge(2, 20), GET))).isEqualTo(Outcome.OK);
    assertThat(wire.requests.get(1).attempt().previousOutcome()).isEqualTo(Outcome.UNAVAILABLE);
  }

  @Test
  void all_that_fail_give_the_last_failure() throws Exception {
    CompletableFuture<Response> first = wire.later();
    wire.fail(Outcome.UNAVAILABLE);
    CompletionStage<Response> call = send(hedge(2, 20), GET);
    time.advance(Duration.ofMillis(20));
    assertThat(call).isNotDone();
    first.complete(Script.failed(Outcome.SERVER_ERROR, Metadata.EMPTY));
    assertThat(outcome(call)).isEqualTo(Outcome.SERVER_ERROR);
  }

  @Test
  void a_refusal_ends_all_attempts() throws Exception {
    wire.silence();
    wire.fail(Outcome.REFUSED);
    CompletionStage<Response> call = send(hedge(2, 20), GET);
    time.advance(Duration.ofMillis(20));
    assertThat(outcome(call)).isEqualTo(Outcome.REFUSED);
    assertThat(wire.requests.get(0).cancellation().isCancelled()).isTrue();
  }

  @Test
  void a_hedge_that_begins_as_the_first_answers_is_a_loser_like_others() throws Exception {
    Hedge hedge = Hedge.of("get", new HedgePolicy(2, Duration.ofMillis(20)), budget, time);
    CompletableFuture<Response> first = wire.later();
    CompletableFuture<Response> second = wire.later();
    Channel racing =
        request -> {
          CompletionStage<Response> stage = wire.send(request);
          if (request.attempt().number() == 2) {
            first.complete(Script.ok("a"));
          }
          return stage;
        };
    CompletionStage<Response> call = send(Guards.hedge(hedge, time).around(racing), GET);
    time.advance(Duration.ofMillis(20));
    assertThat(outcome(call)).isEqualTo(Outcome.OK);
    assertThat(wire.requests.get(1).cancellation().reason()).isEqualTo(Reason.CALLER);
    second.complete(Script.ok("b"));
    assertThat(hedge.metrics()).isEqualTo(new Hedge.Metrics(1, 0, 0));
  }

  @Test
  void giving_up_gives_all_attempts_up() {
    wire.silence();
    wire.silence();
    Request request = Texts.request(GET, "a");
    hedge(2, 20).send(request);
    time.advance(Duration.ofMillis(20));
    request.cancellation().cancel(Reason.CALLER);
    assertThat(wire.requests).allMatch(sent -> sent.cancellation().isCancelled());
  }

  @Test
  void the_delay_is_learned() {
    Hedge hedge = Hedge.of("get", HedgePolicy.DEFAULT, budget, time);
    for (int i = 0; i < 19; i++) {
      hedge.answered(1_000_000, 1, time.now());
    }
    assertThat(hedge.delay(time.now())).isEqualTo(-1);
    time.advance(Duration.ofSeconds(3));
    for (int i = 0; i < 181; i++) {
      hedge.answered(i < 175 ? 1_000_000 : 80_000_000, 1, time.now());
    }
    assertThat(hedge.delay(time.now())).isBetween(1_000_000L, 1_150_000L);
    for (int i = 0; i < 20; i++) {
      hedge.answered(80_000_000, 1, time.now());
    }
    time.advance(Duration.ofSeconds(3));
    assertThat(hedge.delay(time.now())).isBetween(80_000_000L, 92_000_000L);
    time.advance(Duration.ofSeconds(40));
    assertThat(hedge.delay(time.now())).isEqualTo(-1);
  }

  private Channel breaker(CircuitBreaker breaker) {
    return Guards.breaker(breaker, time).around(wire);
  }

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void the_table_says_what_opens_a_circuit(Outcome outcome) {
    CircuitBreaker breaker = CircuitBreaker.of("get", CircuitBreakerPolicy.DEFAULT, time);
    for (int i = 0; i < 10; i++) {
      if (outcome == Outcome.OK) {
        wire.answer("b");
      } else {
        wire.fail(outcome);
      }
      send(breaker(breaker), GET);
    }
    assertThat(breaker.state())
        .isEqualTo(
            switch (outcome.verdict()) {
              case FAILURE -> State.OPEN;
              case SUCCESS, IGNORE -> State.CLOSED;
            });
    assertThat(breaker.metrics().total()).isEqualTo(outcome.verdict() == Verdict.IGNORE ? 0 : 10);
  }

  @Test
  void a_stream_counts_when_it_ends_and_probes_when_it_begins() {
    CircuitBreaker breaker = CircuitBreaker.of("watch", CircuitBreakerPolicy.DEFAULT, time);
    CompletableFuture<Outcome> end = new CompletableFuture<>();
    wire.answer(stream(end));
    send(breaker(breaker), WATCH);
    assertThat(breaker.metrics().total()).isZero();
    end.complete(Outcome.SERVER_ERROR);
    assertThat(breaker.metrics().failed()).isEqualTo(1);
    for (int i = 0; i < 9; i++) {
      wire.fail(Outcome.UNAVAILABLE);
      send(breaker(breaker), WATCH);
    }
    assertThat(breaker.state()).isEqualTo(State.OPEN);
    time.advance(Duration.ofSeconds(10));
    for (int i = 0; i < 3; i++) {
      wire.answer(stream(new CompletableFuture<>()));
      send(breaker(breaker), WATCH);
    }
    assertThat(breaker.state()).isEqualTo(State.CLOSED);
  }

  @Test
  void a_stream_that_lives_long_is_not_slow_and_one_that_begins_late_is() {
    CircuitBreaker breaker =
        CircuitBreaker.of(
            "watch",
            Policies.of(
                    Settings.annotated(
                        "circuit-breaker.enabled", "true", "circuit-breaker.slow-after", "1s"))
                .breaker(),
            time);
    CompletableFuture<Outcome> end = new CompletableFuture<>();
    wire.answer(stream(end));
    send(breaker(breaker), WATCH);
    time.advance(Duration.ofSeconds(5));
    end.complete(Outcome.OK);
    assertThat(breaker.metrics().slow()).isZero();
    CompletableFuture<Response> late = wire.later();
    send(breaker(breaker), WATCH);
    time.advance(Duration.ofSeconds(2));
    late.complete(stream(CompletableFuture.completedFuture(Outcome.OK)));
    assertThat(breaker.metrics().slow()).isEqualTo(1);
    assertThat(breaker.metrics().total()).isEqualTo(2);
  }

  private static Response stream(CompletableFuture<Outcome> end) {
    Flow.Publisher<Payload> none = new SubmissionPublisher<>();
    return Response.streaming(none, Metadata.EMPTY, end);
  }

  @Test
  void a_wire_that_throws_gives_back_what_was_taken() throws Exception {
    Channel broken =
        request -> {
          throw new IllegalStateException("broken");
        };
    Bulkhead bulkhead = Bulkhead.of("get", BulkheadPolicy.of(1), time);
    Channel channel = Guards.bulkhead(bulkhead, time).around(broken);
    assertThat(outcome(send(channel, GET))).isNotEqualTo(Outcome.OK);
    assertThat(bulkhead.metrics().inFlight()).isZero();
  }

  @Test
  void a_bulkhead_waits_without_a_thread_and_its_calls_can_be_given_up() throws Exception {
    Bulkhead bulkhead =
        Bulkhead.of("get", new BulkheadPolicy(1, 2, Duration.ofMillis(100), Mode.ENFORCE), time);
    Channel channel = Guards.bulkhead(bulkhead, time).around(wire);
    CompletableFuture<Response> first = wire.later();
    wire.answer("c");
    send(channel, GET);
    CompletionStage<Response> second = send(channel, GET);
    Request third = Texts.request(GET, "a");
    CompletionStage<Response> given = channel.send(third);
    assertThat(wire.requests).hasSize(1);
    third.cancellation().cancel(Reason.OWN_LIMIT);
    assertThat(outcome(given)).isEqualTo(Outcome.LOCAL_REJECT);
    first.complete(Script.ok("b"));
    assertThat(outcome(second)).isEqualTo(Outcome.OK);
    assertThat(bulkhead.metrics()).isEqualTo(new Bulkhead.Metrics(0, 0, 0));
    assertThat(time.pending()).isZero();
  }

  @Test
  void a_bulkhead_that_stays_full_rejects() throws Exception {
    Bulkhead bulkhead =
        Bulkhead.of("get", new BulkheadPolicy(1, 2, Duration.ofMillis(100), Mode.ENFORCE), time);
    Channel channel = Guards.bulkhead(bulkhead, time).around(wire);
    send(channel, GET);
    CompletionStage<Response> second = send(channel, GET);
    time.advance(Duration.ofMillis(100));
    assertThat(outcome(second)).isEqualTo(Outcome.LOCAL_REJECT);
    assertThat(Await.get(second).failure().message())
        .isEqualTo(
            "bulkhead \"get\" is full: 1 calls are on their way, and none ended within 100 ms or 2"
                + " wait before it; try again when one has ended");
  }

  @Test
  void a_rate_limit_sends_later_or_not_at_all() throws Exception {
    RateLimitPolicy policy =
        new RateLimitPolicy(10, Duration.ofSeconds(1), 1, Duration.ofMillis(150), Mode.ENFORCE);
    Channel channel = Guards.rateLimit(RateLimiter.of("get", policy, time), time).around(wire);
    wire.answer("b").answer("c");
    assertThat(outcome(send(channel, GET))).isEqualTo(Outcome.OK);
    CompletionStage<Response> later = send(channel, GET);
    assertThat(outcome(send(channel, GET))).isEqualTo(Outcome.LOCAL_REJECT);
    assertThat(wire.requests).hasSize(1);
    time.advance(Duration.ofMillis(100));
    assertThat(outcome(later)).isEqualTo(Outcome.OK);
  }

  @Test
  void a_concurrency_limit_learns_from_outcomes() throws Exception {
    ConcurrencyLimiter limiter =
        ConcurrencyLimiter.of("get", new ConcurrencyLimitPolicy(2, 1, 10, Mode.ENFORCE), time);
    Channel channel = Guards.concurrencyLimit(limiter, time).around(wire);
    wire.fail(Outcome.OVERLOADED);
    send(channel, GET);
    assertThat(limiter.metrics().limit()).isEqualTo(1);
    wire.silence();
    send(channel, GET);
    assertThat(outcome(send(channel, GET))).isEqualTo(Outcome.LOCAL_REJECT);
  }
}
