package dev.farcall.intercept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farcall.annotation.Code;
import dev.farcall.annotation.Mode;
import dev.farcall.call.Failure;
import dev.farcall.call.Metadata;
import dev.farcall.call.Outcome;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.call.RetryInfo;
import dev.farcall.fixture.Await;
import dev.farcall.health.Health;
import dev.farcall.policy.RateLimitPolicy;
import dev.farcall.time.ManualTime;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerRateLimitTest {

  private final ManualTime time = new ManualTime();
  private final CallerRateLimit limit = new CallerRateLimit(RateLimitPolicy.perSecond(2), time);

  private static Response send(CallerRateLimit limit, Request request) throws Exception {
    return Await.get(limit.intercept(request, Requests::answer));
  }

  private boolean passes(Request request) throws Exception {
    return send(limit, request).failure() == null;
  }

  private void exhaust(Request request) throws Exception {
    assertThat(passes(request)).isTrue();
    assertThat(passes(request)).isTrue();
    assertThat(passes(request)).isFalse();
  }

  @Test
  void a_call_over_the_limit_is_told_when_to_come_again_and_passes_then() throws Exception {
    Request request = Requests.from("10.0.0.7");
    exhaust(request);
    Failure failure = send(limit, request).failure();
    assertThat(failure.code()).isEqualTo(Code.RESOURCE_EXHAUSTED);
    assertThat(failure.outcome()).isEqualTo(Outcome.OVERLOADED);
    RetryInfo retry = RetryInfo.find(failure.details());
    assertThat(retry).isEqualTo(new RetryInfo(Duration.ofMillis(500)));
    time.advance(retry.delay());
    assertThat(passes(request)).isTrue();
  }

  @Test
  void a_shadow_counts_and_refuses_nothing() throws Exception {
    Duration second = Duration.ofSeconds(1);
    CallerRateLimit shadow =
        new CallerRateLimit(new RateLimitPolicy(1, second, 1, Duration.ZERO, Mode.SHADOW), time);
    Request request = Requests.from("10.0.0.7");
    for (int i = 0; i < 3; i++) {
      assertThat(send(shadow, request).failure()).isNull();
    }
    assertThat(shadow.rejected()).isEqualTo(2);
    assertThatThrownBy(
            () -> new CallerRateLimit(new RateLimitPolicy(1, second, 1, second, Mode.ENFORCE)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no maxWait");
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.7, 10.0.0.7, true",
    "10.0.0.7, 10.0.0.8, false",
    "2001:db8::1, 2001:db8::ffff:1, true",
    "2001:db8:0:1::1, 2001:db8:0:2::1, false",
    "::ffff:10.0.0.7, 10.0.0.7, true"
  })
  void a_caller_nobody_knows_is_its_address_or_network(String one, String other, boolean same)
      throws Exception {
    exhaust(Requests.from(one));
    assertThat(passes(Requests.from(other))).isEqualTo(!same);
  }

  private static Request by(String principal, String address) {
    return Requests.call().withOrigin(Requests.origin(address).withPrincipal(() -> principal));
  }

  @Test
  void a_caller_that_is_known_is_the_same_at_every_address() throws Exception {
    exhaust(by("ada", "10.0.0.7"));
    assertThat(passes(by("ada", "10.0.0.8"))).isFalse();
    assertThat(passes(by("bob", "10.0.0.7"))).isTrue();
    assertThat(passes(Requests.from("10.0.0.7"))).isTrue();
  }

  @Test
  void requests_that_are_no_calls_are_counted_but_for_health() throws Exception {
    exhaust(Requests.noCall("GET /nowhere"));
    assertThat(passes(Requests.noCall("GET /health/nowhere"))).isFalse();
    assertThat(passes(Requests.noCall("GET /health/live"))).isTrue();
    Request check =
        Request.of(
                Health.of(checks -> {}, Set.of(), time, task -> true).handlers().get(0).operation(),
                Requests.call().payload(),
                Metadata.EMPTY,
                Requests.call().deadline(),
                Requests.call().cancellation())
            .withOrigin(Requests.origin("10.0.0.7"));
    assertThat(passes(check)).isTrue();
  }

  @Test
  void calls_of_this_jvm_are_not_counted() throws Exception {
    for (int i = 0; i < 10; i++) {
      assertThat(passes(Requests.call())).isTrue();
    }
  }

  @Test
  void behind_a_proxy_the_callers_are_who_its_header_says() throws Exception {
    CallerRateLimit proxied = limit.by(request -> request.metadata().get("x-real-ip"));
    for (int i = 0; i < 10; i++) {
      Request one = Requests.call(Metadata.of("x-real-ip", "10.0.1." + i));
      assertThat(send(proxied, one).failure()).isNull();
      assertThat(send(proxied, one).failure()).isNull();
      assertThat(send(proxied, one).failure()).isNotNull();
    }
  }
}
