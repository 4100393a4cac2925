package dev.farcall.grpc;

import dev.farcall.call.Cancellation;
import dev.farcall.call.Failure;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** How every call of a client begins and is given up. */
abstract class ClientExchange extends ClientCall.Listener<byte[]> implements Cancellation.Action {

  final EndpointChannel channel;
  final ClientCall<byte[], byte[]> call;
  final Request request;

  private final SentTracer tracer;
  private volatile Cancellation.@Nullable Listener cancelling;

  @Nullable Metadata headers; // Of the event loop.

  ClientExchange(
      EndpointChannel channel,
      ClientCall<byte[], byte[]> call,
      SentTracer tracer,
      Request request) {
    this.channel = channel;
    this.call = call;
    this.tracer = tracer;
    this.request = request;
  }

  /** Starts the call; the body is null if it is a stream. */
  final CompletionStage<Response> start(byte @Nullable [] body, Metadata metadata) {
    call.start(this, metadata);
    if (body == null) {
      sendStream();
    } else {
      channel.transport().compress(call, body);
      call.sendMessage(body);
      call.halfClose();
    }
    // After the message, so that the event loop is woken once. A second answer would be a fault
    // where there is to be one; it shall be seen.
    call.request(request.operation().kind().responseStream() ? 1 : 2);
    // Only now: grpc-java refuses to be cancelled before it has begun.
    cancelling = request.cancellation().onCancel(this);
    if (isOver()) {
      forget();
    }
    return response();
  }

  /** Begins to send a body that is a stream. */
  abstract void sendStream();

  /** Whether the call has ended on this side. */
  abstract boolean isOver();

  abstract CompletionStage<Response> response();

  /** The call has ended: it need not hear any more that it is given up. */
  final void forget() {
    Cancellation.Listener listener = cancelling;
    if (listener != null) {
      listener.remove();
    }
  }

  /** What the peer's status says. */
  final Failure failure(Status status, Metadata trailers) {
    ClientStatus ended =
        new ClientStatus(status, trailers, tracer.sent(), headers != null, tracer.told());
    return channel.failure(request, ended);
  }

  @Override
  public void onHeaders(Metadata received) {
    headers = received;
  }
}
