package dev.farcall.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farcall.annotation.Code;
import dev.farcall.call.Failure;
import dev.farcall.call.Handler;
import dev.farcall.call.Response;
import dev.farcall.security.Tls;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class TlsTest {

  @TempDir private static Path folder;

  private static TestCertificates server;
  private static TestCertificates client;
  private static TestCertificates stranger;

  private final Handler<String, String> echo = Handler.blocking(Echo.ECHO, (text, context) -> text);

  @BeforeAll
  static void makeCertificates() throws Exception {
    server = TestCertificates.selfSigned(folder, "server");
    client = TestCertificates.selfSigned(folder, "client");
    stranger = TestCertificates.selfSigned(folder, "stranger");
  }

  private Response call(Tls serverSide, Tls clientSide) throws Exception {
    try (TestServer running = TestServer.at(TestListeners.ofEngine().tls(serverSide), echo);
        TestClient caller = TestClient.over(clientSide)) {
      return TestClient.send(caller.wire(running.port()), TestClient.request(Echo.ECHO, "secret"));
    }
  }

  private static void assertRefused(Response response) {
    Failure failure = response.failure();
    assertThat(failure).isNotNull();
    assertThat(failure.code()).isEqualTo(Code.UNAVAILABLE);
    assertThat(failure.message()).contains("127.0.0.1:");
  }

  @Test
  void clientThatTrustsTheServerIsAnswered() throws Exception {
    Response response =
        call(Tls.identity(server.certificate(), server.key()), Tls.trusting(server.certificate()));
    assertThat(response.payload().value(Echo.ECHO.response())).isEqualTo("secret");
  }

  @Test
  void clientThatDoesNotTrustTheServerSendsNothing() throws Exception {
    assertRefused(
        call(
            Tls.identity(server.certificate(), server.key()),
            Tls.trusting(stranger.certificate())));
  }

  @Test
  void clientWithACertificateThatIsTrustedIsAnswered() throws Exception {
    Response response =
        call(
            Tls.identity(server.certificate(), server.key())
                .trust(client.certificate())
                .requireClientCertificate(),
            Tls.trusting(server.certificate()).identify(client.certificate(), client.key()));
    assertThat(response.payload().value(Echo.ECHO.response())).isEqualTo("secret");
  }

  @Test
  void clientWithoutACertificateIsRefusedWhereOneIsRequired() throws Exception {
    assertRefused(
        call(
            Tls.identity(server.certificate(), server.key())
                .trust(client.certificate())
                .requireClientCertificate(),
            Tls.trusting(server.certificate())));
  }

  @Test
  void clientWithTheCertificateOfAStrangerIsRefused() throws Exception {
    assertRefused(
        call(
            Tls.identity(server.certificate(), server.key())
                .trust(client.certificate())
                .requireClientCertificate(),
            Tls.trusting(server.certificate()).identify(stranger.certificate(), stranger.key())));
  }

  @Test
  void plainClientOfAnEncryptedPortGetsAClearFailure() throws Exception {
    try (TestServer running =
            TestServer.at(
                TestListeners.ofEngine().tls(Tls.identity(server.certificate(), server.key())),
                echo);
        TestClient caller = TestClient.plain()) {
      assertRefused(
          TestClient.send(caller.wire(running.port()), TestClient.request(Echo.ECHO, "")));
    }
  }

  @Test
  void serverWithoutACertificateDoesNotStart() {
    assertThatThrownBy(() -> TestServer.at(TestListeners.ofEngine().tls(Tls.systemTrust()), echo))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Tls.identity");
  }
}
