package dev.farcall.http;

import java.time.Duration;

/**
 * What {@link HttpWire} collects.
 *
 * @param rest whether calls follow routes, else the Connect protocol
 * @param json whether Connect's messages are JSON
 * @param get whether Connect calls safe methods by GET
 * @param protocols the versions of HTTP
 * @param connectTimeout of one connection, with TLS's handshake
 * @param maxConnections of HTTP/1.1 to one endpoint
 */
record ClientSettings(
    boolean rest,
    boolean json,
    boolean get,
    Protocols protocols,
    Duration connectTimeout,
    int maxConnections) {

  /** Which versions of HTTP are spoken. */
  enum Protocols {
    /** HTTP/2 if TLS agrees on it, else HTTP/1.1. */
    NEGOTIATED,
    HTTP_1_1,
    /** HTTP/2, in plain text by prior knowledge. */
    HTTP_2
  }

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final int MAX_CONNECTIONS = 64;

  static ClientSettings ofConnect() {
    return new ClientSettings(
        false, false, false, Protocols.HTTP_2, CONNECT_TIMEOUT, MAX_CONNECTIONS);
  }

  static ClientSettings ofRest() {
    return new ClientSettings(
        true, true, false, Protocols.NEGOTIATED, CONNECT_TIMEOUT, MAX_CONNECTIONS);
  }

  ClientSettings withJson() {
    return new ClientSettings(rest, true, get, protocols, connectTimeout, maxConnections);
  }

  ClientSettings withGet() {
    return new ClientSettings(rest, json, true, protocols, connectTimeout, maxConnections);
  }

  ClientSettings withHttp2(boolean on) {
    Protocols only = on ? Protocols.HTTP_2 : Protocols.HTTP_1_1;
    return new ClientSettings(rest, json, get, only, connectTimeout, maxConnections);
  }

  ClientSettings withConnectTimeout(Duration timeout) {
    return new ClientSettings(rest, json, get, protocols, timeout, maxConnections);
  }

  ClientSettings withMaxConnections(int connections) {
    return new ClientSettings(rest, json, get, protocols, connectTimeout, connections);
  }

  String wire() {
    return rest ? "rest" : "connect";
  }

  @Override
  public String toString() {
    return wire() + (json && !rest ? " with JSON" : "");
  }
}
