package dev.farcall.grpc;

import dev.farcall.security.Tls;
import io.grpc.netty.GrpcSslContexts;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.nio.file.Path;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * TLS of Netty from PEM files, offering HTTP/2 by ALPN. The JDK's engine, or BoringSSL where {@code
 * netty-tcnative} is on the class path.
 */
final class TlsContexts {

  private TlsContexts() {}

  static SslContext forClient(Tls tls) {
    SslContextBuilder builder = SslContextBuilder.forClient();
    Path chain = tls.certificateChain();
    Path key = tls.privateKey();
    if (chain != null && key != null) {
      builder.keyManager(chain.toFile(), key.toFile());
    }
    return build(tls, builder);
  }

  static SslContext forServer(Tls tls) {
    Path chain = tls.certificateChain();
    Path key = tls.privateKey();
    if (chain == null || key == null) {
      throw new IllegalArgumentException(
          tls + ": a server needs a certificate (expected: Tls.identity(chain, key))");
    }
    SslContextBuilder builder = SslContextBuilder.forServer(chain.toFile(), key.toFile());
    builder.clientAuth(clientAuth(tls));
    return build(tls, builder);
  }

  private static ClientAuth clientAuth(Tls tls) {
    if (tls.clientCertificateRequired()) {
      return ClientAuth.REQUIRE;
    }
    return tls.trustCertificates() == null ? ClientAuth.NONE : ClientAuth.OPTIONAL;
  }

  private static SslContext build(Tls tls, SslContextBuilder builder) {
    @Nullable Path trust = tls.trustCertificates();
    if (trust != null) {
      builder.trustManager(trust.toFile());
    }
    try {
      return GrpcSslContexts.configure(builder).build();
    } catch (SSLException e) {
      throw new IllegalArgumentException(tls + ": " + e.getMessage(), e);
    }
  }
}
