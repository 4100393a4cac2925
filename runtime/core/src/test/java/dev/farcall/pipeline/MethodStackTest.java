package dev.farcall.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farcall.annotation.Code;
import dev.farcall.annotation.LoadBalanced;
import dev.farcall.call.CallException;
import dev.farcall.call.Caller;
import dev.farcall.call.Operation;
import dev.farcall.call.Outcome;
import dev.farcall.fixture.Script;
import dev.farcall.fixture.Texts;
import dev.farcall.policy.CircuitBreakerPolicy;
import dev.farcall.policy.Setting;
import dev.farcall.policy.Setting.Origin;
import dev.farcall.policy.Settings;
import dev.farcall.resilience.CircuitBreaker;
import dev.farcall.time.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MethodStackTest {

  private static final Operation<String, String> GET =
      Texts.unary("Get")
          .safe()
          .policies(
              "circuit-breaker.enabled", "true",
              "circuit-breaker.minimum-calls", "2",
              "timeout.value", "2s")
          .build();

  private final ManualTime time = new ManualTime();
  private final Script wire = new Script();
  private final Live live = new Live();
  private final ClientPipeline pipeline = new ClientPipeline(wire, time, null, live);

  /** What a test says holds. */
  private static final class Live implements PolicySource {
    private Settings more = Settings.NONE;
    private final List<Runnable> changes = new ArrayList<>();

    @Override
    public Settings settings(Operation<?, ?> operation) {
      Settings settings = operation.policies();
      for (var said : more.all().entrySet()) {
        settings = settings.with(said.getKey(), said.getValue());
      }
      return settings;
    }

    @Override
    public void onChange(Runnable changed) {
      changes.add(changed);
    }

    void say(String attribute, String value) {
      more = more.with(attribute, new Setting(value, Origin.CONFIGURATION, "the test"));
      changes.forEach(Runnable::run);
    }
  }

  private Code call() {
    try {
      pipeline.bind(GET).call("a");
      return Code.OK;
    } catch (CallException failed) {
      return failed.code();
    }
  }

  @Test
  void a_change_holds_for_the_next_call_and_keeps_the_state() {
    Caller<String, String> caller = pipeline.bind(GET);
    assertThat(caller)
        .hasToString(
            "test.Texts/Get: timeout 2 s > retry what was never sent > circuit breaker 50 % failed"
                + " of 2 or more calls within 20 s, open for 10 s > script");
    wire.fail(Outcome.SERVER_ERROR).fail(Outcome.SERVER_ERROR);
    call();
    call();
    live.say("bulkhead.max-concurrent", "5");
    live.say("circuit-breaker.failure-rate", "1");
    assertThat(caller.toString()).contains("bulkhead 5 at once", "100 % failed");
    wire.answer("b");
    assertThat(call()).as("the circuit is still open").isEqualTo(Code.UNAVAILABLE);
    live.say("circuit-breaker.enabled", "false");
    assertThat(call()).isEqualTo(Code.OK);
    live.say("circuit-breaker.enabled", "true");
    assertThat(call()).isEqualTo(Code.UNAVAILABLE);
    time.advance(Duration.ofSeconds(10));
    wire.answer("b");
    assertThat(call()).isEqualTo(Code.OK);
  }

  @Test
  void a_change_that_cannot_be_kept_changes_nothing() {
    String before = pipeline.bind(GET).toString();
    live.say("timeout.value", "soon");
    assertThat(pipeline.bind(GET)).hasToString(before);
  }

  @Test
  void a_way_that_is_refused_leaves_the_objects_as_they_were() {
    Wire choosy =
        policies -> {
          if (!policies.loadBalanced().strategy().equals(LoadBalanced.PEAK_EWMA)) {
            throw new IllegalArgumentException("no such strategy");
          }
          return wire;
        };
    ClientPipeline fixed = new ClientPipeline(choosy, time, null, live);
    CircuitBreaker breaker = fixed.objects(GET).circuitBreaker();
    assertThat(breaker).isNotNull();
    CircuitBreakerPolicy before = breaker.policy();
    live.more =
        live.more.with(
            "circuit-breaker.probes", new Setting("7", Origin.CONFIGURATION, "the test"));
    live.say("load-balanced.value", "magic");
    assertThat(breaker.policy()).isEqualTo(before);
  }

  @Test
  void a_start_with_what_cannot_be_kept_fails_with_key_value_and_range() {
    live.say("circuit-breaker.probes", "0");
    live.say("timeout.value", "soon");
    assertThatThrownBy(() -> pipeline.bind(GET))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the policies of test.Texts/Get as configured")
        .hasMessageContaining("circuit-breaker.probes = 0, from the test (expected: 1 to 1000)")
        .hasMessageContaining("timeout.value = soon, from the test (expected: a whole number and");
  }

  @Test
  void a_start_with_policies_that_contradict_each_other_fails_with_the_cure() {
    live.say("retry.enabled", "true");
    live.say("hedge.enabled", "true");
    assertThatThrownBy(() -> pipeline.bind(GET))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("FAR605: it both retries and hedges");
  }

  @Test
  void methods_that_share_a_breaker_say_the_same_of_it() {
    String name = "circuit-breaker.name";
    Operation<String, String> one = Texts.unary("One").policies(name, "bank").build();
    Operation<String, String> two = Texts.unary("Two").policies(name, "bank").build();
    Operation<String, String> other =
        Texts.unary("Other").policies(name, "bank", "circuit-breaker.probes", "7").build();
    pipeline.bind(one);
    pipeline.bind(two);
    assertThat(pipeline.objects(two).circuitBreaker())
        .isSameAs(pipeline.objects(one).circuitBreaker());
    assertThatThrownBy(() -> pipeline.bind(other))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("FAR620")
        .hasMessageContaining("'bank' that test.Texts/Other shares has another policy");
    live.say("circuit-breaker.failure-rate", "0.3");
    assertThat(pipeline.objects(one).circuitBreaker().policy().failureRate()).isEqualTo(0.3);
  }

  @Test
  void it_tells_of_a_fallback_and_of_what_is_always_sent_again() {
    Operation<String, String> list =
        Texts.unary("List").policies("fallback.value", "Nothing.list").build();
    assertThat(pipeline.stack(list).toString()).startsWith("fallback Nothing.list > timeout 10 s");
    assertThat(pipeline.explain(list).toString())
        .startsWith("test.Texts/List\n  fallback\n    value = Nothing.list  (annotation)\n")
        .contains("  retry\n    of = what was never sent  (default)\n    max-attempts = 3");
  }

  @Test
  void it_explains_itself() {
    live.say("retry.max-attempts", "4");
    assertThat(pipeline.explain(GET))
        .hasToString(
            """
            test.Texts/Get
              timeout
                value = 2s  (annotation)
                attempt = 0  (default)
                stream = 0  (default)
                mode = ENFORCE  (default)
              retry
                max-attempts = 4  (the test)
                backoff = 50ms  (default)
                max-backoff = 1s  (default)
                budget = 20 % of calls and 10 per second  (default)
                mode = ENFORCE  (default)
              circuit-breaker
                failure-rate = 0.5  (default)
                minimum-calls = 2  (annotation)
                window = 20s  (default)
                open-for = 10s  (default)
                max-open-for = 120s  (default)
                probes = 3  (default)
                mode = ENFORCE  (default)
              load-balanced
                value = peak_ewma  (default)
            """);
    assertThat(pipeline.explain(GET).toJson())
        .startsWith(
            "{\"method\":\"test.Texts/Get\",\"policies\":[{\"policy\":\"timeout\",\"values\":["
                + "{\"attribute\":\"value\",\"value\":\"2s\",\"origin\":\"ANNOTATION\","
                + "\"where\":\"annotation\"},");
  }
}
