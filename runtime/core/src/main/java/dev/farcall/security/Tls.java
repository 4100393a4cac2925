package dev.farcall.security;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Whom a side trusts and who it is, from PEM files; immutable. The files are looked at when they
 * are named, so that a wrong path is told at the line that has it.
 *
 * <pre>{@code
 * Tls client = Tls.trusting(Path.of("ca.pem"));
 * Tls server = Tls.identity(Path.of("server.pem"), Path.of("server.key"));
 * Tls mutual = server.trust(Path.of("ca.pem")).requireClientCertificate();
 * }</pre>
 */
public final class Tls {

  private final @Nullable Path trustCertificates;
  private final @Nullable Path certificateChain;
  private final @Nullable Path privateKey;
  private final boolean clientCertificateRequired;

  private Tls(
      @Nullable Path trustCertificates,
      @Nullable Path certificateChain,
      @Nullable Path privateKey,
      boolean clientCertificateRequired) {
    this.trustCertificates = trustCertificates;
    this.certificateChain = certificateChain;
    this.privateKey = privateKey;
    this.clientCertificateRequired = clientCertificateRequired;
  }

  /** TLS that trusts what this JVM trusts and shows no certificate of its own; for clients. */
  public static Tls systemTrust() {
    return new Tls(null, null, null, false);
  }

  /**
   * TLS that trusts the certificates of a PEM file and no other.
   *
   * @throws IllegalArgumentException if the file is missing, unreadable or holds no certificate
   */
  public static Tls trusting(Path certificates) {
    return systemTrust().trust(certificates);
  }

  /**
   * TLS that shows a certificate.
   *
   * @param certificateChain PEM, the own certificate first
   * @param privateKey its key: PEM, PKCS #8, not encrypted
   * @throws IllegalArgumentException if a file is missing, unreadable or holds something else
   */
  public static Tls identity(Path certificateChain, Path privateKey) {
    return systemTrust().identify(certificateChain, privateKey);
  }

  /** The same, trusting the certificates of a PEM file and no other; see {@link #trusting}. */
  public Tls trust(Path certificates) {
    return new Tls(
        requirePem(certificates, "trust certificates", "CERTIFICATE"),
        certificateChain,
        privateKey,
        clientCertificateRequired);
  }

  /** The same, showing a certificate; see {@link #identity}. */
  public Tls identify(Path certificateChain, Path privateKey) {
    return new Tls(
        trustCertificates,
        requirePem(certificateChain, "certificate chain", "CERTIFICATE"),
        requirePem(privateKey, "private key", "PRIVATE KEY"),
        clientCertificateRequired);
  }

  /** The same, refusing clients without a certificate that is trusted; for servers. */
  public Tls requireClientCertificate() {
    return new Tls(trustCertificates, certificateChain, privateKey, true);
  }

  /** PEM file of the certificates that are trusted; null for those that the JVM trusts. */
  public @Nullable Path trustCertificates() {
    return trustCertificates;
  }

  /** PEM file of the certificate that is shown; null for none. */
  public @Nullable Path certificateChain() {
    return certificateChain;
  }

  /** PEM file of its key; null exactly if {@link #certificateChain()} is. */
  public @Nullable Path privateKey() {
    return privateKey;
  }

  /** Whether clients must show a certificate. */
  public boolean clientCertificateRequired() {
    return clientCertificateRequired;
  }

  private static Path requirePem(Path file, String role, String label) {
    requireNonNull(file, role);
    String found = problem(file, label);
    if (found != null) {
      throw new IllegalArgumentException(
          role
              + ": "
              + file.toAbsolutePath()
              + " "
              + found
              + " (expected: a readable PEM file with '-----BEGIN "
              + label
              + "-----')");
    }
    return file;
  }

  private static @Nullable String problem(Path file, String label) {
    if (!Files.exists(file)) {
      return "does not exist";
    }
    if (!Files.isRegularFile(file)) {
      return "is not a file";
    }
    String text;
    try {
      text = Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "cannot be read: " + e.getMessage();
    }
    if (text.contains("-----BEGIN " + label + "-----")) {
      return null;
    }
    if (label.equals("PRIVATE KEY") && text.contains("PRIVATE KEY-----")) {
      return "holds a key in another form; convert it: openssl pkcs8 -topk8 -nocrypt -in <file>";
    }
    return "holds no " + label;
  }

  /** The files, never their content. */
  @Override
  public String toString() {
    return "Tls[trust "
        + (trustCertificates == null ? "of the JVM" : trustCertificates)
        + (certificateChain == null ? "" : ", identity " + certificateChain)
        + (clientCertificateRequired ? ", client certificate required" : "")
        + "]";
  }
}
