package dev.farcall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farcall.config.Configuration;
import dev.farcall.config.Configuration.Source;
import dev.farcall.config.ServiceConfiguration;
import dev.farcall.health.HealthCheckOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfiguredUpstreamTest {

  private static UpstreamOptions options(Map<String, String> said) {
    Configuration all = Configuration.of(List.of(new Source("the test", false, said)));
    return ConfiguredUpstream.options(
        all, ServiceConfiguration.ofClient(all, "shop.v1.UserService", "UserService"));
  }

  @Test
  void nothing_said_is_what_holds_anyhow() {
    assertThat(options(Map.of())).isEqualTo(UpstreamOptions.DEFAULT);
    assertThat(UpstreamOptions.DEFAULT.healthChecks()).isEqualTo(HealthCheckOptions.DEFAULT);
  }

  @Test
  void all_that_is_said_is_taken() {
    UpstreamOptions options =
        options(
            Map.of(
                "farcall.zone", "eu-1",
                "farcall.client.UserService.subset", "20",
                "farcall.client.UserService.snapshot", "/var/lib/users",
                "farcall.client.UserService.health-checks.interval", "10s",
                "farcall.client.UserService.health-checks.timeout", "500ms",
                "farcall.client.UserService.health-checks.unhealthy-threshold", "3",
                "farcall.client.*.health-checks.healthy-threshold", "2",
                "farcall.client.*.health-checks.max-concurrent", "4"));
    assertThat(options)
        .isEqualTo(
            new UpstreamOptions(
                "eu-1",
                20,
                new HealthCheckOptions(Duration.ofSeconds(10), Duration.ofMillis(500), 3, 2, 4),
                Path.of("/var/lib/users")));
  }

  @Test
  void health_checks_are_switched_off_whatever_is_said_of_them() {
    UpstreamOptions options =
        options(
            Map.of(
                "farcall.client.UserService.health-checks", "false",
                "farcall.client.UserService.health-checks.interval", "10s"));
    assertThat(options.healthChecks()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "subset | -1 | expected: a number of endpoints",
        "health-checks | yes | expected: true or false",
        "health-checks.interval | 3 | expected: a whole number and ms, s, m or h",
        "health-checks.interval | 0 | expected: 1 ms to 1 h",
        "health-checks.timeout | 2h | expected: 1 ms to 1 h",
        "health-checks.unhealthy-threshold | two | expected: a number, 1 or more",
        "health-checks.max-concurrent | 0 | expected: 1 or more"
      })
  void what_cannot_be_kept_is_told_with_its_key(String key, String value, String told) {
    assertThatThrownBy(() -> options(Map.of("farcall.client.UserService." + key, value)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("farcall.client.UserService." + key + " of the test: ")
        .hasMessageContaining(told);
  }
}
