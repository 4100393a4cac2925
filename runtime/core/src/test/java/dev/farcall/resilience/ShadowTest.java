package dev.farcall.resilience;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farcall.annotation.Code;
import dev.farcall.call.CallException;
import dev.farcall.call.Channel;
import dev.farcall.call.Failure;
import dev.farcall.call.Operation;
import dev.farcall.call.Outcome;
import dev.farcall.call.Response;
import dev.farcall.fixture.Await;
import dev.farcall.fixture.Script;
import dev.farcall.fixture.Texts;
import dev.farcall.pipeline.ClientPipeline;
import dev.farcall.policy.Policies;
import dev.farcall.policy.Settings;
import dev.farcall.time.ManualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What policies count that do nothing: {@code mode = SHADOW}. */
class ShadowTest {

  private final ManualTime time = new ManualTime();
  private final Script wire = new Script();
  private final ClientPipeline pipeline = new ClientPipeline(wire, time, null);

  private static Operation<String, String> get(String... policies) {
    return Texts.unary("Get").safe().policies(policies).build();
  }

  private CompletionStage<Response> send(Operation<String, String> operation) {
    return pipeline.stack(operation).send(Texts.request(operation, "a"));
  }

  @Test
  void a_timeout_counts_what_it_would_have_ended() throws Exception {
    Operation<String, String> get =
        get("timeout.value", "100ms", "timeout.attempt", "50ms", "timeout.mode", "SHADOW");
    CompletableFuture<Response> answer = wire.later();
    CompletionStage<Response> call = send(get);
    time.advance(Duration.ofMillis(100));
    assertThat(call.toCompletableFuture()).isNotDone();
    assertThat(wire.requests.get(0).deadline().isSet()).isFalse();
    answer.complete(Script.ok("b"));
    assertThat(Await.get(call).failure()).isNull();
    MethodPolicies kept = pipeline.objects(get);
    assertThat(requireNonNull(kept.timeout()).expired()).isEqualTo(1);
    assertThat(requireNonNull(kept.attemptTimeout()).expired()).isEqualTo(1);
    wire.answer("c");
    Await.get(send(get));
    assertThat(time.pending()).isZero();
    assertThat(requireNonNull(kept.timeout()).expired()).isEqualTo(1);
  }

  @Test
  void a_timeout_that_is_kept_counts_too() {
    Operation<String, String> get = get("timeout.value", "100ms", "timeout.attempt", "50ms");
    CompletionStage<Response> call = send(get);
    time.advance(Duration.ofMillis(100));
    assertThat(call.toCompletableFuture()).isDone();
    assertThat(requireNonNull(pipeline.objects(get).attemptTimeout()).expired()).isEqualTo(1);
  }

  @Test
  void a_retry_counts_what_it_would_have_sent_again() throws Exception {
    Operation<String, String> get = get("retry.mode", "shadow");
    wire.fail(Outcome.UNAVAILABLE).answer("b");
    assertThat(requireNonNull(Await.get(send(get)).failure()).outcome())
        .isEqualTo(Outcome.UNAVAILABLE);
    assertThat(requireNonNull(pipeline.objects(get).retry()).metrics().retries()).isEqualTo(1);
    assertThat(wire.requests).hasSize(1);
  }

  @Test
  void what_was_never_sent_is_sent_again_in_any_mode() throws Exception {
    for (String mode : new String[] {"shadow", "off"}) {
      Script other = new Script().fail(Outcome.NEVER_SENT).answer("b");
      Operation<String, String> get = get("retry.mode", mode, "retry.backoff", "1ms");
      Channel stack = new ClientPipeline(other, time, null).stack(get);
      CompletionStage<Response> call = stack.send(Texts.request(get, "a"));
      time.advance(Duration.ofSeconds(1));
      assertThat(Await.get(call).failure()).isNull();
    }
  }

  @Test
  void a_hedge_counts_what_it_would_have_sent_a_second_time() throws Exception {
    Operation<String, String> get = get("hedge.delay", "20ms", "hedge.mode", "SHADOW");
    CompletableFuture<Response> answer = wire.later();
    CompletionStage<Response> call = send(get);
    time.advance(Duration.ofMillis(100));
    assertThat(wire.requests).hasSize(1);
    answer.complete(Script.ok("b"));
    assertThat(Await.get(call).failure()).isNull();
    assertThat(requireNonNull(pipeline.objects(get).hedge()).metrics().hedges()).isEqualTo(1);
    assertThat(pipeline.stack(get).toString()).contains("(shadow) > retry what was never sent");
  }

  @Test
  void what_is_off_is_not_there() {
    Operation<String, String> get =
        get(
            "timeout.value", "100ms",
            "timeout.mode", "OFF",
            "hedge.delay", "20ms",
            "hedge.mode", "OFF");
    assertThat(pipeline.stack(get)).hasToString("deadline > retry what was never sent > script");
    MethodPolicies kept = pipeline.objects(get);
    assertThat(kept.timeout()).isNull();
    assertThat(kept.hedge()).isNull();
  }

  private LocalGuard local(String... policies) {
    PolicyObjects objects =
        new PolicyObjects("call", time, RetryBudget.of(time), new ConcurrentHashMap<>());
    return new LocalGuard(time, objects.ofLocal(Policies.of(Settings.annotated(policies))));
  }

  @Test
  void local_calls_are_only_counted_too() throws Exception {
    LocalGuard guard = local("timeout.value", "100ms", "timeout.mode", "SHADOW");
    CallLimits limits = guard.begin();
    Permit permit = guard.enter(limits, guard.now(), 1);
    time.advance(Duration.ofMillis(100));
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    guard.succeeded(limits, permit, 0);
    CompletableFuture<String> body = new CompletableFuture<>();
    CompletionStage<String> later = guard.callAsync(() -> body);
    time.advance(Duration.ofMillis(100));
    body.complete("b");
    assertThat(later.toCompletableFuture()).isCompletedWithValue("b");
    assertThat(requireNonNull(guard.policies().timeout()).expired()).isEqualTo(2);

    LocalGuard retrying = local("retry.mode", "SHADOW");
    Permit first = retrying.enter(null, retrying.now(), 1);
    assertThatThrownBy(() -> retrying.failed(null, first, 0, new IOException("down"), 1))
        .isInstanceOf(IOException.class);
    AtomicInteger attempts = new AtomicInteger();
    retrying.<String>callAsync(
        () -> {
          attempts.incrementAndGet();
          return CompletableFuture.failedFuture(CallException.of(NEVER));
        });
    assertThat(attempts).hasValue(1);
    assertThat(requireNonNull(retrying.policies().retry()).metrics().retries()).isEqualTo(2);
  }

  private static final Failure NEVER = Failure.of(Outcome.NEVER_SENT, Code.UNAVAILABLE, "refused");
}
