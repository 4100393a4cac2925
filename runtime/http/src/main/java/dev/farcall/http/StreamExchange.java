package dev.farcall.http;

import static java.util.Objects.requireNonNull;

import dev.farcall.annotation.Code;
import dev.farcall.call.CallException;
import dev.farcall.call.Cancellation;
import dev.farcall.call.Failure;
import dev.farcall.call.Kind;
import dev.farcall.call.Metadata;
import dev.farcall.call.Outcome;
import dev.farcall.call.Payload;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.stream.Inbound;
import dev.farcall.stream.Outbound;
import dev.farcall.wire.EncodeException;
import io.netty.channel.EventLoop;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.internal.ContextInternal;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A call with a stream there, back, or both ways. The publisher of a request is subscribed to when
 * there is a connection: one whose call never left is untouched.
 */
final class StreamExchange extends ClientExchange
    implements Inbound.Source, Outbound.Sink, AnswerStream.Receiver, WriteQueue.Sink {

  private final StreamFormat format;
  private final boolean answersStream;
  private final EventLoop loop;
  private final Inbound inbound = new Inbound(this, 1);
  private final Outbound outbound = new Outbound(this);
  private final WriteQueue writes;
  private final CompletableFuture<Response> response = new CompletableFuture<>();
  private final CompletableFuture<Outcome> done = new CompletableFuture<>();
  private final AtomicBoolean finished = new AtomicBoolean();

  // Of the event loop.
  private @Nullable HttpClientRequest to;
  private @Nullable AnswerStream answer;
  private Metadata headers = Metadata.EMPTY;
  private @Nullable Payload message;
  private boolean sentAll;

  StreamExchange(
      HttpChannel channel, Request request, ClientProtocol.Sent sent, StreamFormat format) {
    super(channel, request, sent);
    this.format = format;
    this.answersStream = request.operation().kind().responseStream();
    this.loop = ((ContextInternal) channel.loop()).nettyEventLoop();
    this.writes = new WriteQueue(loop, this, outbound::ready);
  }

  @Override
  CompletionStage<Response> response() {
    return response;
  }

  @Override
  public boolean isOver() {
    return finished.get();
  }

  @Override
  boolean complete(Response result) {
    if (!finished.compareAndSet(false, true)) {
      return false;
    }
    outbound.stop();
    Failure failure = result.failure();
    response.complete(result); // unless the stream has begun
    inbound.end(failure == null ? null : CallException.of(failure));
    done.complete(failure == null ? Outcome.OK : failure.outcome());
    return true;
  }

  // ---- what goes out

  @Override
  void send(HttpClientRequest to, RequestBody body) {
    this.to = to;
    if (body.bytes() != null) {
      sentAll = true;
      super.send(to, body);
      return;
    }
    if (to.version() == HttpVersion.HTTP_1_1) {
      if (request.operation().kind() == Kind.BIDI_STREAMING) {
        giveUp(Failure.of(Outcome.LOCAL_REJECT, Code.UNIMPLEMENTED, ConnectClient.NEEDS_HTTP_2));
        return;
      }
      to.setChunked(true);
    }
    to.drainHandler(drained -> writes.drained());
    var unused = to.writeHead();
    try {
      request.payloads().subscribe(outbound);
    } catch (Throwable thrown) { // a publisher must not; and the call has begun
      fail(thrown);
    }
  }

  @Override
  public boolean isReady() {
    return writes.hasRoom();
  }

  @Override
  public void send(Payload element) {
    byte[] body = element.bytes(requireNonNull(format.envelopes()));
    int limit = transport.maxMessageBytes();
    if (body.length > limit) {
      throw new EncodeException(
          "an element of the request has "
              + body.length
              + " bytes (expected: at most "
              + limit
              + ")");
    }
    writes.write(RequestBody.envelope(body, transport.gzip()));
  }

  @Override
  public void write(Buffer elements) {
    HttpClientRequest request = to;
    if (request != null) {
      request.write(elements);
    }
  }

  @Override
  public boolean isFull() {
    HttpClientRequest request = to;
    return request != null && request.writeQueueFull();
  }

  @Override
  public void end() {
    writes.inOrder(
        () -> {
          HttpClientRequest request = to;
          if (request != null && !isOver()) {
            sentAll = true;
            request.end();
          }
        });
  }

  @Override
  public void fail(Throwable error) {
    giveUp(
        error instanceof EncodeException e
            ? Failure.notEncodable(e)
            : Failure.of(
                Outcome.CANCELLED,
                Code.CANCELLED,
                "the stream of the request failed: " + channel.where(request),
                error));
  }

  // ---- what comes in

  @Override
  void read(HttpClientResponse head) {
    Received received = Received.of(this, head, new byte[0]);
    if (!received.isSuccess()) {
      new AnswerBody(this, head).collect();
      return;
    }
    ElementReader reader = format.reader().apply(received);
    if (reader == null) {
      String found = "the answer is " + received.describeType();
      giveUp(
          WireFailures.unusable(
              found + " (expected: " + sent.accept() + ")", channel.where(request)));
      return;
    }
    headers = received.headers();
    // A second message would be a fault where there is to be one; it shall be seen.
    AnswerStream stream = new AnswerStream(head, reader, this, answersStream ? 1 : 2);
    answer = stream;
    stream.open();
  }

  @Override
  public void element(Payload payload) {
    if (answersStream) {
      begin();
      inbound.next(payload);
    } else if (message != null) {
      giveUp(WireFailures.unusable("more than one answer (expected: one)", where()));
    } else {
      message = payload;
    }
  }

  private void begin() {
    if (!response.isDone()) {
      response.complete(Response.streaming(inbound, headers, done));
    }
  }

  @Override
  public void ended(@Nullable Failure failure) {
    Payload last = message;
    if (failure != null) {
      fail(failure);
    } else if (answersStream) {
      finish(Response.streaming(inbound, headers, done));
    } else if (last == null) {
      fail(WireFailures.unusable("no answer (expected: one)", where()));
    } else {
      finish(Response.of(last, headers));
    }
    if (!sentAll) {
      abandon();
    } else if (failure != null) {
      loop.execute(this::cutOff);
    }
  }

  /** What follows a failure is the end of the body, which is read already if it came with it. */
  private void cutOff() {
    AnswerStream stream = answer;
    if (stream != null && !stream.isAllReceived()) {
      abandon();
    }
  }

  private String where() {
    return channel.where(request);
  }

  /** A connection that goes when all was said takes nothing along. */
  @Override
  void lost(Throwable cause) {
    AnswerStream stream = answer;
    if (stream == null || !stream.endsWell()) {
      super.lost(cause);
    }
  }

  @Override
  public void request(int elements) {
    if (loop.inEventLoop()) {
      more(elements);
    } else {
      loop.execute(() -> more(elements));
    }
  }

  private void more(int elements) {
    AnswerStream stream = answer;
    if (stream != null) {
      stream.request(elements);
    }
  }

  /** The subscriber of the answers wants no more. */
  @Override
  public void cancel() {
    giveUp(Failure.givenUp(Cancellation.Reason.CALLER, where()));
  }
}
