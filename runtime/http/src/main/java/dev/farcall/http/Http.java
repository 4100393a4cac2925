package dev.farcall.http;

import static java.util.Objects.requireNonNull;

import dev.farcall.security.Tls;
import dev.farcall.spi.Listener;
import dev.farcall.spi.ServedServices;
import java.io.IOException;
import java.time.Duration;

/**
 * A port on which services are offered over HTTP/1.1 and HTTP/2: as REST where their methods have
 * routes, by Connect, and by gRPC and gRPC-Web; immutable.
 *
 * <pre>{@code
 * Farcall.server().listen(Http.port(8080).cors(Cors.origins("https://shop.example")).gzip())
 * }</pre>
 *
 * <p>Without more said: plain text with HTTP/2 by prior knowledge and by upgrade, on all
 * interfaces, for no foreign origin, answers not compressed, no documents; and limits that a peer
 * in good faith does not meet, each told at its method. {@code /health/live}, {@code /health/ready}
 * and {@code /health/started} are always answered, with 200 or 503. The limit of a body is the
 * server's {@code maxMessageBytes}.
 */
public final class Http implements Listener {

  private final HttpSettings settings;

  private Http(HttpSettings settings) {
    this.settings = settings;
  }

  /**
   * Listens on a port.
   *
   * @param port 1 to 65535, or 0 to let the system choose
   */
  public static Http port(int port) {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port: " + port + " (expected: 0 to 65535)");
    }
    return new Http(HttpSettings.ofPort(port));
  }

  /** Listens on one address only, as in {@code 127.0.0.1}; a name is resolved when it starts. */
  public Http host(String host) {
    return new Http(settings.withHost(requireNonNull(host, "host")));
  }

  /** Encrypts; with a certificate of the clients too if {@code tls} asks for it. */
  public Http tls(Tls tls) {
    return new Http(settings.withTls(requireNonNull(tls, "tls")));
  }

  /** Lets pages of other origins call. */
  public Http cors(Cors cors) {
    return new Http(settings.withCors(requireNonNull(cors, "cors")));
  }

  /** Compresses answers of 1 KiB and more for clients that accept it. */
  public Http gzip() {
    return new Http(settings.withGzip());
  }

  /** Whether {@code /openapi.json} and the page {@code /docs} are served; not unless told. */
  public Http docs(boolean on) {
    return new Http(settings.withDocs(on));
  }

  /**
   * Bounds the headers of a request, and the trailers; what is over it is 431. 16 KiB and 100
   * unless told.
   *
   * @param bytes of all names and values, at least 1024
   * @param count at least 1
   */
  public Http maxHeaders(int bytes, int count) {
    return new Http(
        settings.withHeaders(atLeast(1024, bytes, "bytes"), atLeast(1, count, "count")));
  }

  /**
   * Bounds the URL of a request; a longer one is 414. 8 KiB unless told.
   *
   * @param bytes at least 256
   */
  public Http maxUrlBytes(int bytes) {
    return new Http(settings.withUrl(atLeast(256, bytes, "bytes")));
  }

  /**
   * Bounds how slow a client may be. One that has begun a request and not sent its headers within
   * {@code headers} loses its connection; one that has not sent the body of a call with a single
   * message within {@code body} gets 408, or DEADLINE_EXCEEDED over gRPC; the same holds for a
   * message of a stream that has begun, while between two messages a stream may be silent. Either
   * is noticed after at most twice the time. 10 s and 60 s unless told.
   *
   * @param headers at least 100 ms
   * @param body at least 100 ms
   */
  public Http readTimeouts(Duration headers, Duration body) {
    Duration least = Duration.ofMillis(100);
    return new Http(
        settings.withReadTimeouts(
            atLeast(least, headers, "headers"), atLeast(least, body, "body")));
  }

  /**
   * Closes connections on which nothing was asked for so long; 2 minutes unless told.
   *
   * @param after at least 100 ms
   */
  public Http idleTimeout(Duration after) {
    return new Http(settings.withIdle(atLeast(Duration.ofMillis(100), after, "after")));
  }

  /**
   * Bounds the connections that are open at a time; one more is closed at once. As many as the
   * system has room for unless told.
   *
   * @param connections at least 1
   */
  public Http maxConnections(int connections) {
    return new Http(settings.withConnections(atLeast(1, connections, "connections")));
  }

  /**
   * Bounds the calls in flight on one connection of HTTP/2, its {@code
   * SETTINGS_MAX_CONCURRENT_STREAMS}; what is over it waits in the client.
   *
   * <p>10,000 unless told. Streams stay open, and a gateway has all of its watchers on one
   * connection: with the 100 that others allow, the next one would wait without a word. They are
   * cheap, too: an idle stream costs a few kilobytes, what clients send ahead is bounded by the
   * window of their connection and not by how many calls they make, and one that opens and resets
   * calls in a hurry loses its connection.
   *
   * @param calls at least 1
   */
  public Http maxConcurrentCalls(int calls) {
    return new Http(settings.withCalls(atLeast(1, calls, "calls")));
  }

  private static int atLeast(int least, int value, String name) {
    if (value < least) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: >= " + least + ")");
    }
    return value;
  }

  private static Duration atLeast(Duration least, Duration value, String name) {
    if (value.compareTo(least) < 0) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: >= " + least + ")");
    }
    return value;
  }

  @Override
  public Running start(ServedServices services) throws IOException {
    return OpenPort.open(settings, services);
  }

  @Override
  public String toString() {
    return "http " + settings.address(settings.port());
  }
}
