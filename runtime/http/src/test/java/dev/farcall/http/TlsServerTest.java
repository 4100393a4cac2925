package dev.farcall.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farcall.security.Tls;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsServerTest {

  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir private static Path folder;

  @Test
  void tls_speaks_http2_by_alpn_and_knows_the_client_by_its_certificate() throws Exception {
    TestCertificates server = TestCertificates.selfSigned(folder, "server");
    TestCertificates client = TestCertificates.selfSigned(folder, "client");
    Tls tls =
        Tls.identity(server.certificate(), server.key())
            .trust(client.certificate())
            .requireClientCertificate();
    try (TestPort port = TestPort.open(http -> http.tls(tls))) {
      for (Version version : Version.values()) {
        HttpResponse<String> answer = get(port, version, context(server, "client"));
        assertThat(answer.version()).isEqualTo(version);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(port.notes.origin.principal().getName()).isEqualTo("CN=client");
      }
      SSLContext stranger = context(server, null);
      assertThatThrownBy(() -> get(port, Version.HTTP_1_1, stranger))
          .isInstanceOf(IOException.class);
    }
  }

  private static HttpResponse<String> get(TestPort port, Version version, SSLContext context)
      throws IOException, InterruptedException {
    HttpClient client = HttpClient.newBuilder().sslContext(context).version(version).build();
    URI uri = URI.create("https://127.0.0.1:" + port.port() + "/notes/a");
    return client.send(
        HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)).build(),
        BodyHandlers.ofString());
  }

  /** Trusts the server; shows the certificate of a name, or none. */
  private static SSLContext context(TestCertificates trusted, String name) throws Exception {
    KeyStore trust = KeyStore.getInstance("PKCS12");
    trust.load(null, null);
    try (InputStream in = Files.newInputStream(trusted.certificate())) {
      trust.setCertificateEntry(
          "server", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    TrustManagerFactory trusting =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusting.init(trust);
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    KeyStore own = KeyStore.getInstance("PKCS12");
    own.load(null, null);
    if (name != null) {
      try (InputStream in = Files.newInputStream(folder.resolve(name + ".p12"))) {
        own.load(in, PASSWORD);
      }
    }
    keys.init(own, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trusting.getTrustManagers(), null);
    return context;
  }
}
