package dev.farcall.http;

import dev.farcall.call.Cancellation;
import dev.farcall.call.Failure;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.protocol.ConnectTimeout;
import io.vertx.core.AsyncResult;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * How every call of a client begins, is lost and is given up. All but {@link #start} and {@link
 * #cancelled} runs on the event loop of the endpoint.
 */
abstract class ClientExchange implements Cancellation.Action {

  /** RFC 9113: the call is of no more use. */
  private static final long CANCEL = 8;

  final HttpChannel channel;
  final HttpTransport transport;
  final Request request;
  final ClientProtocol.Sent sent;

  private @Nullable HttpClientRequest wire;
  private volatile Cancellation.@Nullable Listener cancelling;

  ClientExchange(HttpChannel channel, Request request, ClientProtocol.Sent sent) {
    this.channel = channel;
    this.transport = channel.transport();
    this.request = request;
    this.sent = sent;
  }

  final CompletionStage<Response> start() {
    RequestBody body = sent.goingOut(transport.gzip());
    channel.loop().runOnContext(on -> begin(body));
    cancelling = request.cancellation().onCancel(this);
    if (isOver()) {
      forget();
    }
    return response();
  }

  /** What the caller waits for. */
  abstract CompletionStage<Response> response();

  /** Whether the call has ended on this side. */
  abstract boolean isOver();

  /** Ends the call on this side, from any thread; false if it had ended before. */
  abstract boolean complete(Response result);

  /** Reads an answer whose headers have come. */
  abstract void read(HttpClientResponse head);

  private void begin(RequestBody body) {
    if (isOver()) {
      return;
    }
    transport
        .client()
        .request(
            new RequestOptions()
                .setMethod(HttpMethod.valueOf(sent.method()))
                .setServer(channel.address())
                .setHost(channel.endpoint().serverName())
                .setPort(channel.endpoint().port())
                .setURI(sent.target()))
        .onComplete(made -> connected(made, body));
  }

  private void connected(AsyncResult<HttpClientRequest> made, RequestBody body) {
    if (made.failed()) {
      finish(Response.failed(WireFailures.neverSent(made.cause(), channel.endpoint())));
      return;
    }
    HttpClientRequest to = made.result();
    wire = to;
    if (isOver()) {
      abandon();
      return;
    }
    headers(to.headers(), body);
    transport.live().begin(to.connection(), this);
    to.exceptionHandler(this::lost);
    to.response().onComplete(this::answered);
    send(to, body);
  }

  private void headers(MultiMap headers, RequestBody body) {
    headers.set(HttpHeaders.USER_AGENT, "farcall-java");
    headers.set(HttpHeaders.ACCEPT, sent.accept());
    if (sent.contentType() != null) {
      headers.set(HttpHeaders.CONTENT_TYPE, sent.contentType());
    }
    body.writeHeaders(headers, sent.method().equals("GET"));
    transport.protocol().headers(headers);
    if (request.deadline().isSet()) {
      long left = request.deadline().remaining(transport.time().now());
      headers.set(ConnectTimeout.NAME, ConnectTimeout.encode(Math.max(1, left)));
    }
    ClientHeaders.write(request.metadata(), headers);
  }

  /** Sends the headers and what follows them. */
  void send(HttpClientRequest to, RequestBody body) {
    Buffer bytes = body.bytes();
    if (bytes == null || bytes.length() == 0) {
      to.end();
    } else {
      to.end(bytes);
    }
  }

  private void answered(AsyncResult<HttpClientResponse> came) {
    if (came.failed()) {
      lost(came.cause());
      return;
    }
    HttpClientResponse head = came.result();
    head.exceptionHandler(this::lost); // or the engine logs what is no news
    if (isOver()) {
      abandon();
      return;
    }
    read(head);
  }

  /** The connection is gone, or what came is not HTTP. */
  void lost(Throwable cause) {
    if (isOver()) {
      return;
    }
    if (transport.isClosed()) {
      fail(WireFailures.closedHere(channel.where(request)));
      return;
    }
    boolean expired =
        request.deadline().isSet() && request.deadline().expired(transport.time().now());
    HttpClientRequest to = wire;
    fail(
        WireFailures.lost(
            cause,
            to == null ? 0 : to.streamId(),
            channel.endpoint(),
            channel.where(request),
            expired));
  }

  final void fail(Failure failure) {
    finish(Response.failed(failure));
  }

  /** The call has ended; what is left of its connection may serve others. */
  final void finish(Response result) {
    boolean unused = complete(result);
    forget();
    unlink();
  }

  @Override
  public final void cancelled(Cancellation.Reason reason) {
    giveUp(Failure.givenUp(reason, channel.where(request)));
  }

  /** Ends the call on this side, then on the wire. For any thread. */
  final void giveUp(Failure failure) {
    if (complete(Response.failed(failure))) {
      forget();
      channel.loop().runOnContext(on -> abandon());
    }
  }

  /** Resets the stream, or closes a connection of HTTP/1.1. */
  final void abandon() {
    HttpClientRequest to = wire;
    if (to != null) {
      var unused = to.reset(CANCEL);
      unlink();
    }
  }

  private void unlink() {
    HttpClientRequest to = wire;
    if (to != null) {
      transport.live().end(to.connection(), this);
    }
  }

  private void forget() {
    Cancellation.Listener listener = cancelling;
    if (listener != null) {
      listener.remove();
    }
  }
}
