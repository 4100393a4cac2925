package dev.farcall.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farcall.annotation.Mode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoliciesTest {

  private static Policies of(String... attributesAndValues) {
    return Policies.of(Settings.annotated(attributesAndValues));
  }

  @Test
  void a_method_of_which_nothing_was_said_has_ten_seconds_and_nothing_else() {
    assertThat(Policies.of(Settings.NONE)).isEqualTo(Policies.DEFAULT);
    assertThat(Policies.DEFAULT.timeout().total()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void a_stream_of_which_nothing_was_said_has_no_limit() {
    for (Traits traits : List.of(new Traits(false, true, false), new Traits(false, false, true))) {
      assertThat(Policies.of(Settings.NONE, traits).timeout()).isEqualTo(TimeoutPolicy.NONE);
      assertThat(Policies.of(Settings.annotated("timeout.stream", "1m"), traits).timeout().total())
          .isZero();
    }
  }

  @Test
  void what_is_not_said_of_a_policy_has_its_default() {
    assertThat(of("retry.enabled", "true").retry()).isEqualTo(RetryPolicy.DEFAULT);
    assertThat(of("retry.backoff", "20ms").retry())
        .isEqualTo(new RetryPolicy(3, Duration.ofMillis(20), Duration.ofSeconds(1)));
    assertThat(of("hedge.enabled", "true").hedge()).isEqualTo(HedgePolicy.DEFAULT);
    assertThat(of("circuit-breaker.enabled", "true").breaker())
        .isEqualTo(CircuitBreakerPolicy.DEFAULT);
    assertThat(of("concurrency-limit.mode", "shadow").concurrencyLimit())
        .isEqualTo(new ConcurrencyLimitPolicy(20, 1, 1_000, Mode.SHADOW));
    assertThat(of("rate-limit.permits", "7").rateLimit())
        .isEqualTo(new RateLimitPolicy(7, Duration.ofSeconds(1), 7));
    assertThat(of("bulkhead.max-concurrent", "5").bulkhead()).isEqualTo(BulkheadPolicy.of(5));
    assertThat(of("circuit-breaker.name", "bank").breakerName()).isEqualTo("bank");
  }

  @Test
  void every_attribute_is_read() {
    assertThat(
            of(
                    "circuit-breaker.failure-rate", "0.25",
                    "circuit-breaker.slow-rate", "0.75",
                    "circuit-breaker.slow-after", "2s",
                    "circuit-breaker.minimum-calls", "4",
                    "circuit-breaker.window", "1m",
                    "circuit-breaker.window-calls", "50",
                    "circuit-breaker.open-for", "3s",
                    "circuit-breaker.max-open-for", "1h",
                    "circuit-breaker.probes", "2",
                    "circuit-breaker.mode", "OFF")
                .breaker())
        .isEqualTo(
            new CircuitBreakerPolicy(
                0.25,
                0.75,
                Duration.ofSeconds(2),
                4,
                Duration.ofMinutes(1),
                50,
                Duration.ofSeconds(3),
                Duration.ofHours(1),
                2,
                Mode.OFF));
    assertThat(
            of(
                    "rate-limit.permits", "7",
                    "rate-limit.per", "1m",
                    "rate-limit.burst", "2",
                    "rate-limit.max-wait", "50ms",
                    "rate-limit.mode", "SHADOW")
                .rateLimit())
        .isEqualTo(
            new RateLimitPolicy(7, Duration.ofMinutes(1), 2, Duration.ofMillis(50), Mode.SHADOW));
    assertThat(
            of(
                    "bulkhead.max-concurrent", "5",
                    "bulkhead.queue", "9",
                    "bulkhead.max-wait", "1s",
                    "bulkhead.mode", "SHADOW")
                .bulkhead())
        .isEqualTo(new BulkheadPolicy(5, 9, Duration.ofSeconds(1), Mode.SHADOW));
    assertThat(of("timeout.value", "2s", "timeout.attempt", "1s", "timeout.stream", "1h").timeout())
        .isEqualTo(
            new TimeoutPolicy(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofHours(1)));
    assertThat(of("hedge.max-attempts", "3", "hedge.delay", "30ms").hedge())
        .isEqualTo(new HedgePolicy(3, Duration.ofMillis(30)));
  }

  @Test
  void what_is_disabled_is_not_there() {
    assertThat(of("retry.enabled", "false", "retry.backoff", "20ms").retry()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "timeout.value | soon | a whole number and ms, s, m or h, as in 300ms",
        "retry.max-attempts | many | a whole number",
        "retry.max-attempts | 11 | 1 to 10",
        "retry.max-attempts | 0 | 1 to 10",
        "retry.backoff | 0 | more than zero, at most an hour",
        "retry.max-backoff | 10ms | at least the backoff, 50 ms, and at most an hour",
        "retry.enabled | maybe | true or false",
        "hedge.max-attempts | 1 | 2 to 5",
        "hedge.delay | 2h | more than zero, at most an hour",
        "circuit-breaker.failure-rate | half | a fraction, as in 0.5",
        "circuit-breaker.failure-rate | 1.5 | above 0, at most 1",
        "circuit-breaker.slow-rate | 0 | above 0, at most 1",
        "circuit-breaker.minimum-calls | 0 | 1 to 1000000",
        "circuit-breaker.window | 10ms | 1 s to an hour",
        "circuit-breaker.window-calls | -1 | 0 to 1000000",
        "circuit-breaker.open-for | 0 | 1 ms to an hour",
        "circuit-breaker.max-open-for | 1s | at least openFor, 10 s, and at most a day",
        "circuit-breaker.probes | 0 | 1 to 1000",
        "circuit-breaker.mode | loud | one of [ENFORCE, SHADOW, OFF]",
        "bulkhead.max-concurrent | 0 | 1 to 1000000",
        "rate-limit.permits | 0 | >= 1",
        "concurrency-limit.max | 5 | 1 to 5",
      })
  void what_cannot_be_kept_is_told_with_what_was_expected(
      String attribute, String value, String expected) {
    List<BadSetting> bad = new ArrayList<>();
    Policies.read(Settings.annotated(attribute, value), Traits.unary(false), bad);
    assertThat(bad)
        .singleElement()
        .satisfies(told -> assertThat(told.expected()).isEqualTo(expected));
  }

  @Test
  void all_mistakes_are_told_at_once_each_with_its_place() {
    Setting.Origin configuration = Setting.Origin.CONFIGURATION;
    Settings settings =
        Settings.NONE
            .with("retry.backoff", new Setting("5 sec", configuration, "a.properties"))
            .with("bulkhead.queue", new Setting("5", configuration, "the environment"));
    assertThatThrownBy(() -> Policies.of(settings))
        .hasMessageContaining(
            "retry.backoff = 5 sec, from a.properties (expected: a whole number and ms")
        .hasMessageContaining("bulkhead.max-concurrent = nothing");
  }

  @Test
  void a_queue_and_its_wait_need_each_other() {
    assertThatThrownBy(() -> of("bulkhead.max-concurrent", "5", "bulkhead.queue", "5"))
        .hasMessageContaining("nothing waits");
    assertThatThrownBy(() -> of("bulkhead.max-concurrent", "5", "bulkhead.max-wait", "1s"))
        .hasMessageContaining("nothing waits");
  }

  @Test
  void policies_say_what_they_are() {
    Policies policies =
        of(
            "timeout.value", "2s",
            "timeout.attempt", "300ms",
            "retry.max-attempts", "4",
            "circuit-breaker.slow-after", "200ms",
            "bulkhead.max-concurrent", "5",
            "bulkhead.queue", "2",
            "bulkhead.max-wait", "10ms",
            "rate-limit.permits", "100",
            "rate-limit.mode", "SHADOW");
    assertThat(policies.timeout()).hasToString("within 2 s, each attempt within 300 ms");
    assertThat(policies.retry()).hasToString("4 attempts, 50 ms to 1 s apart");
    assertThat(policies.breaker())
        .hasToString(
            "50 % failed or 100 % above 200 ms of 10 or more calls within 20 s, open for 10 s");
    assertThat(policies.bulkhead()).hasToString("5 at once, 2 waiting up to 10 ms");
    assertThat(policies.rateLimit()).hasToString("100 per 1 s, burst 100 (shadow)");
    assertThat(HedgePolicy.DEFAULT).hasToString("2 attempts, each later than 95 of 100 calls");
  }

  @Test
  void names_are_spelt_in_kebab_case() {
    assertThat(Attributes.kebab("maxOpenFor")).isEqualTo("max-open-for");
    assertThat(Attributes.kebab("CircuitBreaker")).isEqualTo("circuit-breaker");
    assertThat(Attributes.all()).contains("timeout.value", "circuit-breaker.max-open-for");
  }
}
