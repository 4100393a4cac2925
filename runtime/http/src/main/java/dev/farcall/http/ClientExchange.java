package dev.farcall.http;

import static java.util.Objects.requireNonNull;

import dev.farcall.annotation.Code;
import dev.farcall.call.Cancellation;
import dev.farcall.call.Failure;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.protocol.ConnectTimeout;
import dev.farcall.protocol.Gzip;
import dev.farcall.protocol.UnreadableException;
import io.vertx.core.AsyncResult;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer. All but {@link #start} and {@link #cancelled} runs on the event loop
 * of the endpoint.
 */
final class ClientExchange implements Cancellation.Action {

  /** Of an error's answer; no more is read. */
  private static final int MAX_ERROR_BYTES = 64 << 10;

  /** RFC 9113: the call is of no more use. */
  private static final long CANCEL = 8;

  private static final Set<String> KNOWN_ENCODINGS = Set.of(Gzip.NAME, "identity");

  private final HttpChannel channel;
  private final HttpTransport transport;
  private final Request request;
  private final ClientProtocol.Sent sent;
  private final CompletableFuture<Response> response = new CompletableFuture<>();

  private @Nullable HttpClientRequest wire;
  private @Nullable HttpClientResponse answer;
  private @Nullable Buffer body;
  private int length;

  /** Whether the body is a buffer of our own, which takes more. */
  private boolean grown;

  private volatile Cancellation.@Nullable Listener cancelling;

  ClientExchange(HttpChannel channel, Request request, ClientProtocol.Sent sent) {
    this.channel = channel;
    this.transport = channel.transport();
    this.request = request;
    this.sent = sent;
  }

  CompletionStage<Response> start() {
    byte[] message = sent.body();
    boolean compress = transport.gzip() && message.length >= Gzip.MIN_BYTES;
    Buffer bytes = Buffer.buffer(compress ? Gzip.deflate(message) : message);
    channel.loop().runOnContext(on -> begin(bytes, compress));
    cancelling = request.cancellation().onCancel(this);
    if (response.isDone()) {
      forget();
    }
    return response;
  }

  private void begin(Buffer bytes, boolean compressed) {
    if (response.isDone()) {
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
        .onComplete(made -> connected(made, bytes, compressed));
  }

  private void connected(AsyncResult<HttpClientRequest> made, Buffer bytes, boolean compressed) {
    if (made.failed()) {
      fail(WireFailures.neverSent(made.cause(), channel.endpoint()));
      return;
    }
    HttpClientRequest to = made.result();
    wire = to;
    if (response.isDone()) {
      abandon();
      return;
    }
    headers(to.headers(), bytes, compressed);
    transport.live().begin(to.connection(), this);
    to.exceptionHandler(this::lost);
    to.response().onComplete(this::answered);
    if (bytes.length() == 0) {
      to.end();
    } else {
      to.end(bytes);
    }
  }

  private void headers(MultiMap headers, Buffer bytes, boolean compressed) {
    headers.set(HttpHeaders.USER_AGENT, "farcall-java");
    headers.set(HttpHeaders.ACCEPT, sent.accept());
    headers.set(HttpHeaders.ACCEPT_ENCODING, Gzip.NAME);
    if (sent.contentType() != null) {
      headers.set(HttpHeaders.CONTENT_TYPE, sent.contentType());
    }
    if (bytes.length() > 0 || !sent.method().equals("GET")) {
      headers.set(HttpHeaders.CONTENT_LENGTH, Integer.toString(bytes.length()));
    }
    if (compressed) {
      headers.set(HttpHeaders.CONTENT_ENCODING, Gzip.NAME);
    }
    transport.protocol().headers(headers);
    if (request.deadline().isSet()) {
      long left = request.deadline().remaining(transport.time().now());
      headers.set(ConnectTimeout.NAME, ConnectTimeout.encode(Math.max(1, left)));
    }
    ClientHeaders.write(request.metadata(), headers);
  }

  private void answered(AsyncResult<HttpClientResponse> came) {
    if (came.failed()) {
      lost(came.cause());
      return;
    }
    HttpClientResponse head = came.result();
    answer = head;
    if (response.isDone()) {
      abandon();
      return;
    }
    head.exceptionHandler(this::lost);
    head.handler(this::more);
    head.endHandler(end -> ended());
  }

  private void more(Buffer piece) {
    if (response.isDone()) {
      return;
    }
    length += piece.length();
    if (length > maxBytes()) {
      if (isError()) {
        finish(answer(Buffer.buffer()));
      } else {
        fail(WireFailures.tooLarge(channel.where(request)));
      }
      abandon();
      return;
    }
    if (body == null) {
      body = piece;
    } else {
      if (!grown) {
        body = Buffer.buffer(2 * length).appendBuffer(body);
        grown = true;
      }
      body.appendBuffer(piece);
    }
  }

  private int maxBytes() {
    return isError() ? MAX_ERROR_BYTES : transport.maxMessageBytes();
  }

  private boolean isError() {
    return answer != null && answer.statusCode() / 100 != 2;
  }

  private void ended() {
    if (!response.isDone()) {
      Buffer whole = body;
      try {
        finish(answer(whole == null ? Buffer.buffer() : whole));
      } catch (RuntimeException e) { // or the caller would wait for nothing
        fail(Failure.ofBrokenChannel(channel.where(request), e));
      }
    }
  }

  private Response answer(Buffer whole) {
    HttpClientResponse head = requireNonNull(answer);
    byte[] bytes = whole.getBytes();
    String encoding = head.getHeader(HttpHeaders.CONTENT_ENCODING);
    if (bytes.length > 0 && Gzip.NAME.equalsIgnoreCase(encoding)) {
      try {
        bytes = Gzip.inflate(bytes, maxBytes());
      } catch (UnreadableException e) {
        if (!isError()) {
          return Response.failed(unreadable(e));
        }
        bytes = new byte[0]; // the status says enough
      }
    }
    if (encoding != null && !KNOWN_ENCODINGS.contains(encoding.toLowerCase(Locale.ROOT))) {
      return Response.failed(
          WireFailures.unusable(
              "the answer is encoded by '" + encoding + "' (expected: gzip)",
              channel.where(request)));
    }
    return sent.reader()
        .apply(
            new Received(
                request,
                sent.line() + " at " + channel.endpoint(),
                head.statusCode(),
                head.getHeader(HttpHeaders.CONTENT_TYPE),
                head.getHeader(HttpHeaders.LOCATION),
                MetadataHeaders.read(head.headers()),
                bytes));
  }

  private Failure unreadable(UnreadableException thrown) {
    String where = channel.where(request);
    return thrown.code() == Code.RESOURCE_EXHAUSTED
        ? WireFailures.tooLarge(where)
        : WireFailures.unusable("the answer cannot be decompressed", where);
  }

  /** The connection is gone, or what came is not HTTP. */
  void lost(Throwable cause) {
    if (response.isDone()) {
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

  private void fail(Failure failure) {
    finish(Response.failed(failure));
  }

  private void finish(Response result) {
    response.complete(result);
    forget();
    unlink();
  }

  @Override
  public void cancelled(Cancellation.Reason reason) {
    if (response.complete(Response.failed(Failure.givenUp(reason, channel.where(request))))) {
      channel.loop().runOnContext(on -> abandon());
    }
  }

  /** Resets the stream, or closes a connection of HTTP/1.1. */
  private void abandon() {
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
