package dev.farcall.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.call.Handler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GzipTest {

  private static final Handler<String, String> ECHO =
      Handler.blocking(Echo.ECHO, (text, context) -> text);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1023, 1024, 200_000})
  void messagesOfAllSizesArriveWhenBothSidesCompress(int size) throws Exception {
    String text = "x".repeat(size);
    try (TestServer server = TestServer.gzip(ECHO);
        TestClient client = TestClient.gzip()) {
      assertThat(client.caller(server.port(), Echo.ECHO).call(text)).isEqualTo(text);
    }
  }

  @Test
  void serverThatDoesNotCompressReadsWhatClientsCompress() throws Exception {
    String text = "x".repeat(100_000);
    try (TestServer server = TestServer.of(ECHO);
        TestClient client = TestClient.gzip()) {
      assertThat(client.caller(server.port(), Echo.ECHO).call(text)).isEqualTo(text);
    }
  }

  @Test
  void largeMessagesAreSmallOnTheWire() throws Exception {
    String text = "x".repeat(500_000);
    try (TestServer server = TestServer.gzip(ECHO);
        TcpProxy proxy = new TcpProxy(server.port());
        TestClient client = TestClient.gzip()) {
      assertThat(client.caller(proxy.port(), Echo.ECHO).call(text)).isEqualTo(text);
      assertThat(proxy.bytes()).isLessThan(20_000);
    }
  }
}
