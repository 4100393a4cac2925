package dev.farcall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farcall.fixture.Texts;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FarcallTest {

  /** A service as a user writes it. */
  public interface Greeter {
    String greet(String name);
  }

  /** A service that the processor has not seen. */
  public interface Forgotten {}

  /** One that takes what nobody on the class path knows. */
  public interface Unadapted {}

  private static Server greeterAt(String name) {
    return Farcall.server().local(name).serve(Greeter.class, who -> "hello " + who).start();
  }

  @Test
  void a_service_is_called_where_it_is_served() {
    try (Server server = greeterAt("door");
        Connection connection = Farcall.connect("local:door")) {
      assertThat(server).hasToString("Server[local:door]");
      assertThat(connection.client(Greeter.class).greet("you")).isEqualTo("hello you");
    }
  }

  @Test
  void a_target_may_be_configuration() {
    System.setProperty("farcall.client.Greeter.target", "local:configured");
    try (Server server = greeterAt("configured")) {
      assertThat(server.health().isReady()).isTrue();
      assertThat(Farcall.client(Greeter.class).greet("you")).isEqualTo("hello you");
    } finally {
      System.clearProperty("farcall.client.Greeter.target");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "farcall.server.rate-limit.permit | 5 | did you mean farcall.server.rate-limit.permits?",
        "farcall.server.rate-limit.permits | 0 | rate-limit.permits = 0",
        "farcall.server.concurrency-limit.max | many | (expected: a whole number)"
      })
  void limits_of_a_server_that_cannot_be_kept_fail_its_start(
      String key, String value, String message) {
    System.setProperty(key, value);
    try {
      assertThatThrownBy(() -> greeterAt("limited"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(message);
    } finally {
      System.clearProperty(key);
    }
  }

  @Test
  void a_target_that_is_not_configured_names_the_key() {
    assertThatThrownBy(() -> Farcall.client(Greeter.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("farcall.client.test.Texts.target")
        .hasMessageContaining("-Dfarcall.client.Greeter.target=static:///127.0.0.1:9090");
  }

  @Test
  void a_client_that_was_not_generated_is_an_error_with_the_cure() {
    assertThatThrownBy(() -> Farcall.connect("local:").client(Forgotten.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("dev.farcall.FarcallTest_ForgottenClient")
        .hasMessageContaining("<annotationProcessorPaths>")
        .hasMessageContaining("<proc>full</proc>")
        .hasMessageContaining("annotationProcessor(\"dev.farcall:farcall-processor:")
        .hasMessageContaining("JDK 23");
  }

  @Test
  void a_type_that_nobody_adapts_is_told_each_time_that_a_client_is_made() {
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> Farcall.connect("local:").client(Unadapted.class))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("reactor.core.publisher.Flux")
          .hasMessageContaining("dev.farcall:farcall-reactor");
    }
  }

  @Test
  void a_class_is_not_an_interface() {
    assertThatThrownBy(() -> Farcall.connect("local:").client(String.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.lang.String is a class");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "static:///127.0.0.1:9090",
        "static:///127.0.0.1:9090,[::1]:9091",
        "127.0.0.1:9090",
        "a:1,b:2",
        "dns:///users:1",
        "[::1]:65535",
        "memory:///users",
        "memory://other/team/users",
        "fallback:memory:///users | dns:///users:9090",
        "composite:static:///a:1|static:///b:2|memory:///users",
        "local:",
        "local:shop"
      })
  void targets_are_understood(String text) {
    assertThat(Farcall.connect(text)).hasToString("Connection[" + text + "]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''| static:///127.0.0.1:9090",
        "users| there is no port from 1 to 65535 after the host",
        "users:0| there is no port from 1 to 65535 after the host",
        "users:65536| there is no port from 1 to 65535 after the host",
        "users:http| there is no port from 1 to 65535 after the host",
        ":9090| there is no host in ':9090'",
        "::1:9090| an IPv6 address stands in brackets: [::1]:9090",
        "a:1,a:1| a:1 stands there twice",
        "a:1,| there is no host in",
        "static://users:9090| there is no third slash (expected: scheme://authority/path",
        "dns://8.8.8.8/users:9090| need dev.farcall:farcall-discovery-dns",
        "dns:///_grpc._tcp.users| need dev.farcall:farcall-discovery-dns",
        "dns:///users| there is no port from 1 to 65535 after the host",
        "http://users:9090/| the scheme 'http' is not known (expected one of: composite, dns,",
        "etcd://h:2379/users| Add the dependency dev.farcall:farcall-discovery-etcd",
        "memory:///| there is no service after the third slash",
        "fallback:static:///a:1;b| there is no port from 1 to 65535 after the host",
        "users:9090/path| there is no port from 1 to 65535 after the host",
        "local:a/b| the name of a local server is a word, or nothing"
      })
  void targets_that_are_not_understood_tell_what_was_expected(String text, String told) {
    String part = text.substring(text.indexOf(":static") + 1);
    assertThatThrownBy(() -> Farcall.connect(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + part + "'")
        .hasMessageContaining(told);
  }

  @Test
  void a_transport_that_is_not_there_names_its_coordinate() {
    assertThatThrownBy(() -> Farcall.connect("users:9090").client(Greeter.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("dev.farcall:farcall-grpc");
    assertThatThrownBy(() -> Farcall.server().grpc(0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("dev.farcall:farcall-grpc");
  }

  @Test
  void a_server_that_listens_nowhere_or_serves_nothing_is_refused() {
    assertThatThrownBy(() -> Farcall.server().serve(Texts.dispatcher()).start())
        .hasMessageContaining("listens nowhere");
    assertThatThrownBy(() -> Farcall.server().local().start())
        .hasMessageContaining("serves nothing");
  }

  @Test
  void a_service_is_served_once() {
    assertThatThrownBy(() -> Farcall.server().serve(Texts.dispatcher()).serve(Texts.dispatcher()))
        .hasMessageContaining("test.Texts is served already");
  }

  @Test
  void a_closed_connection_makes_no_clients() {
    Connection connection = Farcall.connect("local:");
    connection.close();
    assertThatThrownBy(() -> connection.client(Greeter.class)).hasMessageContaining("is closed");
  }

  @Test
  void who_waits_for_a_server_is_let_go_when_it_is_closed() throws Exception {
    Server server = greeterAt("waiting");
    Thread waiting =
        new Thread(
            () -> {
              try {
                server.awaitTermination();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    waiting.start();
    server.stop(Duration.ofSeconds(1));
    server.close();
    waiting.join(10_000);
    assertThat(waiting.isAlive()).isFalse();
    assertThat(server.health().isReady()).isFalse();
  }

  @Test
  void a_server_without_a_port_says_where_it_listens() {
    try (Server server = greeterAt("portless")) {
      assertThatThrownBy(server::port).hasMessageContaining("local:portless");
    }
  }
}
