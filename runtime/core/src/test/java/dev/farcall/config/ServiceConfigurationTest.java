package dev.farcall.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.config.Configuration.Source;
import dev.farcall.policy.Setting.Origin;
import dev.farcall.policy.Settings;
import dev.farcall.policy.Traits;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceConfigurationTest {

  private static final Settings RETRIED =
      Settings.annotated("retry.enabled", "true", "timeout.value", "2s");

  private static Configuration properties(String... keysAndValues) {
    return Configuration.of(List.of(new Source("the test", false, map(keysAndValues))));
  }

  private static Map<String, String> map(String... keysAndValues) {
    Map<String, String> values = new TreeMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      values.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return values;
  }

  private static Settings settings(
      boolean idempotent, Settings annotated, String... keysAndValues) {
    return settings(Traits.unary(idempotent), annotated, keysAndValues);
  }

  private static Settings settings(Traits traits, Settings annotated, String... keysAndValues) {
    return ServiceConfiguration.ofClient(
            properties(keysAndValues), "shop.v1.UserService", "UserService")
        .settings("GetUser", traits, annotated);
  }

  @ParameterizedTest
  @CsvSource({
    "farcall.client.shop.v1.UserService.getUser, farcall.client.shop.v1.UserService.GetUser",
    "farcall.client.shop.v1.UserService.GetUser, farcall.client.UserService.getUser",
    "farcall.client.UserService.getUser, farcall.client.*.getUser",
    "farcall.client.*.getUser, farcall.client.shop.v1.UserService.*",
    "farcall.client.shop.v1.UserService.*, farcall.client.UserService.*",
    "farcall.client.UserService.*, farcall.client.*.*"
  })
  void what_is_said_more_closely_wins(String closer, String wider) {
    Settings settings =
        settings(true, RETRIED, closer + ".retry.backoff", "1s", wider + ".retry.backoff", "2s");
    assertThat(settings.get("retry.backoff").value()).isEqualTo("1s");
    assertThat(settings(true, RETRIED, wider + ".retry.backoff", "2s").get("retry.backoff").value())
        .isEqualTo("2s");
  }

  @Test
  void configuration_wins_over_annotations_and_says_where_it_stands() {
    Settings settings =
        settings(true, RETRIED, "farcall.client.UserService.getUser.timeout.value", "5s");
    assertThat(settings.get("timeout.value").value()).isEqualTo("5s");
    assertThat(settings.get("timeout.value").origin()).isEqualTo(Origin.CONFIGURATION);
    assertThat(settings.get("timeout.value").where())
        .isEqualTo("farcall.client.UserService.getUser.timeout.value of the test");
    assertThat(settings.get("retry.enabled").origin()).isEqualTo(Origin.ANNOTATION);
  }

  @Test
  void a_key_that_names_the_method_brings_a_policy() {
    Settings settings =
        settings(
            false,
            Settings.NONE,
            "farcall.client.UserService.getUser.bulkhead.max-concurrent",
            "5");
    assertThat(settings.has("bulkhead")).isTrue();
  }

  @Test
  void a_key_for_any_method_only_changes_what_is_there() {
    String key = "farcall.client.*.*.circuit-breaker.failure-rate";
    assertThat(settings(true, Settings.NONE, key, "0.1").has("circuit-breaker")).isFalse();
    Settings there =
        settings(true, Settings.annotated("circuit-breaker.enabled", "true"), key, "0.1");
    assertThat(there.get("circuit-breaker.failure-rate").value()).isEqualTo("0.1");
    Settings brought =
        settings(
            true, Settings.NONE, key, "0.1", "farcall.client.*.*.circuit-breaker.enabled", "true");
    assertThat(brought.get("circuit-breaker.failure-rate").value()).isEqualTo("0.1");
  }

  @Test
  void a_timeout_is_always_there() {
    assertThat(
            settings(false, Settings.NONE, "farcall.client.*.*.timeout.value", "3s")
                .get("timeout.value")
                .value())
        .isEqualTo("3s");
  }

  @Test
  void retries_for_all_are_for_all_that_may_be_done_twice() {
    String key = "farcall.client.*.*.retry.enabled";
    assertThat(settings(true, Settings.NONE, key, "true").has("retry")).isTrue();
    assertThat(settings(false, Settings.NONE, key, "true").has("retry")).isFalse();
  }

  @Test
  void what_is_said_of_all_is_for_those_that_can_keep_it() {
    Traits upload = new Traits(true, true, false);
    String retry = "farcall.client.*.*.retry.enabled";
    assertThat(settings(upload, Settings.NONE, retry, "true").has("retry")).isFalse();
    String stream = "farcall.client.*.*.timeout.stream";
    assertThat(settings(upload, Settings.NONE, stream, "5m").has("timeout")).isFalse();
    Traits watch = new Traits(true, false, true);
    assertThat(settings(watch, Settings.NONE, stream, "5m").has("timeout")).isTrue();
  }

  @Test
  void a_policy_is_switched_off_by_name_whatever_is_said_of_all() {
    Settings settings =
        settings(
            true,
            RETRIED,
            "farcall.client.UserService.getUser.retry.enabled",
            "false",
            "farcall.client.*.*.retry.max-attempts",
            "5",
            "farcall.client.*.*.retry.enabled",
            "true");
    assertThat(settings.has("retry")).isFalse();
  }

  @Test
  void the_environment_spells_keys_in_its_own_way() {
    Configuration configuration =
        Configuration.of(
            List.of(
                new Source("the properties", false, map("farcall.client.UserService.target", "a")),
                new Source(
                    "the environment",
                    true,
                    map(
                        "FARCALL_CLIENT_USERSERVICE_TARGET", "b",
                        "FARCALL_CLIENT_USERSERVICE_GETUSER_RETRY_MAX_ATTEMPTS", " 5 ",
                        "PATH", "/"))));
    ServiceConfiguration client =
        ServiceConfiguration.ofClient(configuration, "shop.v1.UserService", "UserService");
    assertThat(client.find("target").value()).isEqualTo("a");
    assertThat(client.find("wire")).isNull();
    assertThat(client.settings("GetUser", Traits.unary(true), RETRIED).get("retry.max-attempts"))
        .hasToString(
            "5 (FARCALL_CLIENT_USERSERVICE_GETUSER_RETRY_MAX_ATTEMPTS of the environment)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "farcall.client.UserService.getUser.retry.max-atempts"
            + "|farcall.client.UserService.getUser.retry.max-attempts",
        "farcall.client.shop.v1.UserService.getUser.retry.maxAttempts"
            + "|farcall.client.shop.v1.UserService.getUser.retry.max-attempts",
        "farcall.client.*.*.circuitbreaker.probes|farcall.client.*.*.circuit-breaker.probes",
        "farcall.client.UserService.tagret|farcall.client.UserService.target",
        "farcall.client.UserService.health-checks.intervall"
            + "|farcall.client.UserService.health-checks.interval",
        "farcall.client.*.health-check.timeout|farcall.client.*.health-checks.timeout",
        "farcall.client.UserService.retry.backoff|farcall.client.UserService.*.retry.backoff",
        "farcall.server.thread|farcall.server.threads",
      })
  void a_key_that_means_nothing_is_told_with_the_nearest(String key, String nearest) {
    assertThat(KeyCheck.unknownSettings(properties(key, "1")))
        .containsExactly(
            key + " of the test: there is no such setting (did you mean " + nearest + "?)");
  }

  @Test
  void a_variable_that_means_nothing_is_told_too() {
    Configuration configuration =
        Configuration.of(
            List.of(
                new Source(
                    "the environment",
                    true,
                    map("FARCALL_CLIENT_USERSERVICE_GETUSER_RETRY_MAX_ATEMPTS", "5"))));
    assertThat(KeyCheck.unknownSettings(configuration))
        .containsExactly(
            "FARCALL_CLIENT_USERSERVICE_GETUSER_RETRY_MAX_ATEMPTS of the environment: there is no"
                + " such setting (did you mean …_RETRY_MAX_ATTEMPTS?)");
  }

  @Test
  void what_is_spelled_well_is_not_told() {
    assertThat(
            KeyCheck.unknownSettings(
                properties(
                    "farcall.client.UserService.target", "a",
                    "farcall.client.shop.v1.UserService.wire", "a",
                    "farcall.client.shop.v1.UserService.getUser.hedge.delay", "a",
                    "farcall.client.*.*.timeout.value", "a",
                    "farcall.client.*.health-checks", "true",
                    "farcall.client.shop.v1.UserService.health-checks.max-concurrent", "4",
                    "farcall.server.queue", "1")))
        .isEmpty();
  }

  @Test
  void a_method_that_is_not_there_is_told_with_the_nearest() {
    Configuration configuration =
        properties(
            "farcall.client.UserService.getUsr.retry.backoff", "1s",
            "farcall.client.UserService.getUser.retry.backoff", "1s",
            "farcall.client.UserService.*.retry.backoff", "1s",
            "farcall.client.OrderService.any.retry.backoff", "1s");
    assertThat(
            KeyCheck.unknownMethods(
                configuration, "shop.v1.UserService", "UserService", List.of("GetUser", "Add")))
        .containsExactly(
            "farcall.client.UserService.getUsr.retry.backoff of the test: shop.v1.UserService has"
                + " no method getUsr (did you mean getUser?). It has GetUser, Add");
  }
}
