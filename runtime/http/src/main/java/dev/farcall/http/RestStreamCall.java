package dev.farcall.http;

import dev.farcall.call.Channel;
import dev.farcall.call.Failure;
import dev.farcall.call.Metadata;
import dev.farcall.call.Operation;
import dev.farcall.protocol.ServerExchange;
import dev.farcall.protocol.ServerWire;
import dev.farcall.time.Time;
import dev.farcall.wire.DecodeLimits;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A call of REST that answers by a stream. Its status waits for the first element, so that what
 * fails before that is an ordinary problem with a status of its own; but not for long, because
 * there are streams that have nothing to say for hours, and a browser calls them open only when
 * their head has come. What was to be sent beside an answer that comes later than that is lost.
 *
 * <p>Never compressed: what compresses waits for more.
 */
final class RestStreamCall implements ServerWire, WriteQueue.Sink {

  private static final Duration HEAD_AFTER = Duration.ofMillis(500);

  /** Proxies give up on a connection where nothing happens for half a minute or more. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private final HttpExchange http;
  private final HttpServerResponse response;
  private final int status;
  private final StreamText text;
  private final Time time;
  private final ServerExchange exchange;
  private final WriteQueue writes;

  // Of the event loop.
  private Metadata headers = Metadata.EMPTY;
  private boolean begun;
  private boolean over;
  private long lastWrite;
  private Time.@Nullable Timer timer;

  /**
   * @param status of an answer that succeeds
   * @param head of the call; its format is of the request and of the elements
   */
  RestStreamCall(
      HttpExchange http,
      int status,
      StreamText text,
      ServerExchange.Head head,
      Operation<?, ?> operation,
      Channel channel,
      DecodeLimits limits) {
    this.http = http;
    this.response = http.response();
    this.status = status;
    this.text = text;
    this.time = http.services().time();
    this.exchange = new ServerExchange(this, operation, channel, head, limits);
    this.writes = new WriteQueue(http.eventLoop(), this, exchange::ready);
  }

  /** Answers a request whose body has come; on the event loop. */
  void open(byte[] body) {
    var unused = http.cancellation().onCancel(gone -> gone());
    response.drainHandler(drained -> writes.drained());
    timer = time.schedule(HEAD_AFTER, () -> http.onLoop(this::beginInTime));
    exchange.open();
    exchange.message(body);
    exchange.halfClosed();
  }

  private void gone() {
    stopTimer();
    exchange.cancelled();
  }

  private void stopTimer() {
    if (timer != null) {
      timer.cancel();
    }
  }

  private void beginInTime() {
    if (!over && !http.isEnded()) {
      head();
    }
  }

  /** The request has come as a whole. */
  @Override
  public void request(int messages) {}

  @Override
  public boolean isReady() {
    return writes.hasRoom();
  }

  @Override
  public void answer(Metadata headers, byte[] message) {
    throw new IllegalStateException("one message (expected: a stream)");
  }

  @Override
  public void begin(Metadata headers) {
    inOrder(() -> this.headers = headers);
  }

  @Override
  public void send(byte[] message) {
    writes.write(text.element(message));
  }

  @Override
  public boolean isOver() {
    return http.isEnded();
  }

  @Override
  public void write(Buffer elements) {
    head();
    lastWrite = time.now();
    response.write(elements);
  }

  @Override
  public boolean isFull() {
    return response.writeQueueFull();
  }

  @Override
  public void end() {
    inOrder(
        () -> {
          head();
          finish(text.end());
        });
  }

  @Override
  public void fail(Failure failure) {
    inOrder(
        () -> {
          if (begun) {
            finish(text.error(failure));
          } else {
            over = true;
            stopTimer();
            http.write(ErrorFormat.PROBLEM.answer(failure));
          }
        });
  }

  private void inOrder(Runnable action) {
    writes.inOrder(
        () -> {
          if (!http.isEnded()) {
            action.run();
          }
        });
  }

  private void head() {
    if (begun) {
      return;
    }
    begun = true;
    stopTimer();
    response.setStatusCode(status);
    MultiMap to = response.headers();
    to.set(HttpHeaders.CONTENT_TYPE, text.contentType);
    to.set(HttpHeaders.CACHE_CONTROL, "no-cache");
    to.set("x-accel-buffering", "no"); // nginx would wait until there is more
    to.add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    EnvelopeWriter.write(headers, to);
    if (!http.isHttp2()) {
      response.setChunked(true);
    }
    response.writeHead();
    lastWrite = time.now();
    if (text.heartbeat().length > 0) {
      beatAfter(HEARTBEAT.toNanos());
    }
  }

  private void finish(byte[] last) {
    over = true;
    stopTimer();
    response.end(EnvelopeWriter.buffer(last));
  }

  private void beatAfter(long nanos) {
    timer = time.schedule(nanos, () -> http.onLoop(this::beat));
  }

  private void beat() {
    if (over || http.isEnded()) {
      return;
    }
    long left = lastWrite + HEARTBEAT.toNanos() - time.now();
    if (left <= 0) {
      if (!response.writeQueueFull()) {
        write(EnvelopeWriter.buffer(text.heartbeat()));
      }
      left = HEARTBEAT.toNanos();
    }
    beatAfter(left);
  }
}
