package dev.farcall.http;

import dev.farcall.security.Tls;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What the engine is told of a port. */
final class Engine {

  /** Of each stream; what a client may send before it is read. */
  private static final int STREAM_WINDOW = 256 << 10;

  /** Of a connection: none of its own, or a stream that nobody reads would hold back all others. */
  private static final int CONNECTION_WINDOW = Integer.MAX_VALUE;

  /** A client that opens and cancels calls at a higher rate loses its connection. */
  private static final int MAX_RESETS = 100_000;

  private static final int MAX_RESETS_SECONDS = 10;
  private static final int BACKLOG = 1024;

  private Engine() {}

  static HttpServerOptions options(HttpSettings settings) {
    HttpServerOptions options =
        new HttpServerOptions()
            .setPort(settings.port())
            .setHost(settings.host() == null ? "0.0.0.0" : settings.host())
            .setAcceptBacklog(BACKLOG)
            .setTcpNoDelay(true)
            .setReuseAddress(true)
            .setMaxInitialLineLength(settings.maxUrlBytes() + 64) // with method and version
            .setMaxHeaderSize(settings.maxHeaderBytes())
            .setMaxChunkSize(64 << 10)
            .setHttp2ClearTextEnabled(true)
            .setHttp2ConnectionWindowSize(CONNECTION_WINDOW)
            .setHttp2RstFloodMaxRstFramePerWindow(MAX_RESETS)
            .setHttp2RstFloodWindowDuration(MAX_RESETS_SECONDS)
            .setHttp2RstFloodWindowDurationTimeUnit(TimeUnit.SECONDS)
            .setInitialSettings(
                new Http2Settings()
                    .setInitialWindowSize(STREAM_WINDOW)
                    .setMaxConcurrentStreams(settings.maxConcurrentCalls())
                    .setMaxHeaderListSize(settings.maxHeaderBytes()));
    Tls tls = settings.tls();
    if (tls != null) {
      encrypt(options, tls);
    }
    return options;
  }

  private static void encrypt(HttpServerOptions options, Tls tls) {
    Path chain = tls.certificateChain();
    Path key = tls.privateKey();
    if (chain == null || key == null) {
      throw new IllegalArgumentException(
          tls + ": a server needs a certificate (expected: Tls.identity(chain, key))");
    }
    options
        .setSsl(true)
        .setUseAlpn(true)
        .setAlpnVersions(List.of(HttpVersion.HTTP_2, HttpVersion.HTTP_1_1))
        .setSslHandshakeTimeout(20)
        .setSslHandshakeTimeoutUnit(TimeUnit.SECONDS)
        .setKeyCertOptions(
            new PemKeyCertOptions().setCertPath(chain.toString()).setKeyPath(key.toString()));
    Path trust = tls.trustCertificates();
    if (trust != null) {
      options.setTrustOptions(new PemTrustOptions().addCertPath(trust.toString()));
    }
    options.setClientAuth(
        tls.clientCertificateRequired()
            ? ClientAuth.REQUIRED
            : trust == null ? ClientAuth.NONE : ClientAuth.REQUEST);
  }
}
