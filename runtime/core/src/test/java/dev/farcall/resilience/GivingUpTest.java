package dev.farcall.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.annotation.Mode;
import dev.farcall.policy.BulkheadPolicy;
import dev.farcall.policy.CircuitBreakerPolicy;
import dev.farcall.policy.ConcurrencyLimitPolicy;
import dev.farcall.policy.HedgePolicy;
import dev.farcall.policy.Policies;
import dev.farcall.policy.RateLimitPolicy;
import dev.farcall.policy.RetryPolicy;
import dev.farcall.policy.Settings;
import dev.farcall.time.ManualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls of this process that end later, and are given up before. */
class GivingUpTest {

  private static final ManualTime TIME = new ManualTime();

  /** Each policy as an object, around a body. */
  enum Policy {
    TIMEOUT {
      @Override
      CompletionStage<String> call(Supplier<CompletionStage<String>> body) {
        return Timeout.of("", Duration.ofSeconds(1), TIME).callAsync(body);
      }
    },
    RETRY {
      @Override
      CompletionStage<String> call(Supplier<CompletionStage<String>> body) {
        return Retry.of("", RetryPolicy.DEFAULT, RetryBudget.of(TIME), TIME).callAsync(body);
      }
    },
    HEDGE {
      @Override
      CompletionStage<String> call(Supplier<CompletionStage<String>> body) {
        return Hedge.of("", HedgePolicy.DEFAULT, RetryBudget.of(TIME), TIME).callAsync(body);
      }
    },
    CIRCUIT_BREAKER {
      @Override
      CompletionStage<String> call(Supplier<CompletionStage<String>> body) {
        return CircuitBreaker.of("", CircuitBreakerPolicy.DEFAULT, TIME).callAsync(body);
      }
    },
    RATE_LIMIT {
      @Override
      CompletionStage<String> call(Supplier<CompletionStage<String>> body) {
        return RateLimiter.of("", RateLimitPolicy.perSecond(1), TIME).callAsync(body);
      }
    },
    BULKHEAD {
      @Override
      CompletionStage<String> call(Supplier<CompletionStage<String>> body) {
        return Bulkhead.of("", BulkheadPolicy.of(1), TIME).callAsync(body);
      }
    },
    CONCURRENCY_LIMIT {
      @Override
      CompletionStage<String> call(Supplier<CompletionStage<String>> body) {
        return ConcurrencyLimiter.of("", ConcurrencyLimitPolicy.DEFAULT, TIME).callAsync(body);
      }
    };

    abstract CompletionStage<String> call(Supplier<CompletionStage<String>> body);
  }

  private final ManualTime time = new ManualTime();
  private final List<CompletableFuture<String>> bodies = new ArrayList<>();

  private CompletionStage<String> body() {
    CompletableFuture<String> body = new CompletableFuture<>();
    bodies.add(body);
    return body;
  }

  private LocalGuard guard(String... attributesAndValues) {
    PolicyObjects objects =
        new PolicyObjects("call", time, RetryBudget.of(time), new ConcurrentHashMap<>());
    return new LocalGuard(
        time, objects.ofLocal(Policies.of(Settings.annotated(attributesAndValues))));
  }

  private static CircuitBreakerMetrics breaker(LocalGuard guard) {
    CircuitBreaker breaker = guard.policies().circuitBreaker();
    assertThat(breaker).isNotNull();
    return breaker.metrics();
  }

  @ParameterizedTest
  @EnumSource
  void a_caller_who_cancels_cancels_the_body(Policy policy) {
    policy.call(this::body).toCompletableFuture().cancel(true);
    assertThat(bodies.get(0)).isCancelled();
  }

  @ParameterizedTest
  @EnumSource
  void a_caller_who_completes_it_himself_ends_the_body(Policy policy) {
    policy.call(this::body).toCompletableFuture().complete("enough");
    assertThat(bodies.get(0)).isDone();
  }

  @Test
  void a_call_out_of_time_returns_what_it_holds_and_has_failed() {
    LocalGuard guard =
        guard(
            "timeout.value", "1s",
            "retry.enabled", "true",
            "circuit-breaker.minimum-calls", "5",
            "bulkhead.max-concurrent", "5",
            "concurrency-limit.initial", "5");
    for (int i = 0; i < 5; i++) {
      CompletionStage<String> unused = guard.callAsync(this::body);
    }
    time.advance(Duration.ofSeconds(30));
    assertThat(bodies).hasSize(5).allMatch(CompletableFuture::isCancelled);
    assertThat(breaker(guard).failed()).isEqualTo(5);
    assertThat(breaker(guard).state()).isEqualTo(CircuitBreaker.State.OPEN);
    assertThat(guard.toString()).contains(", 0 on their way").contains("0 of 4 on their way");
    assertThat(time.pending()).isZero();
  }

  @Test
  void a_caller_who_cancels_says_nothing_of_the_callee() {
    LocalGuard guard = guard("circuit-breaker.minimum-calls", "5", "bulkhead.max-concurrent", "5");
    guard.callAsync(this::body).toCompletableFuture().cancel(true);
    assertThat(bodies.get(0)).isCancelled();
    assertThat(breaker(guard).ignored()).isEqualTo(1);
    assertThat(breaker(guard).total()).isZero();
    assertThat(guard.toString()).contains(", 0 on their way");
  }

  @Test
  void a_call_with_a_fallback_is_cancelled_and_does_not_fall_back() {
    LocalGuard guard = guard("timeout.value", "1s");
    List<Throwable> asked = new ArrayList<>();
    CompletableFuture<String> call =
        guard.callAsync(
            this::body,
            why -> {
              asked.add(why);
              return CompletableFuture.completedFuture("else");
            });
    call.cancel(true);
    assertThat(bodies.get(0)).isCancelled();
    assertThat(asked).isEmpty();
    assertThat(time.pending()).isZero();
  }

  @Test
  void a_fallback_answers_for_a_call_out_of_time() {
    LocalGuard guard = guard("timeout.value", "1s");
    CompletableFuture<String> call =
        guard.callAsync(this::body, why -> CompletableFuture.completedFuture("else"));
    time.advance(Duration.ofSeconds(1));
    assertThat(call).isCompletedWithValue("else");
    assertThat(bodies.get(0)).isCancelled();
  }

  @Test
  void no_attempt_begins_after_the_time_of_the_call() {
    LocalGuard guard =
        guard(
            "timeout.value", "100ms",
            "retry.max-attempts", "10",
            "retry.backoff", "60ms",
            "retry.max-backoff", "60ms");
    CompletionStage<String> call =
        guard.callAsync(
            () -> {
              bodies.add(new CompletableFuture<>());
              return CompletableFuture.failedFuture(new IOException("down"));
            });
    time.advance(Duration.ofMillis(100));
    assertThat(call.toCompletableFuture()).isCompletedExceptionally();
    int attempts = bodies.size();
    time.advance(Duration.ofHours(1));
    assertThat(bodies).hasSize(attempts);
    assertThat(time.pending()).isZero();
  }

  @Test
  void one_who_gives_up_in_a_pause_or_a_queue_leaves_nothing_behind() {
    LocalGuard pausing = guard("retry.backoff", "1s");
    CompletableFuture<String> paused =
        pausing
            .<String>callAsync(() -> CompletableFuture.failedFuture(new IOException("down")))
            .toCompletableFuture();
    paused.cancel(true);
    assertThat(time.pending()).isZero();

    Bulkhead bulkhead =
        Bulkhead.of("", new BulkheadPolicy(1, 5, Duration.ofSeconds(1), Mode.ENFORCE), time);
    CompletableFuture<String> first = bulkhead.callAsync(this::body).toCompletableFuture();
    CompletableFuture<String> second = bulkhead.callAsync(this::body).toCompletableFuture();
    second.cancel(true);
    assertThat(bulkhead.metrics()).isEqualTo(new Bulkhead.Metrics(1, 0, 0));
    first.cancel(true);
    assertThat(bodies).hasSize(1);
    assertThat(bulkhead.metrics().inFlight()).isZero();
    assertThat(time.pending()).isZero();

    RateLimitPolicy slow =
        new RateLimitPolicy(1, Duration.ofSeconds(1), 1, Duration.ofSeconds(5), Mode.ENFORCE);
    RateLimiter limiter = RateLimiter.of("", slow, time);
    CompletionStage<String> unused = limiter.callAsync(this::body);
    limiter.callAsync(this::body).toCompletableFuture().cancel(true);
    time.advance(Duration.ofSeconds(5));
    assertThat(bodies).hasSize(2);
  }

  @Test
  void a_stage_that_nobody_can_cancel_is_let_go_of() {
    Bulkhead bulkhead = Bulkhead.of("", BulkheadPolicy.of(1), time);
    CompletionStage<String> stubborn = new CompletableFuture<String>().minimalCompletionStage();
    bulkhead.callAsync(() -> stubborn).toCompletableFuture().cancel(true);
    assertThat(bulkhead.metrics().inFlight()).isZero();
  }
}
