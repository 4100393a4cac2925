package dev.farcall.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farcall.call.Handler;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a port of grpc-java says of itself. */
@Timeout(60)
final class GrpcTest {

  private final Handler<String, String> echo = Handler.blocking(Echo.ECHO, (text, context) -> text);

  @Test
  void describesItselfByProtocolAndAddress() throws Exception {
    try (TestServer server = TestServer.on(Grpc.port(0), echo)) {
      assertThat(server.running().describe()).isEqualTo("grpc 127.0.0.1:" + server.port());
    }
    assertThat(Grpc.port(9090)).hasToString("grpc *:9090");
  }

  @Test
  void settingsOutOfRangeAreRefusedByName() {
    assertThatThrownBy(() -> Grpc.port(70_000)).hasMessageContaining("port: 70000");
    assertThatThrownBy(() -> Grpc.port(1).maxConcurrentCalls(0)).hasMessageContaining("calls: 0");
    assertThatThrownBy(() -> Grpc.port(1).keepAlive(Duration.ZERO, Duration.ofSeconds(1)))
        .hasMessageContaining("after: PT0S");
    assertThatThrownBy(
            () -> Grpc.port(1).maxConnectionAge(Duration.ofSeconds(2), Duration.ofSeconds(-1)))
        .hasMessageContaining("grace: PT-1S");
  }
}
