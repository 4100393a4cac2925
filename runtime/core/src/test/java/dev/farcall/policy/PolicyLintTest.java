package dev.farcall.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyLintTest {

  private static List<Finding> check(boolean idempotent, String... attributesAndValues) {
    return check(Traits.unary(idempotent), attributesAndValues);
  }

  private static List<Finding> check(Traits traits, String... attributesAndValues) {
    Settings settings = Settings.annotated(attributesAndValues);
    return PolicyLint.check(Policies.of(settings, traits), traits);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "FAR602 | true | timeout.attempt | timeout.value=1s timeout.attempt=2s",
        "FAR605 | true | hedge.enabled | retry.enabled=true hedge.enabled=true",
        "FAR606 | false | retry.max-attempts | timeout.value=1s timeout.attempt=400ms"
            + " retry.enabled=true",
        "FAR607 | true | retry.backoff | timeout.value=40ms retry.enabled=true",
        "FAR608 | true | hedge.delay | timeout.value=1s hedge.delay=1s",
        "FAR609 | true | circuit-breaker.slow-after | timeout.value=1s"
            + " circuit-breaker.slow-after=1s",
        "FAR609 | true | circuit-breaker.slow-after | timeout.attempt=300ms"
            + " circuit-breaker.slow-after=400ms",
        "FAR610 | true | bulkhead.max-wait | timeout.value=1s bulkhead.max-concurrent=1"
            + " bulkhead.queue=1 bulkhead.max-wait=1s",
        "FAR610 | true | rate-limit.max-wait | timeout.value=1s rate-limit.permits=1"
            + " rate-limit.max-wait=2s",
        "FAR611 | false | timeout.value | timeout.value=0",
        "FAR619 | false | bulkhead.max-concurrent | bulkhead.max-concurrent=10001",
        "FAR617 | true | timeout.stream | timeout.stream=5m",
      })
  void policies_that_contradict_each_other_are_found(
      String id, boolean isError, String attribute, String settings) {
    assertThat(check(true, settings.split("[ =]")))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.id()).isEqualTo(id);
              assertThat(finding.isError()).isEqualTo(isError);
              assertThat(finding.attribute()).isEqualTo(attribute);
            });
  }

  @Test
  void a_thread_is_not_kept_for_a_rate_limit() {
    String[] waits = {"timeout.value", "0", "rate-limit.permits", "1", "rate-limit.max-wait", "1s"};
    assertThat(check(Traits.local(false, false), waits)).extracting(Finding::id).contains("FAR618");
    assertThat(check(Traits.local(false, true), waits))
        .extracting(Finding::id)
        .doesNotContain("FAR618");
    assertThat(
            check(
                Traits.local(false, true),
                "timeout.value",
                "1s",
                "bulkhead.max-concurrent",
                "10001"))
        .isEmpty();
  }

  @Test
  void what_may_not_be_done_twice_is_not_sent_twice() {
    assertThat(check(false, "retry.enabled", "true"))
        .extracting(Finding::id)
        .containsExactly("FAR603");
    assertThat(check(false, "hedge.enabled", "true"))
        .extracting(Finding::id)
        .containsExactly("FAR604");
  }

  @Test
  void a_stream_that_was_sent_is_not_sent_again() {
    Traits traits = new Traits(true, true, false);
    assertThat(check(traits, "retry.enabled", "true"))
        .extracting(Finding::id)
        .containsExactly("FAR616");
    assertThat(check(traits, "hedge.enabled", "true"))
        .extracting(Finding::id)
        .containsExactly("FAR616");
    assertThat(check(new Traits(true, false, true), "retry.enabled", "true")).isEmpty();
  }

  @Test
  void a_stream_needs_no_limit_and_can_have_one() {
    assertThat(check(new Traits(false, true, false), "timeout.value", "0")).isEmpty();
    assertThat(check(new Traits(false, false, true), "timeout.stream", "5m")).isEmpty();
  }

  @Test
  void the_text_has_the_figures_and_the_cure() {
    assertThat(
            check(true, "timeout.value", "1s", "timeout.attempt", "400ms", "retry.enabled", "true"))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.text())
                    .isEqualTo(
                        "3 attempts of 400 ms with pauses of up to 150 ms take up to 1350 ms, the"
                            + " whole call only 1 s: the last may be cut short. Make attempt"
                            + " shorter, value longer, or attempts fewer."));
  }

  @Test
  void policies_in_order_are_left_alone() {
    assertThat(PolicyLint.check(Policies.DEFAULT, Traits.unary(false))).isEmpty();
    assertThat(
            check(
                true,
                "timeout.value",
                "2s",
                "timeout.attempt",
                "400ms",
                "retry.enabled",
                "true",
                "circuit-breaker.slow-after",
                "300ms",
                "bulkhead.max-concurrent",
                "10",
                "rate-limit.permits",
                "10"))
        .isEmpty();
  }
}
