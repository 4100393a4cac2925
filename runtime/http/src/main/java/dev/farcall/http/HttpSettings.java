package dev.farcall.http;

import dev.farcall.security.Tls;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a port was asked for; see {@link Http}.
 *
 * @param host null for all interfaces
 * @param tls null for plain text
 * @param cors null if no other origin may call
 */
record HttpSettings(
    int port,
    @Nullable String host,
    @Nullable Tls tls,
    @Nullable Cors cors,
    boolean gzip,
    boolean docs,
    int maxHeaderBytes,
    int maxHeaders,
    int maxUrlBytes,
    Duration headerTimeout,
    Duration bodyTimeout,
    Duration idleTimeout,
    int maxConnections,
    int maxConcurrentCalls) {

  static HttpSettings ofPort(int port) {
    return new HttpSettings(
        port,
        null,
        null,
        null,
        false,
        false,
        16 << 10,
        100,
        8 << 10,
        Duration.ofSeconds(10),
        Duration.ofSeconds(60),
        Duration.ofMinutes(2),
        Integer.MAX_VALUE,
        10_000);
  }

  /** {@code host:port}, for people. */
  String address(int bound) {
    return (host == null ? "*" : host) + ":" + bound;
  }

  HttpSettings withHost(String to) {
    return copy(to, tls, cors, gzip, docs, maxHeaderBytes, maxHeaders);
  }

  HttpSettings withTls(Tls to) {
    return copy(host, to, cors, gzip, docs, maxHeaderBytes, maxHeaders);
  }

  HttpSettings withCors(Cors to) {
    return copy(host, tls, to, gzip, docs, maxHeaderBytes, maxHeaders);
  }

  HttpSettings withGzip() {
    return copy(host, tls, cors, true, docs, maxHeaderBytes, maxHeaders);
  }

  HttpSettings withDocs(boolean to) {
    return copy(host, tls, cors, gzip, to, maxHeaderBytes, maxHeaders);
  }

  HttpSettings withHeaders(int bytes, int count) {
    return copy(host, tls, cors, gzip, docs, bytes, count);
  }

  HttpSettings withUrl(int bytes) {
    return limits(
        bytes, headerTimeout, bodyTimeout, idleTimeout, maxConnections, maxConcurrentCalls);
  }

  HttpSettings withReadTimeouts(Duration header, Duration body) {
    return limits(maxUrlBytes, header, body, idleTimeout, maxConnections, maxConcurrentCalls);
  }

  HttpSettings withIdle(Duration to) {
    return limits(maxUrlBytes, headerTimeout, bodyTimeout, to, maxConnections, maxConcurrentCalls);
  }

  HttpSettings withConnections(int to) {
    return limits(maxUrlBytes, headerTimeout, bodyTimeout, idleTimeout, to, maxConcurrentCalls);
  }

  HttpSettings withCalls(int to) {
    return limits(maxUrlBytes, headerTimeout, bodyTimeout, idleTimeout, maxConnections, to);
  }

  private HttpSettings copy(
      @Nullable String host,
      @Nullable Tls tls,
      @Nullable Cors cors,
      boolean gzip,
      boolean docs,
      int maxHeaderBytes,
      int maxHeaders) {
    return new HttpSettings(
        port,
        host,
        tls,
        cors,
        gzip,
        docs,
        maxHeaderBytes,
        maxHeaders,
        maxUrlBytes,
        headerTimeout,
        bodyTimeout,
        idleTimeout,
        maxConnections,
        maxConcurrentCalls);
  }

  private HttpSettings limits(
      int maxUrlBytes,
      Duration headerTimeout,
      Duration bodyTimeout,
      Duration idleTimeout,
      int maxConnections,
      int maxConcurrentCalls) {
    return new HttpSettings(
        port,
        host,
        tls,
        cors,
        gzip,
        docs,
        maxHeaderBytes,
        maxHeaders,
        maxUrlBytes,
        headerTimeout,
        bodyTimeout,
        idleTimeout,
        maxConnections,
        maxConcurrentCalls);
  }
}
