package dev.farcall.http;

import dev.farcall.security.Tls;
import io.vertx.core.Vertx;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sets Vert.x's client up. */
final class ClientEngine {

  private static final int IDLE_SECONDS = 300;

  /** Foreign servers may send more than the 8 KiB that Vert.x takes by default. */
  private static final int MAX_HEADER_BYTES = 32 << 10;

  /** Of each stream; what a peer may send before somebody has asked for it. */
  private static final int STREAM_WINDOW = 1 << 20;

  /** Of a connection: none of its own, or a stream that nobody reads would hold back all others. */
  private static final int CONNECTION_WINDOW = Integer.MAX_VALUE;

  /** Calls that wait for a connection of one endpoint; more are refused. */
  private static final int MAX_WAITING = 10_000;

  private ClientEngine() {}

  static HttpClientAgent open(
      Vertx loops, ClientSettings settings, @Nullable Tls tls, LiveCalls live) {
    PoolOptions pool =
        new PoolOptions()
            .setHttp1MaxSize(settings.maxConnections())
            .setHttp2MaxSize(1)
            .setMaxWaitQueueSize(MAX_WAITING);
    return loops
        .httpClientBuilder()
        .with(options(settings, tls))
        .with(pool)
        .withConnectHandler(live::connected)
        .build();
  }

  private static HttpClientOptions options(ClientSettings settings, @Nullable Tls tls) {
    int connectMillis = Math.toIntExact(settings.connectTimeout().toMillis());
    HttpClientOptions options =
        new HttpClientOptions()
            .setConnectTimeout(connectMillis)
            .setKeepAliveTimeout(IDLE_SECONDS)
            .setHttp2KeepAliveTimeout(IDLE_SECONDS)
            .setHttp2ClearTextUpgrade(false)
            .setHttp2ConnectionWindowSize(CONNECTION_WINDOW)
            .setMaxHeaderSize(MAX_HEADER_BYTES)
            .setInitialSettings(
                new Http2Settings()
                    .setInitialWindowSize(STREAM_WINDOW)
                    .setMaxHeaderListSize(MAX_HEADER_BYTES)
                    .setPushEnabled(false))
            .setProtocolVersion(version(settings.protocols(), tls != null));
    if (tls != null) {
      options.setSsl(true).setSslHandshakeTimeout(Math.max(1, connectMillis / 1000));
      if (settings.protocols() != ClientSettings.Protocols.HTTP_1_1) {
        options.setUseAlpn(true).setAlpnVersions(List.of(HttpVersion.HTTP_2, HttpVersion.HTTP_1_1));
      }
      trust(tls, options);
    }
    return options;
  }

  private static HttpVersion version(ClientSettings.Protocols protocols, boolean encrypted) {
    return switch (protocols) {
      case HTTP_1_1 -> HttpVersion.HTTP_1_1;
      case HTTP_2 -> HttpVersion.HTTP_2;
      case NEGOTIATED -> encrypted ? HttpVersion.HTTP_2 : HttpVersion.HTTP_1_1;
    };
  }

  private static void trust(Tls tls, HttpClientOptions options) {
    Path trust = tls.trustCertificates();
    if (trust != null) {
      options.setTrustOptions(new PemTrustOptions().addCertPath(trust.toString()));
    }
    Path chain = tls.certificateChain();
    Path key = tls.privateKey();
    if (chain != null && key != null) {
      options.setKeyCertOptions(
          new PemKeyCertOptions().setCertPath(chain.toString()).setKeyPath(key.toString()));
    }
  }
}
