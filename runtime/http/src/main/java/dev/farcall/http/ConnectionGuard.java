package dev.farcall.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpVersion;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.security.Principal;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * Ends a connection whose client takes too long: for the handshake, for the headers of a request,
 * for a body, or to ask for anything at all. It stands before everything else in the pipeline, so
 * that a single byte now and then buys no time.
 *
 * <p>One timer goes for the connection as a whole, so that requests cost no more than the reading
 * of a clock. Of the event loop of the connection.
 */
final class ConnectionGuard extends ChannelInboundHandlerAdapter implements Runnable {

  private static final AttributeKey<ConnectionGuard> KEY =
      AttributeKey.valueOf(ConnectionGuard.class, "guard");

  /** How long what nobody reads may still come in, so that the client sees the answer. */
  private static final long LINGER_MILLIS = 500;

  private final long headerNanos;
  private final long bodyNanos;
  private final long idleNanos;
  private final Channel channel;

  private @Nullable HttpConnection connection;
  private @Nullable Principal principal;
  private boolean http2;
  private int busy;

  /** Whether a request has begun whose headers are not complete, and since when. */
  private boolean head;

  private long headSince;
  private long idleSince = System.nanoTime();
  private @Nullable Awaited awaited;

  ConnectionGuard(HttpSettings settings, Channel channel) {
    this.headerNanos = settings.headerTimeout().toNanos();
    this.bodyNanos = settings.bodyTimeout().toNanos();
    this.idleNanos = settings.idleTimeout().toNanos();
    this.channel = channel;
    channel.attr(KEY).set(this);
  }

  static ConnectionGuard of(Channel channel) {
    return channel.attr(KEY).get();
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    again();
    context.fireChannelActive();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object bytes) {
    if (busy == 0 && !head && !http2) {
      head = true;
      headSince = System.nanoTime();
    }
    context.fireChannelRead(bytes);
  }

  /** The protocol is known, and with TLS who the client is. */
  void connected(HttpConnection connection) {
    this.connection = connection;
    http2 = connection.protocolVersion() == HttpVersion.HTTP_2;
    head = false;
    idleSince = System.nanoTime();
    principal = connection.isSsl() ? principal(connection.sslSession()) : null;
  }

  private static @Nullable Principal principal(SSLSession session) {
    try {
      return session.getPeerPrincipal();
    } catch (SSLPeerUnverifiedException anonymous) {
      return null;
    }
  }

  /** Whom the client's certificate names; null without one. */
  @Nullable Principal principal() {
    return principal;
  }

  @Nullable InetSocketAddress remoteAddress() {
    SocketAddress address = channel.remoteAddress();
    return address instanceof InetSocketAddress internet ? internet : null;
  }

  /** A request has come. */
  void begin() {
    busy++;
    head = false;
  }

  /** A request has been answered. */
  void end() {
    if (--busy == 0) {
      idleSince = System.nanoTime();
    }
  }

  /** The rest of a body is awaited from now on; nothing if it already was. */
  void await(Awaited body) {
    if (body.listed) {
      return;
    }
    body.listed = true;
    body.since = System.nanoTime();
    body.next = awaited;
    if (awaited != null) {
      awaited.previous = body;
    }
    awaited = body;
  }

  /** A body is awaited no more; nothing if it was not. */
  void arrived(Awaited body) {
    if (!body.listed) {
      return;
    }
    body.listed = false;
    if (body.previous != null) {
      body.previous.next = body.next;
    } else {
      awaited = body.next;
    }
    if (body.next != null) {
      body.next.previous = body.previous;
    }
    body.previous = null;
    body.next = null;
  }

  /** Closes soon. */
  void linger() {
    var unused = channel.eventLoop().schedule(this::close, LINGER_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void again() {
    long period = Math.min(Math.min(headerNanos, bodyNanos), idleNanos);
    var unused = channel.eventLoop().schedule(this, period, TimeUnit.NANOSECONDS);
  }

  @Override
  public void run() {
    if (!channel.isOpen()) {
      return;
    }
    long now = System.nanoTime();
    for (Awaited body = awaited; body != null; ) {
      Awaited following = body.next;
      if (now - body.since >= bodyNanos) {
        body.tooSlow();
      }
      body = following;
    }
    boolean stuck = head && now - headSince >= headerNanos;
    boolean idle = busy == 0 && now - idleSince >= idleNanos;
    if (stuck || idle) {
      close();
    } else {
      again();
    }
  }

  private void close() {
    HttpConnection known = connection;
    if (known != null) {
      var unused = known.close(); // says GOAWAY on HTTP/2
    } else {
      var unused = channel.close();
    }
  }
}
