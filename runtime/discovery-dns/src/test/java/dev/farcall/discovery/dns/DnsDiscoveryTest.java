package dev.farcall.discovery.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farcall.Farcall;
import dev.farcall.call.Endpoint;
import dev.farcall.spi.Discovery;
import dev.farcall.spi.TargetUri;
import dev.farcall.time.Time;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.directory.server.dns.messages.RecordType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class DnsDiscoveryTest {

  private DnsServer server;
  private final BlockingQueue<List<Endpoint>> told = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> failures = new LinkedBlockingQueue<>();

  @BeforeEach
  void open() throws IOException {
    server = new DnsServer();
  }

  @AfterEach
  void close() {
    server.close();
  }

  private Discovery.Watch watch(String name) {
    return watch(server.address(), name);
  }

  private Discovery.Watch watch(String address, String name) {
    TargetUri target = TargetUri.parse("dns://" + address + "/" + name);
    return new DnsDiscoveryProvider()
        .open(target, Time.system(), Executors.newCachedThreadPool())
        .watch(
            new Discovery.Listener() {
              @Override
              public void found(List<Endpoint> endpoints) {
                told.add(endpoints);
              }

              @Override
              public void failed(String why) {
                failures.add(why);
              }
            });
  }

  private List<Endpoint> next() throws InterruptedException {
    List<Endpoint> next = told.poll(20, TimeUnit.SECONDS);
    assertThat(next).as("told within 20 s; failed: " + failures).isNotNull();
    return next;
  }

  @Test
  void all_addresses_of_a_host_are_endpoints_that_are_called_by_its_name() throws Exception {
    server.address("users.test", RecordType.A, "127.0.0.2", 60);
    server.address("users.test", RecordType.A, "127.0.0.3", 60);
    try (Discovery.Watch watch = watch("users.test:9090")) {
      assertThat(next())
          .containsExactlyInAnyOrder(
              Endpoint.of("127.0.0.2", 9090).withServerName("users.test"),
              Endpoint.of("127.0.0.3", 9090).withServerName("users.test"));
      assertThat(watch).isNotNull();
    }
  }

  @Test
  void it_is_asked_again_when_the_time_to_live_is_over() throws Exception {
    server.address("users.test", RecordType.A, "127.0.0.2", 1);
    try (Discovery.Watch watch = watch("users.test:9090")) {
      assertThat(next()).hasSize(1);
      server.address("users.test", RecordType.A, "127.0.0.3", 3600);
      List<Endpoint> both = next();
      while (both.size() == 1) {
        both = next();
      }
      assertThat(both).hasSize(2);
      assertThat(watch).isNotNull();
    }
    int asked = server.questions.get();
    assertThat(told.poll(1500, TimeUnit.MILLISECONDS)).isNull();
    assertThat(server.questions.get()).isEqualTo(asked);
  }

  @Test
  void services_are_the_addresses_of_the_first_priority_by_weight() throws Exception {
    server.service("_grpc._tcp.users.test", 1, 3, 9090, "a.test", 60);
    server.service("_grpc._tcp.users.test", 1, 0, 9091, "b.test", 60);
    server.service("_grpc._tcp.users.test", 2, 9, 9092, "c.test", 60);
    server.address("a.test", RecordType.A, "127.0.0.2", 60);
    server.address("b.test", RecordType.A, "127.0.0.3", 60);
    server.address("c.test", RecordType.A, "127.0.0.4", 60);
    try (Discovery.Watch watch = watch("_grpc._tcp.users.test")) {
      assertThat(next())
          .containsExactlyInAnyOrder(
              Endpoint.of("127.0.0.2", 9090).withServerName("a.test").withWeight(3),
              Endpoint.of("127.0.0.3", 9091).withServerName("b.test"));
      assertThat(watch).isNotNull();
    }
  }

  @Test
  void addresses_of_both_kinds_are_endpoints() throws Exception {
    server.address("users.test", RecordType.A, "127.0.0.2", 60);
    server.address("users.test", RecordType.AAAA, "2001:db8::7", 60);
    server.address("six.test", RecordType.AAAA, "::1", 60);
    try (Discovery.Watch watch = watch("users.test:9090")) {
      assertThat(next())
          .containsExactlyInAnyOrder(
              Endpoint.of("127.0.0.2", 9090).withServerName("users.test"),
              Endpoint.of("2001:db8:0:0:0:0:0:7", 9090).withServerName("users.test"));
      assertThat(watch).isNotNull();
    }
    try (Discovery.Watch watch = watch("six.test:9090")) {
      assertThat(next())
          .containsExactly(Endpoint.of("0:0:0:0:0:0:0:1", 9090).withServerName("six.test"));
      assertThat(watch).isNotNull();
    }
  }

  @Test
  void a_target_that_is_gone_does_not_take_the_others_with_it() throws Exception {
    server.service("_grpc._tcp.users.test", 1, 1, 9090, "a.test", 60);
    server.service("_grpc._tcp.users.test", 1, 1, 9090, "gone.test", 60);
    server.address("a.test", RecordType.A, "127.0.0.2", 60);
    try (Discovery.Watch watch = watch("_grpc._tcp.users.test")) {
      assertThat(next()).containsExactly(Endpoint.of("127.0.0.2", 9090).withServerName("a.test"));
      assertThat(watch).isNotNull();
    }
    assertThat(failures).isEmpty();
  }

  @Test
  void the_addresses_of_a_target_share_its_weight() throws Exception {
    server.service("_grpc._tcp.users.test", 1, 3, 9090, "a.test", 60);
    server.service("_grpc._tcp.users.test", 1, 3, 9090, "b.test", 60);
    server.address("a.test", RecordType.A, "127.0.0.2", 60);
    server.address("b.test", RecordType.A, "127.0.0.3", 60);
    server.address("b.test", RecordType.AAAA, "::1", 60);
    try (Discovery.Watch watch = watch("_grpc._tcp.users.test")) {
      assertThat(next().stream().map(each -> each.host() + " " + each.weight()))
          .containsExactlyInAnyOrder("127.0.0.2 3.0", "127.0.0.3 1.5", "0:0:0:0:0:0:0:1 1.5");
      assertThat(watch).isNotNull();
    }
  }

  @Test
  void a_name_that_is_not_there_is_a_failure() throws Exception {
    try (Discovery.Watch watch = watch("nobody.test:9090")) {
      assertThat(failures.poll(20, TimeUnit.SECONDS)).contains("nobody.test");
      assertThat(watch).isNotNull();
    }
    assertThat(told).isEmpty();
  }

  @Test
  void a_server_that_does_not_answer_is_a_failure() throws Exception {
    String address = server.address();
    server.close();
    try (Discovery.Watch watch = watch(address, "users.test:9090")) {
      assertThat(failures.poll(30, TimeUnit.SECONDS)).isNotEmpty();
      assertThat(watch).isNotNull();
    }
  }

  @Test
  void it_takes_the_place_of_the_systems_resolver() {
    assertThat(Farcall.connect("dns://" + server.address() + "/users.test:9090")).isNotNull();
    assertThat(Farcall.connect("dns:///_grpc._tcp.users.test")).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dns:///users",
        "dns:///users:0",
        "dns:///:1",
        "dns://h:x/users:1",
        "dns:///a..b:1"
      })
  void names_that_are_none_are_told(String target) {
    assertThatThrownBy(() -> Farcall.connect(target))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("target '" + target + "': ")
        .hasMessageContaining("expected: as in dns:///users:9090");
  }
}
