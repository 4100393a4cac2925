package dev.farcall.protocol;

import static dev.farcall.annotation.Code.INVALID_ARGUMENT;
import static dev.farcall.annotation.Code.RESOURCE_EXHAUSTED;

import dev.farcall.annotation.Code;
import dev.farcall.call.CallException;
import dev.farcall.call.Cancellation;
import dev.farcall.call.Channel;
import dev.farcall.call.Deadline;
import dev.farcall.call.Failure;
import dev.farcall.call.Format;
import dev.farcall.call.Metadata;
import dev.farcall.call.Operation;
import dev.farcall.call.Origin;
import dev.farcall.call.Outcome;
import dev.farcall.call.Payload;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.stream.Inbound;
import dev.farcall.stream.Outbound;
import dev.farcall.wire.DecodeLimits;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One call on a server, whatever carries it. The answer ends it, or a fault in the request,
 * whichever is first; the peer's cancellation ends it without a word. Deadlines are the business of
 * the channel.
 *
 * <p>The wire tells what comes by {@link #open}, {@link #message}, {@link #halfClosed}, {@link
 * #ready} and {@link #cancelled}, one at a time, and does as {@link ServerWire} says.
 */
public final class ServerExchange
    implements Inbound.Source, Outbound.Sink, BiConsumer<@Nullable Response, @Nullable Throwable> {

  private final ServerWire wire;
  private final Operation<?, ?> operation;
  private final Channel channel;
  private final Head head;
  private final DecodeLimits limits;
  private final Cancellation cancellation = new Cancellation();
  private final AtomicBoolean ended = new AtomicBoolean();
  private final @Nullable Inbound inbound;

  private byte @Nullable [] message; // Of the wire's thread.
  private volatile @Nullable Outbound outbound;

  /**
   * What is known of a call before its first message.
   *
   * @param format of the messages both ways
   */
  public record Head(Metadata metadata, Deadline deadline, Origin origin, Format format) {}

  /**
   * @param limits {@code maxBytes} holds for each message both ways
   */
  public ServerExchange(
      ServerWire wire, Operation<?, ?> operation, Channel channel, Head head, DecodeLimits limits) {
    this.wire = wire;
    this.operation = operation;
    this.channel = channel;
    this.head = head;
    this.limits = limits;
    this.inbound = operation.kind().requestStream() ? new Inbound(this, 0) : null;
  }

  /** Begins; the wire is ready to be asked for messages. */
  public void open() {
    Inbound stream = inbound;
    if (stream == null) {
      wire.request(2); // A second one would be a fault; it shall be seen.
    } else {
      dispatch(
          Request.streaming(operation, stream, head.metadata, head.deadline, cancellation)
              .received(head.origin, head.format));
    }
  }

  /** A message came; it is not larger than the limit. */
  public void message(byte[] received) {
    Inbound stream = inbound;
    if (stream != null) {
      stream.next(Payload.received(received, head.format, limits));
    } else if (message != null) {
      refuse(INVALID_ARGUMENT, "more than one request message (expected: one)");
    } else {
      message = received;
    }
  }

  /** The peer sends no more. */
  public void halfClosed() {
    if (ended.get()) {
      return;
    }
    byte[] received = message;
    if (inbound != null) {
      inbound.end(null);
    } else if (received == null) {
      refuse(INVALID_ARGUMENT, "no request message (expected: one)");
    } else {
      Payload payload = Payload.received(received, head.format, limits);
      dispatch(
          Request.of(operation, payload, head.metadata, head.deadline, cancellation)
              .received(head.origin, head.format));
    }
  }

  /** The peer's message cannot be read. */
  public void unreadable(UnreadableException fault) {
    refuse(fault.code(), String.valueOf(fault.getMessage()));
  }

  /** The peer is gone, or does not want the answer. */
  public void cancelled() {
    if (ended.compareAndSet(false, true)) {
      release();
      cancellation.cancel(Cancellation.Reason.CALLER);
    }
  }

  /** The wire has room again. */
  public void ready() {
    Outbound out = outbound;
    if (out != null) {
      out.ready();
    }
  }

  private void dispatch(Request request) {
    try {
      CompletionStage<Response> stage = channel.send(request);
      if (stage instanceof CompletableFuture<Response> future
          && future.isDone()
          && !future.isCompletedExceptionally()) {
        answer(future.join());
        return;
      }
      var unused = stage.whenComplete(this);
    } catch (RuntimeException e) {
      end(ServerFault.log(operation, "a channel threw", e));
    }
  }

  /** The channel's answer, on whichever thread made it. */
  @Override
  public void accept(@Nullable Response response, @Nullable Throwable fault) {
    if (response != null) {
      answer(response);
    } else {
      end(ServerFault.log(operation, "a channel failed", new IllegalStateException(fault)));
    }
  }

  private void answer(Response response) {
    Failure failure = response.failure();
    if (failure != null) {
      end(failure);
    } else if (operation.kind().responseStream()) {
      answerStream(response);
    } else {
      answerOne(response);
    }
  }

  private void answerOne(Response response) {
    byte[] body;
    try {
      body = encode(response.payload());
    } catch (RuntimeException e) {
      end(unsendable(e));
      return;
    }
    if (ended.compareAndSet(false, true)) {
      wire.answer(response.headers(), body);
      release();
    }
  }

  private void answerStream(Response response) {
    synchronized (ended) {
      if (ended.get()) {
        return;
      }
      wire.begin(response.headers());
    }
    Outbound out = new Outbound(this);
    outbound = out;
    // The deadline of a stream passes after its channel has answered.
    var unused = cancellation.onCancel(this::expired);
    response.payloads().subscribe(out);
    if (ended.get()) {
      out.stop();
    }
  }

  private void expired(Cancellation.Reason reason) {
    if (reason == Cancellation.Reason.INHERITED_LIMIT) {
      boolean unused =
          end(Failure.of(Outcome.PEER_DEADLINE, Code.DEADLINE_EXCEEDED, "the deadline has passed"));
    }
  }

  private byte[] encode(Payload payload) {
    byte[] body = payload.bytes(head.format);
    if (body.length > limits.maxBytes()) {
      throw new CallException(
          RESOURCE_EXHAUSTED, "the answer is over the limit of " + limits.maxBytes() + " bytes");
    }
    return body;
  }

  private Failure unsendable(Throwable fault) {
    return fault instanceof CallException known
        ? known.failure()
        : ServerFault.log(operation, "the answer cannot be sent", fault);
  }

  /** The request itself is at fault. */
  private void refuse(Code code, String text) {
    if (end(Failure.of(Outcome.of(code), code, text))) {
      cancellation.cancel(Cancellation.Reason.CALLER);
    }
  }

  private boolean end(Failure failure) {
    // A stream's elements may come from another thread than a fault; the wire wants one at a time.
    synchronized (ended) {
      if (!ended.compareAndSet(false, true)) {
        return false;
      }
      wire.fail(failure);
    }
    release();
    return true;
  }

  /** Lets go of streams. */
  private void release() {
    Outbound out = outbound;
    if (out != null) {
      out.stop();
    }
    if (inbound != null) {
      Cancellation.Reason gone = Cancellation.Reason.CALLER;
      inbound.end(CallException.of(Failure.givenUp(gone, operation.path())));
    }
  }

  @Override
  public void request(int elements) {
    wire.request(elements);
  }

  /** The handler wants no more of the request; its answer may still come. */
  @Override
  public void cancel() {}

  @Override
  public boolean isReady() {
    return wire.isReady();
  }

  @Override
  public void send(Payload element) {
    byte[] body = encode(element);
    synchronized (ended) {
      if (!ended.get()) {
        wire.send(body);
      }
    }
  }

  @Override
  public void end() {
    synchronized (ended) {
      if (ended.compareAndSet(false, true)) {
        wire.end();
      }
    }
    release();
  }

  @Override
  public void fail(Throwable error) {
    end(unsendable(error));
  }
}
