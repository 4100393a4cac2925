package dev.farcall.grpc;

import static java.util.Objects.requireNonNull;

import dev.farcall.security.Tls;
import dev.farcall.spi.Listener;
import dev.farcall.spi.ServedServices;
import io.netty.handler.ssl.SslContext;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A port on which services are offered over gRPC; immutable.
 *
 * <pre>{@code
 * Farcall.server().listen(Grpc.port(9090).tls(Tls.identity(chain, key)).gzip())
 * }</pre>
 *
 * <p>Without more said: plain text, on all interfaces, no compression, a ping to a client that has
 * been silent for two minutes, connections of any age, 10,000 calls at a time on a connection.
 */
public final class Grpc implements Listener {

  private final Settings settings;

  private Grpc(Settings settings) {
    this.settings = settings;
  }

  /**
   * Listens on a port.
   *
   * @param port 1 to 65535, or 0 to let the system choose
   */
  public static Grpc port(int port) {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port: " + port + " (expected: 0 to 65535)");
    }
    return new Grpc(
        new Settings(
            port,
            null,
            null,
            false,
            Duration.ofMinutes(2),
            Duration.ofSeconds(20),
            null,
            Duration.ZERO,
            10_000));
  }

  /** Listens on one address only, as in {@code 127.0.0.1}; a name is resolved when it starts. */
  public Grpc host(String host) {
    requireNonNull(host, "host");
    return new Grpc(settings.withHost(host));
  }

  /** Encrypts; with a certificate of the clients too if {@code tls} asks for it. */
  public Grpc tls(Tls tls) {
    requireNonNull(tls, "tls");
    return new Grpc(settings.withTls(tls));
  }

  /** Compresses answers of 1 KiB and more for clients that accept it. */
  public Grpc gzip() {
    return new Grpc(settings.withGzip());
  }

  /**
   * Pings a client that has been silent for {@code after}, and ends its connection if there is no
   * answer within {@code timeout}.
   *
   * @param after at least a second
   * @param timeout longer than zero
   */
  public Grpc keepAlive(Duration after, Duration timeout) {
    requireAtLeast(Duration.ofSeconds(1), after, "after");
    requireAtLeast(Duration.ofNanos(1), timeout, "timeout");
    return new Grpc(settings.withKeepAlive(after, timeout));
  }

  /**
   * Asks clients to connect anew after {@code age}, so that they find servers that came later;
   * calls in flight then have {@code grace} to end.
   *
   * @param age at least a second; each connection gets up to a tenth more or less
   * @param grace zero or more
   */
  public Grpc maxConnectionAge(Duration age, Duration grace) {
    requireAtLeast(Duration.ofSeconds(1), age, "age");
    requireAtLeast(Duration.ZERO, grace, "grace");
    return new Grpc(settings.withMaxAge(age, grace));
  }

  /**
   * Bounds the calls in flight on one connection; what is over it waits in the client.
   *
   * <p>10,000 unless told. Streams stay open, and a gateway has all of its watchers on one
   * connection: with the 100 that others allow, the next one would wait without a word. An idle
   * stream costs a few kilobytes.
   *
   * @param calls at least 1
   */
  public Grpc maxConcurrentCalls(int calls) {
    if (calls < 1) {
      throw new IllegalArgumentException("calls: " + calls + " (expected: >= 1)");
    }
    return new Grpc(settings.withMaxCalls(calls));
  }

  private static void requireAtLeast(Duration least, Duration value, String name) {
    if (value.compareTo(least) < 0) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: >= " + least + ")");
    }
  }

  @Override
  public Running start(ServedServices services) throws IOException {
    Tls tls = settings.tls();
    SslContext ssl = tls == null ? null : TlsContexts.forServer(tls);
    return GrpcServer.start(settings, ssl, services);
  }

  @Override
  public String toString() {
    return "grpc " + settings.address();
  }

  /**
   * @param host null for all interfaces
   * @param maxAge null for any
   */
  record Settings(
      int port,
      @Nullable String host,
      @Nullable Tls tls,
      boolean gzip,
      Duration pingAfter,
      Duration pingTimeout,
      @Nullable Duration maxAge,
      Duration maxAgeGrace,
      int maxCalls) {

    Settings withHost(String to) {
      return new Settings(
          port, to, tls, gzip, pingAfter, pingTimeout, maxAge, maxAgeGrace, maxCalls);
    }

    Settings withTls(Tls to) {
      return new Settings(
          port, host, to, gzip, pingAfter, pingTimeout, maxAge, maxAgeGrace, maxCalls);
    }

    Settings withGzip() {
      return new Settings(
          port, host, tls, true, pingAfter, pingTimeout, maxAge, maxAgeGrace, maxCalls);
    }

    Settings withKeepAlive(Duration after, Duration timeout) {
      return new Settings(port, host, tls, gzip, after, timeout, maxAge, maxAgeGrace, maxCalls);
    }

    Settings withMaxAge(Duration age, Duration grace) {
      return new Settings(port, host, tls, gzip, pingAfter, pingTimeout, age, grace, maxCalls);
    }

    Settings withMaxCalls(int calls) {
      return new Settings(
          port, host, tls, gzip, pingAfter, pingTimeout, maxAge, maxAgeGrace, calls);
    }

    /** {@code host:port}, for people. */
    String address() {
      return address(port);
    }

    String address(int bound) {
      return (host == null ? "*" : host) + ":" + bound;
    }
  }
}
