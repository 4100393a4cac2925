package dev.farcall.http;

import static java.util.Objects.requireNonNull;

import dev.farcall.spi.Transport;
import dev.farcall.spi.TransportOptions;
import dev.farcall.spi.TransportProvider;
import java.time.Duration;

/**
 * A client's way over HTTP, with its options; immutable.
 *
 * <pre>{@code
 * Farcall.connect("users:8080").wire(HttpWire.connect().json()).client(UserService.class);
 * Farcall.connect("api.example.com:443").tls(Tls.systemTrust()).wire(HttpWire.rest()).client(…);
 * }</pre>
 *
 * <p>Over TLS the version of HTTP is agreed on by ALPN. In plain text {@link #connect()} begins
 * with HTTP/2, which each Farcall server speaks, and {@link #rest()} with HTTP/1.1, which everybody
 * does.
 *
 * <p>Connect carries streams there, back and, over HTTP/2, both ways; REST carries streams of
 * answers. One stream of a request should have HTTP/2 too: over HTTP/1.1 a server that does not
 * read sees late that it was given up.
 *
 * <p>Redirects are not followed. Compressed answers are taken.
 */
public final class HttpWire implements TransportProvider {

  private final ClientSettings settings;

  private HttpWire(ClientSettings settings) {
    this.settings = settings;
  }

  /** Calls by the Connect protocol, messages in protobuf's binary form. */
  public static HttpWire connect() {
    return new HttpWire(ClientSettings.ofConnect());
  }

  /** Calls the routes that methods declare by {@code @Get}, {@code @Post} and so on. */
  public static HttpWire rest() {
    return new HttpWire(ClientSettings.ofRest());
  }

  /** Connect: messages in JSON. REST has no other form. */
  public HttpWire json() {
    return new HttpWire(settings.withJson());
  }

  /**
   * Connect: methods marked {@code @Safe} are called by GET, which caches on the way may answer.
   * What would not fit in a URL of 8 KiB is sent by POST. REST does as the routes say.
   */
  public HttpWire get() {
    return new HttpWire(settings.withGet());
  }

  /** Speaks HTTP/1.1 only. */
  public HttpWire http1() {
    return new HttpWire(settings.withHttp2(false));
  }

  /** Speaks HTTP/2, in plain text without asking first; over TLS as far as the peer agrees. */
  public HttpWire http2() {
    return new HttpWire(settings.withHttp2(true));
  }

  /**
   * How long a connection may take to be made; 5 s unless told.
   *
   * @param timeout at least 1 ms
   */
  public HttpWire connectTimeout(Duration timeout) {
    if (requireNonNull(timeout, "timeout").toMillis() < 1) {
      throw new IllegalArgumentException("connect timeout: " + timeout + " (expected: >= 1 ms)");
    }
    return new HttpWire(settings.withConnectTimeout(timeout));
  }

  /**
   * How many connections of HTTP/1.1 there may be to one endpoint, each for one call at a time; 64
   * unless told. Calls wait for one; HTTP/2 needs but one for all.
   *
   * @param connections at least 1
   */
  public HttpWire maxConnections(int connections) {
    if (connections < 1) {
      throw new IllegalArgumentException("connections: " + connections + " (expected: >= 1)");
    }
    return new HttpWire(settings.withMaxConnections(connections));
  }

  @Override
  public String wire() {
    return settings.wire();
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the PEM files are not what {@code Tls} was told they are
   */
  @Override
  public Transport open(TransportOptions options) {
    return new HttpTransport(settings, options);
  }

  @Override
  public String toString() {
    return settings.toString();
  }
}
