package dev.farcall.grpc;

import dev.farcall.annotation.Code;
import dev.farcall.call.CallException;
import dev.farcall.call.Cancellation;
import dev.farcall.call.Failure;
import dev.farcall.call.Outcome;
import dev.farcall.call.Payload;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.stream.Inbound;
import dev.farcall.stream.Outbound;
import dev.farcall.wire.EncodeException;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A call with a stream there, back, or both ways. */
final class StreamExchange extends ClientExchange implements Inbound.Source, Outbound.Sink {

  private final boolean answersStream;
  private final Inbound inbound = new Inbound(this, 1);
  private final Outbound outbound = new Outbound(this);
  private final CompletableFuture<Response> response = new CompletableFuture<>();
  private final CompletableFuture<Outcome> done = new CompletableFuture<>();
  private final AtomicBoolean finished = new AtomicBoolean();

  private byte @Nullable [] message; // Of the event loop.

  StreamExchange(
      EndpointChannel channel,
      ClientCall<byte[], byte[]> call,
      SentTracer tracer,
      Request request) {
    super(channel, call, tracer, request);
    this.answersStream = request.operation().kind().responseStream();
  }

  @Override
  void sendStream() {
    try {
      request.payloads().subscribe(outbound);
    } catch (Throwable thrown) { // a publisher must not; and the call has begun
      fail(thrown);
    }
  }

  @Override
  boolean isOver() {
    return finished.get();
  }

  @Override
  CompletionStage<Response> response() {
    return response;
  }

  @Override
  public void onReady() {
    outbound.ready();
  }

  @Override
  public void onMessage(byte[] received) {
    if (!BytesMarshaller.isRead(received)) {
      abandon(ClientStatus.unread(received, channel.where(request)));
      return;
    }
    if (!answersStream && message != null) {
      abandon(
          ClientStatus.unusable("more than one answer (expected: one)", channel.where(request)));
      return;
    }
    message = received;
    if (answersStream) {
      begin();
      inbound.next(Payload.received(received, channel.transport().limits()));
    }
  }

  private void begin() {
    if (!response.isDone()) {
      response.complete(Response.streaming(inbound, MetadataMapping.read(headers), done));
    }
  }

  @Override
  public void onClose(Status status, Metadata trailers) {
    if (!status.isOk()) {
      finish(failure(status, trailers));
    } else if (!answersStream && message == null) {
      finish(ClientStatus.unusable("no answer (expected: one)", channel.where(request)));
    } else {
      finish(null);
    }
  }

  /** Ends the call on this side, then on the wire. */
  private void abandon(Failure failure) {
    if (finish(failure)) {
      call.cancel(failure.outcome().toString(), null);
    }
  }

  private boolean finish(@Nullable Failure failure) {
    if (!finished.compareAndSet(false, true)) {
      return false;
    }
    outbound.stop();
    forget();
    if (failure != null) {
      if (!response.complete(Response.failed(failure))) {
        inbound.end(CallException.of(failure));
      }
      done.complete(failure.outcome());
      return true;
    }
    byte[] last = message;
    if (answersStream || last == null) {
      begin();
      inbound.end(null);
    } else {
      Payload payload = Payload.received(last, channel.transport().limits());
      response.complete(Response.of(payload, MetadataMapping.read(headers)));
    }
    done.complete(Outcome.OK);
    return true;
  }

  @Override
  public void cancelled(Cancellation.Reason reason) {
    abandon(Failure.givenUp(reason, channel.where(request)));
  }

  @Override
  public void request(int elements) {
    call.request(elements);
  }

  /** The subscriber of the answers wants no more. */
  @Override
  public void cancel() {
    abandon(Failure.givenUp(Cancellation.Reason.CALLER, channel.where(request)));
  }

  @Override
  public boolean isReady() {
    return call.isReady();
  }

  @Override
  public void send(Payload element) {
    byte[] body = element.bytes();
    int limit = channel.transport().maxMessageBytes();
    if (body.length > limit) {
      throw new EncodeException(
          "an element of the request has "
              + body.length
              + " bytes (expected: at most "
              + limit
              + ")");
    }
    channel.transport().compress(call, body);
    onWire(() -> call.sendMessage(body));
  }

  @Override
  public void end() {
    onWire(call::halfClose);
  }

  @Override
  public void fail(Throwable error) {
    abandon(
        error instanceof EncodeException e
            ? Failure.notEncodable(e)
            : Failure.of(
                Outcome.CANCELLED,
                Code.CANCELLED,
                "the stream of the request failed: " + channel.where(request),
                error));
  }

  /** gRPC throws at a call that was cancelled meanwhile, which is no news. */
  private void onWire(Runnable action) {
    try {
      action.run();
    } catch (IllegalStateException e) {
      if (!finished.get()) {
        throw e;
      }
    }
  }
}
