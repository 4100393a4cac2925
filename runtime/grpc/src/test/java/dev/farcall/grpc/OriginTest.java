package dev.farcall.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.call.Handler;
import dev.farcall.call.Origin;
import dev.farcall.security.Tls;
import dev.farcall.spi.Listener;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class OriginTest {

  private final AtomicReference<Origin> seen = new AtomicReference<>();
  private final Handler<String, String> handler =
      Handler.blocking(
          Echo.ECHO,
          (text, context) -> {
            seen.set(context.origin());
            return text;
          });

  private Origin call(Listener listener, TestClient caller) throws Exception {
    try (TestServer server = TestServer.at(listener, handler);
        caller) {
      assertThat(
              TestClient.send(caller.wire(server.port()), TestClient.request(Echo.ECHO, ""))
                  .failure())
          .isNull();
    }
    return seen.get();
  }

  @Test
  void aCallTellsItsProtocolAndAddress() throws Exception {
    Origin origin = call(TestListeners.ofEngine().plain(), TestClient.plain());
    assertThat(origin.protocol()).isEqualTo("grpc");
    assertThat(origin.address().getAddress().isLoopbackAddress()).isTrue();
    assertThat(origin.principal()).isNull();
  }

  @Test
  void aClientWithACertificateIsWhoThatNames(@TempDir Path folder) throws Exception {
    TestCertificates server = TestCertificates.selfSigned(folder, "server");
    TestCertificates client = TestCertificates.selfSigned(folder, "client");
    Tls trusting = Tls.trusting(server.certificate());
    Listener listener =
        TestListeners.ofEngine()
            .tls(Tls.identity(server.certificate(), server.key()).trust(client.certificate()));

    Origin known =
        call(listener, TestClient.over(trusting.identify(client.certificate(), client.key())));
    assertThat(known.principal().getName()).contains("client");
    assertThat(call(listener, TestClient.over(trusting)).principal()).isNull();
  }
}
