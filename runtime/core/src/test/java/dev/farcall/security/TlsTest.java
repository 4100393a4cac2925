package dev.farcall.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {

  @TempDir Path directory;
  private Path certificate;
  private Path key;

  @BeforeEach
  void write() throws IOException {
    certificate = file("ca.pem", "-----BEGIN CERTIFICATE-----");
    key = file("server.key", "-----BEGIN PRIVATE KEY-----");
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(directory.resolve(name), content);
  }

  @Test
  void parts_add_up_and_do_not_change_what_they_are_added_to() {
    Tls identity = Tls.identity(certificate, key);
    Tls mutual = identity.trust(certificate).requireClientCertificate();
    assertThat(mutual.certificateChain()).isEqualTo(certificate);
    assertThat(mutual.privateKey()).isEqualTo(key);
    assertThat(mutual.trustCertificates()).isEqualTo(certificate);
    assertThat(mutual.clientCertificateRequired()).isTrue();
    assertThat(identity.trustCertificates()).isNull();
    assertThat(identity.clientCertificateRequired()).isFalse();
  }

  @Test
  void a_missing_file_is_told_with_its_path() {
    Path missing = directory.resolve("missing.pem");
    assertThatThrownBy(() -> Tls.trusting(missing))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("trust certificates")
        .hasMessageContaining(missing.toString())
        .hasMessageContaining("does not exist");
  }

  @Test
  void a_directory_is_not_a_file() {
    assertThatThrownBy(() -> Tls.trusting(directory)).hasMessageContaining("is not a file");
  }

  @Test
  void a_key_is_not_a_certificate_and_the_reverse() {
    assertThatThrownBy(() -> Tls.trusting(key)).hasMessageContaining("holds no CERTIFICATE");
    assertThatThrownBy(() -> Tls.identity(certificate, certificate))
        .hasMessageContaining("private key")
        .hasMessageContaining("holds no PRIVATE KEY");
  }

  @Test
  void a_key_in_an_older_form_is_told_with_the_cure() throws IOException {
    Path old = file("old.key", "-----BEGIN RSA PRIVATE KEY-----");
    assertThatThrownBy(() -> Tls.identity(certificate, old))
        .hasMessageContaining("openssl pkcs8 -topk8");
  }

  @Test
  void it_says_what_it_is_without_the_content() {
    assertThat(Tls.systemTrust()).hasToString("Tls[trust of the JVM]");
    assertThat(Tls.identity(certificate, key).toString())
        .contains(certificate.toString())
        .doesNotContain("BEGIN");
  }
}
