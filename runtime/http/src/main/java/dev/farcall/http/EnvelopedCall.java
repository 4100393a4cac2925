package dev.farcall.http;

import dev.farcall.annotation.Code;
import dev.farcall.call.Channel;
import dev.farcall.call.Failure;
import dev.farcall.call.Metadata;
import dev.farcall.call.Operation;
import dev.farcall.protocol.Envelope;
import dev.farcall.protocol.EnvelopeReader;
import dev.farcall.protocol.Gzip;
import dev.farcall.protocol.ServerExchange;
import dev.farcall.protocol.ServerWire;
import dev.farcall.protocol.UnreadableException;
import dev.farcall.wire.DecodeLimits;
import io.netty.channel.EventLoop;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/**
 * A call of gRPC, gRPC-Web or a stream of Connect: messages in envelopes, both ways. What comes in
 * is read on the event loop of the connection, and no more of it than is asked for; what goes out
 * is handed over to it in order, whichever thread it comes from.
 *
 * <p>A client that has begun a message must send the rest of it in time, and one that has a single
 * message to send must do so; between two messages of a stream it may be silent.
 */
final class EnvelopedCall extends Awaited
    implements ServerWire, WriteQueue.Sink, Handler<Buffer>, Runnable {

  private final HttpExchange http;
  private final EnvelopeWriter writer;
  private final ServerExchange exchange;
  private final EnvelopeReader reader;
  private final DecodeLimits limits;
  private final @Nullable WebText text;
  private final boolean compressed;
  private final boolean requestStream;
  private final EventLoop loop;
  private final WriteQueue writes;

  // Of the event loop.
  private int wanted;
  private boolean delivering;
  private boolean paused;
  private boolean allReceived;
  private boolean closed;

  // Handed over by the one who answers.
  private Metadata headers = Metadata.EMPTY;
  private byte @Nullable [] answer;

  /**
   * @param text null if the body is not in base64
   * @param compressed whether messages may be compressed
   */
  EnvelopedCall(
      HttpExchange http,
      EnvelopeWriter writer,
      ServerExchange.Head head,
      Operation<?, ?> operation,
      Channel channel,
      DecodeLimits limits,
      @Nullable WebText text,
      boolean compressed) {
    this.http = http;
    this.writer = writer;
    this.limits = limits;
    this.text = text;
    this.compressed = compressed;
    this.requestStream = operation.kind().requestStream();
    this.loop = http.eventLoop();
    this.reader = new EnvelopeReader(limits.maxBytes());
    this.exchange = new ServerExchange(this, operation, channel, head, limits);
    this.writes = new WriteQueue(loop, this, exchange::ready);
  }

  /** Begins; on the event loop. */
  void open(boolean streams) {
    var unused = http.cancellation().onCancel(gone -> gone());
    HttpServerRequest request = http.request();
    request.handler(this);
    request.endHandler(
        end -> {
          allReceived = true;
          deliver();
          flow();
        });
    if (streams) {
      http.response().drainHandler(drained -> writes.drained());
    }
    exchange.open();
    flow();
  }

  private void gone() {
    http.guard().arrived(this);
    exchange.cancelled();
  }

  // ---- what comes in, on the event loop

  @Override
  public void handle(Buffer bytes) {
    if (closed) {
      return;
    }
    try {
      reader.add(text == null ? bytes.getBytes() : text.decode(bytes.getBytes()));
    } catch (UnreadableException fault) {
      unreadable(fault);
      return;
    }
    deliver();
    flow();
  }

  private void unreadable(UnreadableException fault) {
    closed = true;
    exchange.unreadable(fault);
  }

  /** Hands on what is there and wanted. */
  private void deliver() {
    if (delivering || closed) {
      return;
    }
    delivering = true;
    try {
      while (wanted > 0 && !closed) {
        Envelope envelope = reader.next();
        if (envelope == null) {
          break;
        }
        wanted--;
        http.guard().arrived(this); // the next one has its own time
        exchange.message(message(envelope));
      }
      halfClose();
    } catch (UnreadableException fault) {
      unreadable(fault);
    } finally {
      delivering = false;
    }
  }

  private void halfClose() throws UnreadableException {
    if (!allReceived || closed) {
      return;
    }
    if (reader.isBetweenFrames()) {
      closed = true;
      exchange.halfClosed();
    } else if (wanted > 0) {
      throw new UnreadableException(
          Code.INVALID_ARGUMENT, "the request ends within a message (expected: all of it)");
    }
  }

  private byte[] message(Envelope envelope) throws UnreadableException {
    if ((envelope.flags() & ~Envelope.COMPRESSED) != 0) {
      throw new UnreadableException(
          Code.INVALID_ARGUMENT, "flags " + envelope.flags() + " (expected: 0 or 1)");
    }
    byte[] message = envelope.message();
    if (!envelope.is(Envelope.COMPRESSED)) {
      return message;
    }
    if (!compressed) {
      throw new UnreadableException(
          Code.INTERNAL, "a compressed message (expected: none, for no encoding was named)");
    }
    return message.length == 0 ? message : Gzip.inflate(message, limits.maxBytes());
  }

  /** Lets bytes come while messages are wanted. */
  private void flow() {
    watch();
    if (allReceived || paused == (wanted == 0 && !closed)) {
      return;
    }
    paused = !paused;
    if (paused) {
      http.request().pause();
    } else {
      http.request().resume();
    }
  }

  /** Waits for what the client owes: the rest of a message that is wanted, or its only one. */
  private void watch() {
    boolean owed =
        wanted > 0
            && !allReceived
            && !closed
            && !http.isEnded()
            && (!requestStream || !reader.isBetweenFrames());
    if (owed) {
      http.guard().await(this);
    } else {
      http.guard().arrived(this);
    }
  }

  @Override
  void tooSlow() {
    http.guard().arrived(this);
    unreadable(
        new UnreadableException(Code.DEADLINE_EXCEEDED, "the message did not arrive in time"));
  }

  @Override
  public void request(int messages) {
    if (loop.inEventLoop()) {
      wanted += messages;
      deliver();
      flow();
    } else {
      loop.execute(() -> request(messages));
    }
  }

  // ---- what goes out, from any thread

  @Override
  public boolean isReady() {
    return writes.hasRoom();
  }

  @Override
  public void answer(Metadata headers, byte[] message) {
    this.headers = headers;
    this.answer = message;
    if (loop.inEventLoop()) {
      run();
    } else {
      loop.execute(this);
    }
  }

  /** Writes the answer. */
  @Override
  public void run() {
    byte[] message = answer;
    if (message != null && !http.isEnded()) {
      finish(writer.answer(headers, message));
    }
  }

  @Override
  public void begin(Metadata headers) {
    inOrder(() -> writer.begin(headers));
  }

  @Override
  public void send(byte[] message) {
    writes.write(writer.frame(message));
  }

  @Override
  public boolean isOver() {
    return http.isEnded();
  }

  @Override
  public void write(Buffer elements) {
    http.response().write(elements);
  }

  @Override
  public boolean isFull() {
    return http.response().writeQueueFull();
  }

  @Override
  public void end() {
    over(null);
  }

  @Override
  public void fail(Failure failure) {
    over(failure);
  }

  private void over(@Nullable Failure failure) {
    inOrder(
        () -> {
          finish(writer.end(failure));
        });
  }

  private void inOrder(Runnable action) {
    writes.inOrder(() -> write(action));
  }

  private void write(Runnable action) {
    if (!http.isEnded()) {
      action.run();
    }
  }

  /**
   * The answer is on its way. What is left of the request is not read; it is cut off when the
   * answer has left, which a reset of the stream would overtake.
   */
  private void finish(Future<Void> answered) {
    closed = true;
    flow();
    if (!allReceived) {
      answered.onComplete(left -> cutOff());
    }
  }

  private void cutOff() {
    if (!http.request().isEnded()) {
      http.discard();
    }
  }
}
