package dev.farcall.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.call.Endpoint;
import dev.farcall.spi.Discovery;
import dev.farcall.time.ManualTime;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SystemDnsDiscoveryTest {

  private final ManualTime time = new ManualTime();
  private final List<String> told = new ArrayList<>();
  private int asked;
  private SystemDnsDiscovery.Resolver resolver = host -> addresses("10.0.0.1", "::1");

  private static InetAddress[] addresses(String... texts) throws UnknownHostException {
    InetAddress[] addresses = new InetAddress[texts.length];
    for (int i = 0; i < texts.length; i++) {
      addresses[i] =
          InetAddress.getByAddress("users", InetAddress.getByName(texts[i]).getAddress());
    }
    return addresses;
  }

  private Discovery.Watch watch() {
    SystemDnsDiscovery.Resolver counted =
        host -> {
          asked++;
          assertThat(host).isEqualTo("users");
          return resolver.resolve(host);
        };
    return new SystemDnsDiscovery(Endpoint.of("users", 9090), counted, time, Runnable::run)
        .watch(
            new Discovery.Listener() {
              @Override
              public void found(List<Endpoint> endpoints) {
                told.add(endpoints + " as " + endpoints.get(0).serverName());
              }

              @Override
              public void failed(String why) {
                told.add(why);
              }
            });
  }

  @Test
  void all_addresses_of_the_host_are_endpoints_that_are_called_by_its_name() {
    watch();
    assertThat(told).containsExactly("[10.0.0.1:9090, [0:0:0:0:0:0:0:1]:9090] as users");
  }

  @Test
  void it_is_asked_again_each_thirty_seconds_until_it_is_closed() {
    Discovery.Watch watch = watch();
    resolver = host -> addresses("10.0.0.2");
    time.advance(Duration.ofSeconds(29));
    assertThat(asked).isEqualTo(1);
    time.advance(Duration.ofSeconds(1));
    assertThat(told).hasSize(2).last().isEqualTo("[10.0.0.2:9090] as users");
    watch.close();
    time.advance(Duration.ofMinutes(5));
    assertThat(asked).isEqualTo(2);
    assertThat(time.pending()).isZero();
  }

  @Test
  void what_is_not_known_is_a_failure_that_ends_the_watch() {
    resolver =
        host -> {
          throw new UnknownHostException(host);
        };
    watch();
    assertThat(told).containsExactly("the host users is not known");
    assertThat(time.pending()).isZero();
  }

  @Test
  void a_resolver_that_breaks_is_a_failure_too() {
    watch();
    resolver =
        host -> {
          throw new IllegalStateException("it has been taken away");
        };
    time.advance(Duration.ofSeconds(30));
    assertThat(told)
        .last()
        .isEqualTo(
            "the host users cannot be looked up:"
                + " java.lang.IllegalStateException: it has been taken away");
    assertThat(time.pending()).isZero();
  }
}
