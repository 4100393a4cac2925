package dev.farcall.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.annotation.Code;
import dev.farcall.call.Cancellation;
import dev.farcall.call.Cancellation.Reason;
import dev.farcall.call.Channel;
import dev.farcall.call.Deadline;
import dev.farcall.call.Failure;
import dev.farcall.call.Kind;
import dev.farcall.call.Layer;
import dev.farcall.call.Metadata;
import dev.farcall.call.Operation;
import dev.farcall.call.Outcome;
import dev.farcall.call.Payload;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.fixture.Await;
import dev.farcall.fixture.Silence;
import dev.farcall.fixture.TextCodec;
import dev.farcall.fixture.Texts;
import dev.farcall.policy.LoadBalancedPolicy;
import dev.farcall.policy.Policies;
import dev.farcall.policy.TimeoutPolicy;
import dev.farcall.time.ManualTime;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class TimeoutTest {

  private static final Operation<String, String> GET = Texts.unary("Get").build();
  private static final Operation<String, String> WATCH =
      Texts.streaming(Kind.SERVER_STREAMING, "Watch");

  private final ManualTime time = new ManualTime();
  private final Silence wire = new Silence();

  private Channel stack(TimeoutPolicy timeout) {
    MethodPolicies kept =
        new PolicyObjects("get", time, RetryBudget.of(time), new ConcurrentHashMap<>())
            .of(
                new Policies(
                    timeout, null, null, null, null, null, null, null, LoadBalancedPolicy.DEFAULT));
    return Layer.of(
            Timeouts.total(timeout, kept.timeout(), time),
            Timeouts.attempt(timeout, kept.attemptTimeout(), time))
        .around(wire);
  }

  private static TimeoutPolicy said(Operation<?, ?> operation) {
    return Policies.of(operation.policies()).timeout();
  }

  private static TimeoutPolicy total(long millis) {
    return new TimeoutPolicy(Duration.ofMillis(millis), Duration.ZERO, Duration.ZERO);
  }

  private Deadline in(long millis) {
    return Deadline.after(Duration.ofMillis(millis), time.now());
  }

  private static Failure failure(CompletionStage<Response> stage) throws Exception {
    Failure failure = Await.get(stage).failure();
    assertThat(failure).isNotNull();
    return failure;
  }

  @Test
  void a_method_that_says_nothing_gets_ten_seconds() {
    assertThat(said(GET)).isEqualTo(total(10_000));
  }

  @Test
  void zero_is_no_limit() throws Exception {
    Operation<String, String> endless = Texts.unary("Get").policies("timeout.value", "0").build();
    CompletionStage<Response> stage = stack(said(endless)).send(Texts.request(endless, "a"));
    time.advance(Duration.ofDays(300));
    assertThat(stage.toCompletableFuture()).isNotDone();
    assertThat(wire.request.deadline().isSet()).isFalse();
  }

  @Test
  void the_own_limit_gives_the_call_up_however_slow_the_wire() throws Exception {
    CompletionStage<Response> stage = stack(total(300)).send(Texts.request(GET, "a"));
    time.advance(Duration.ofMillis(299));
    assertThat(stage.toCompletableFuture()).isNotDone();
    time.advance(Duration.ofMillis(1));
    assertThat(failure(stage).outcome()).isEqualTo(Outcome.OWN_LIMIT);
    assertThat(failure(stage).code()).isEqualTo(Code.DEADLINE_EXCEEDED);
    assertThat(wire.request.cancellation().reason()).isEqualTo(Reason.OWN_LIMIT);
  }

  @Test
  void the_own_limit_is_sent_as_the_deadline() {
    stack(total(300)).send(Texts.request(GET, "a"));
    assertThat(wire.request.deadline().remaining(time.now())).isEqualTo(300_000_000);
  }

  @Test
  void an_inherited_deadline_only_shortens_the_own() throws Exception {
    CompletionStage<Response> stage = stack(total(300)).send(Texts.request(GET, "a", in(100)));
    assertThat(wire.request.deadline().remaining(time.now())).isEqualTo(100_000_000);
    time.advance(Duration.ofMillis(100));
    assertThat(failure(stage).outcome()).isEqualTo(Outcome.INHERITED_LIMIT);

    CompletionStage<Response> longer = stack(total(300)).send(Texts.request(GET, "a", in(1000)));
    assertThat(wire.request.deadline().remaining(time.now())).isEqualTo(300_000_000);
    time.advance(Duration.ofMillis(300));
    assertThat(failure(longer).outcome()).isEqualTo(Outcome.OWN_LIMIT);
  }

  @Test
  void what_has_expired_is_not_sent() throws Exception {
    CompletionStage<Response> stage = stack(total(300)).send(Texts.request(GET, "a", in(0)));
    assertThat(failure(stage).outcome()).isEqualTo(Outcome.LOCAL_REJECT);
    assertThat(failure(stage).code()).isEqualTo(Code.DEADLINE_EXCEEDED);
    assertThat(wire.request).isNull();
  }

  @Test
  void an_answer_drops_the_timer() throws Exception {
    CompletionStage<Response> stage =
        stack(new TimeoutPolicy(Duration.ofMillis(300), Duration.ofMillis(100), Duration.ZERO))
            .send(Texts.request(GET, "a"));
    assertThat(time.pending()).isEqualTo(2);
    Response answer = Response.of(Payload.of(TextCodec.TEXT, "b"), Metadata.EMPTY);
    wire.answer.complete(answer);
    assertThat(Await.get(stage)).isSameAs(answer);
    assertThat(time.pending()).isZero();
  }

  @Test
  void the_wires_own_words_are_preferred() throws Exception {
    Channel talkative =
        request -> {
          CompletableFuture<Response> stage = new CompletableFuture<>();
          request
              .cancellation()
              .onCancel(
                  reason ->
                      stage.complete(Response.failed(Failure.givenUp(reason, "Get at h:9090"))));
          return stage;
        };
    CompletionStage<Response> stage =
        Timeouts.total(total(300), null, time).around(talkative).send(Texts.request(GET, "a"));
    time.advance(Duration.ofMillis(300));
    assertThat(failure(stage).message()).contains("h:9090");
  }

  @Test
  void an_attempt_is_given_up_and_not_the_call() throws Exception {
    Request request = Texts.request(GET, "a");
    CompletionStage<Response> stage =
        stack(new TimeoutPolicy(Duration.ofMillis(300), Duration.ofMillis(100), Duration.ZERO))
            .send(request);
    time.advance(Duration.ofMillis(100));
    assertThat(failure(stage).outcome()).isEqualTo(Outcome.OWN_LIMIT);
    assertThat(wire.request.cancellation().reason()).isEqualTo(Reason.OWN_LIMIT);
    assertThat(request.cancellation().isCancelled()).isFalse();
  }

  @Test
  void an_attempt_ends_with_its_call() {
    Request request = Texts.request(GET, "a");
    stack(new TimeoutPolicy(Duration.ofMillis(300), Duration.ofMillis(100), Duration.ZERO))
        .send(request);
    request.cancellation().cancel(Reason.CALLER);
    assertThat(wire.request.cancellation().reason()).isEqualTo(Reason.CALLER);
  }

  @Test
  void an_attempt_longer_than_what_is_left_needs_no_timer() {
    stack(new TimeoutPolicy(Duration.ofMillis(100), Duration.ofMillis(100), Duration.ZERO))
        .send(Texts.request(GET, "a"));
    assertThat(time.pending()).isEqualTo(1);
  }

  @Test
  void the_own_limit_of_a_stream_bounds_its_first_element_only() throws Exception {
    CompletionStage<Response> stage = stack(total(300)).send(Texts.request(WATCH, "a"));
    assertThat(wire.request.deadline().isSet()).isFalse();
    wire.answer.complete(
        Response.streaming(subscriber -> {}, Metadata.EMPTY, new CompletableFuture<>()));
    assertThat(Await.get(stage).isStream()).isTrue();
    time.advance(Duration.ofHours(1));
    assertThat(wire.request.cancellation().isCancelled()).isFalse();
  }

  @Test
  void an_inherited_deadline_bounds_all_of_a_stream() throws Exception {
    Cancellation given = new Cancellation();
    Request request = Texts.request(WATCH, "a", in(500)).withCancellation(given);
    CompletionStage<Response> stage = stack(total(300)).send(request);
    CompletableFuture<Outcome> done = new CompletableFuture<>();
    wire.answer.complete(Response.streaming(subscriber -> {}, Metadata.EMPTY, done));
    Await.get(stage);
    time.advance(Duration.ofMillis(499));
    assertThat(given.isCancelled()).isFalse();
    time.advance(Duration.ofMillis(1));
    assertThat(given.reason()).isEqualTo(Reason.INHERITED_LIMIT);
  }

  @Test
  void a_stream_that_has_ended_leaves_no_timer() {
    stack(total(300)).send(Texts.request(WATCH, "a", in(500)));
    CompletableFuture<Outcome> done = new CompletableFuture<>();
    wire.answer.complete(Response.streaming(subscriber -> {}, Metadata.EMPTY, done));
    assertThat(time.pending()).isEqualTo(1);
    done.complete(Outcome.OK);
    assertThat(time.pending()).isZero();
  }

  @Test
  void a_channel_that_breaks_its_promise_is_a_failure_too() throws Exception {
    CompletionStage<Response> stage = stack(total(300)).send(Texts.request(GET, "a"));
    wire.answer.completeExceptionally(new IllegalStateException("on purpose"));
    assertThat(failure(stage).code()).isEqualTo(Code.INTERNAL);
  }

  @Test
  void the_stack_says_what_it_is() {
    assertThat(
            stack(
                new TimeoutPolicy(Duration.ofSeconds(10), Duration.ofMillis(1500), Duration.ZERO)))
        .hasToString("timeout 10 s > attempt timeout 1500 ms > silence");
    assertThat(stack(TimeoutPolicy.NONE)).hasToString("deadline > silence");
  }
}
