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
  void a_class_is_not_an_interface() {
    assertThatThrownBy(() -> Farcall.connect("local:").client(String.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.lang.String is a class");
  }

  @ParameterizedTest
  @CsvSource({
    "static:///127.0.0.1:9090, 127.0.0.1:9090",
    "127.0.0.1:9090, 127.0.0.1:9090",
    "dns:///users:1, users:1",
    "[::1]:65535, [::1]:65535",
    "local:, local:",
    "local:shop, local:shop"
  })
  void targets_are_understood(String text, String target) {
    assertThat(Farcall.connect(text)).hasToString("Connection[" + target + "]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "users",
        "users:0",
        "users:65536",
        "users:http",
        ":9090",
        "::1:9090",
        "static://users:9090",
        "static:///a:1,b:2",
        "http://users:9090",
        "etcd:///users",
        "users:9090/path",
        "local:a/b"
      })
  void targets_that_are_not_understood_show_an_example(String text) {
    assertThatThrownBy(() -> Farcall.connect(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + text + "'")
        .hasMessageContaining("static:///127.0.0.1:9090");
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
