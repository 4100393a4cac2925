package dev.farcall.http;

import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpVersion;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The calls in flight on each connection of HTTP/2. When a peer says goodbye and then closes,
 * Vert.x forgets to tell the calls that the peer had begun; they would wait for their deadline.
 */
final class LiveCalls {

  private final ConcurrentMap<HttpConnection, Set<ClientExchange>> calls =
      new ConcurrentHashMap<>();

  /** A connection is there. */
  void connected(HttpConnection connection) {
    connection.exceptionHandler(LiveCalls::told);
    if (connection.protocolVersion() == HttpVersion.HTTP_2) {
      calls.put(connection, ConcurrentHashMap.newKeySet());
      connection.closeHandler(end -> closed(connection));
    }
  }

  /** Each call on the connection tells it; Vert.x would log it besides. */
  private static void told(Throwable onConnection) {}

  private void closed(HttpConnection connection) {
    Set<ClientExchange> left = calls.remove(connection);
    if (left != null) {
      left.forEach(call -> call.lost(new HttpClosedException("closed by the peer")));
    }
  }

  /** A call begins on a connection. */
  void begin(HttpConnection connection, ClientExchange call) {
    Set<ClientExchange> live = calls.get(connection);
    if (live != null) {
      live.add(call);
    }
  }

  /** A call has ended. */
  void end(HttpConnection connection, ClientExchange call) {
    Set<ClientExchange> live = calls.get(connection);
    if (live != null) {
      live.remove(call);
    }
  }
}
