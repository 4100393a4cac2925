package dev.farcall.http;

import dev.farcall.call.Cancellation;
import dev.farcall.call.Channel;
import dev.farcall.call.Failure;
import dev.farcall.call.Metadata;
import dev.farcall.call.Origin;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.protocol.Gzip;
import dev.farcall.protocol.ServerFault;
import dev.farcall.spi.ServedServices;
import io.netty.buffer.Unpooled;
import io.netty.channel.EventLoop;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.buffer.BufferInternal;
import java.net.InetSocketAddress;
import java.security.Principal;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One request over HTTP and its answer. Of the event loop of its connection but where a method says
 * otherwise; ended once.
 */
final class HttpExchange {

  private final OpenPort port;
  private final ConnectionGuard guard;
  private final HttpServerRequest request;
  private final HttpServerResponse response;
  private final ContextInternal context;
  private final String method;
  private final String path;
  private final Cancellation cancellation = new Cancellation();
  private Metadata metadata = Metadata.EMPTY;
  private @Nullable BodyReader reading;
  private boolean answered;
  private boolean ended;

  HttpExchange(
      OpenPort port, ConnectionGuard guard, HttpServerRequest request, ContextInternal context) {
    this.port = port;
    this.guard = guard;
    this.request = request;
    this.response = request.response();
    this.context = context;
    this.method = request.method().name();
    String path = request.path();
    this.path = path == null ? "" : path;
  }

  /** Begins to follow what becomes of it. */
  void open() {
    guard.begin();
    response.exceptionHandler(lost -> gone());
    response.closeHandler(closed -> gone());
    response.endHandler(written -> end());
    request.exceptionHandler(broken -> gone());
  }

  /** The client went away, or sent what is not HTTP. */
  private void gone() {
    if (!ended) {
      end();
      BodyReader reader = reading;
      if (reader != null) {
        reader.stop();
      }
      cancellation.cancel(Cancellation.Reason.CALLER);
    }
  }

  private void end() {
    if (!ended) {
      ended = true;
      guard.end();
      port.ended();
    }
  }

  /** Of the engine, for what is not said here. */
  HttpServerRequest request() {
    return request;
  }

  /** Of the engine, for what is not said here. */
  HttpServerResponse response() {
    return response;
  }

  ServedServices services() {
    return port.services();
  }

  HttpSettings settings() {
    return port.settings();
  }

  /** As it was sent: {@code GET}. */
  String method() {
    return method;
  }

  /** As it was sent, percent-encoded, without query; empty if there is none. */
  String path() {
    return path;
  }

  /** As it was sent, percent-encoded, without question mark. */
  @Nullable String query() {
    return request.query();
  }

  boolean isHttp2() {
    return request.version() == HttpVersion.HTTP_2;
  }

  @Nullable String header(CharSequence name) {
    return request.headers().get(name);
  }

  /** In lower case, without parameters; empty if there is none. */
  String contentType() {
    return HeaderValues.mediaType(header(HttpHeaders.CONTENT_TYPE));
  }

  /** Looks at the headers; false if there are more than allowed. */
  boolean readHeaders() {
    Metadata read = MetadataHeaders.read(request.headers(), settings().maxHeaders());
    if (read != null) {
      metadata = read;
    }
    return read != null;
  }

  /** The headers that are the callers' own. */
  Metadata metadata() {
    return metadata;
  }

  /** Who sent it, by a protocol of {@link Origin}. */
  Origin origin(String protocol) {
    return origin(protocol, method + " " + path);
  }

  /** The same for a request line that is known beforehand. */
  Origin origin(String protocol, String line) {
    InetSocketAddress address = guard.remoteAddress();
    @Nullable Principal principal = guard.principal();
    return new Origin(protocol, line, address, principal);
  }

  /** Cancelled when the client goes away before the answer was written. */
  Cancellation cancellation() {
    return cancellation;
  }

  /** Runs a task on the event loop of the connection, at once if this is it. For any thread. */
  void onLoop(Runnable task) {
    if (context.nettyEventLoop().inEventLoop()) {
      task.run();
    } else {
      context.nettyEventLoop().execute(task);
    }
  }

  /** The event loop of the connection. */
  EventLoop eventLoop() {
    return context.nettyEventLoop();
  }

  /** Whether nothing more can be written: it was answered, or the client is gone. */
  boolean isEnded() {
    return ended;
  }

  /**
   * Reads the whole body, decompressed, and gives it to {@code whole}; what is too large, too slow
   * or not readable is answered here, in the words of {@code errors}.
   */
  void readBody(ErrorFormat errors, Consumer<byte[]> whole) {
    BodyReader reader = new BodyReader(this, errors, whole);
    reading = reader;
    reader.start();
  }

  ConnectionGuard guard() {
    return guard;
  }

  /** Sends what a door made of the request, and gives the answer to {@code then} on any thread. */
  void send(Channel channel, Request call, Consumer<Response> then) {
    try {
      var stage = channel.send(call);
      if (stage instanceof CompletableFuture<Response> future
          && future.isDone()
          && !future.isCompletedExceptionally()) {
        then.accept(future.join());
        return;
      }
      stage.whenComplete(
          (answer, broken) ->
              then.accept(
                  answer != null
                      ? answer
                      : Response.failed(
                          ServerFault.log(call.operation(), "a channel failed", broken))));
    } catch (RuntimeException thrown) {
      then.accept(Response.failed(ServerFault.log(call.operation(), "a channel threw", thrown)));
    }
  }

  /** Runs a step of a door; what it throws is a fault of this server. */
  void guarded(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException mistake) {
      write(
          ErrorFormat.PROBLEM.answer(
              ServerFault.log(ServedServices.NO_CALL, "a front door threw", mistake)));
    }
  }

  /**
   * Answers what is no call, behind the server's interceptors: they see {@code failure}, or an
   * empty answer if it is null, and may fail it themselves.
   */
  void answerNoCall(ErrorFormat errors, @Nullable Failure failure, Answer answer) {
    Channel end =
        call ->
            CompletableFuture.completedFuture(
                failure == null
                    ? Response.of(call.payload(), Metadata.EMPTY)
                    : Response.failed(failure));
    Request call = ServedServices.noCall(metadata(), origin("http"), cancellation);
    send(
        services().interceptors().around(end),
        call,
        response -> {
          Failure found = response.failure();
          if (found == null) {
            write(answer.with(response.headers()));
          } else if (failure != null && found.code() == failure.code()) {
            write(answer.with(found.trailers()));
          } else {
            write(errors.answer(found));
          }
        });
  }

  /** Refuses a request that did not become a call. */
  void refuse(ErrorFormat errors, int status, Failure failure) {
    answerNoCall(errors, failure, errors.answer(status, failure));
  }

  /** Refuses a request that did not become a call, and takes nothing more from the connection. */
  void refuseAndClose(ErrorFormat errors, int status, Failure failure) {
    answerNoCall(errors, failure, errors.answer(status, failure).closing());
  }

  /** Writes the answer. For any thread; the first answer wins. */
  void write(Answer answer) {
    Answer small = compressed(answer);
    onLoop(() -> writeHere(small));
  }

  private Answer compressed(Answer answer) {
    boolean compress =
        settings().gzip()
            && answer.body().length >= Gzip.MIN_BYTES
            && !answer.isEncoded()
            && HeaderValues.accepts(header(HttpHeaders.ACCEPT_ENCODING), Gzip.NAME);
    return compress ? answer.gzipped() : answer;
  }

  private void writeHere(Answer answer) {
    if (answered || ended) {
      return;
    }
    answered = true;
    boolean closing = answer.isClosing() && !request.isEnded();
    byte[] body = answer.body();
    response.setStatusCode(answer.status());
    answer.writeHeaders(response.headers());
    if (settings().gzip()) {
      response.headers().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    }
    if ((closing || port.isRefusing()) && !isHttp2()) {
      response.headers().set(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
    boolean unknown = body.length == 0 && method.equals("HEAD"); // how long a stream would be
    if (answer.status() != 204 && answer.status() != 304 && !unknown) {
      response.headers().set(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length));
    }
    if (body.length == 0 || method.equals("HEAD")) {
      response.end();
    } else {
      response.end(BufferInternal.buffer(Unpooled.wrappedBuffer(body)));
    }
    if (closing) {
      discard();
    }
  }

  /** What is left of a body that nobody reads. */
  void discard() {
    if (isHttp2()) {
      response.reset(0); // NO_ERROR: the answer is whole, the rest of the request is not wanted
    } else {
      guard.linger();
    }
  }
}
