package dev.farcall.grpc;

import dev.farcall.call.Cancellation;
import dev.farcall.call.Failure;
import dev.farcall.call.Payload;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** One message there, one back. Completed by the event loop, or by whoever gives it up. */
final class UnaryExchange extends ClientCall.Listener<byte[]> implements Cancellation.Action {

  private final EndpointChannel channel;
  private final ClientCall<byte[], byte[]> call;
  private final SentTracer tracer;
  private final Request request;
  private final CompletableFuture<Response> response = new CompletableFuture<>();

  // Of the event loop.
  private @Nullable Metadata headers;
  private byte @Nullable [] message;
  private boolean second;

  private volatile Cancellation.@Nullable Listener cancelling;

  UnaryExchange(
      EndpointChannel channel,
      ClientCall<byte[], byte[]> call,
      SentTracer tracer,
      Request request) {
    this.channel = channel;
    this.call = call;
    this.tracer = tracer;
    this.request = request;
  }

  CompletionStage<Response> start(byte[] body, Metadata metadata) {
    call.start(this, metadata);
    channel.transport().compress(call, body);
    call.sendMessage(body);
    call.halfClose();
    // After the message, so that the event loop is woken once. A second answer would be a fault; it
    // shall be seen.
    call.request(2);
    // Only now: grpc-java refuses to be cancelled before it has begun.
    cancelling = request.cancellation().onCancel(this);
    if (response.isDone()) {
      forget();
    }
    return response;
  }

  @Override
  public void onHeaders(Metadata received) {
    headers = received;
  }

  @Override
  public void onMessage(byte[] received) {
    second = message != null;
    message = received;
  }

  @Override
  public void onClose(Status status, Metadata trailers) {
    Response result;
    if (status.isOk()) {
      result = result();
    } else {
      ClientStatus ended = new ClientStatus(status, trailers, tracer.sent(), headers != null);
      result = Response.failed(channel.failure(request, ended));
    }
    response.complete(result);
    forget();
  }

  private Response result() {
    byte[] received = message;
    if (received == null || second) {
      String found = received == null ? "no answer" : "more than one answer";
      return Response.failed(
          ClientStatus.unusable(found + " (expected: one)", channel.where(request)));
    }
    if (!BytesMarshaller.isRead(received)) {
      return Response.failed(ClientStatus.unread(received, channel.where(request)));
    }
    Payload payload = Payload.received(received, channel.transport().limits());
    return Response.of(payload, MetadataMapping.read(headers));
  }

  @Override
  public void cancelled(Cancellation.Reason reason) {
    String where = channel.where(request);
    if (response.complete(Response.failed(Failure.givenUp(reason, where)))) {
      call.cancel("given up: " + reason, null);
    }
  }

  private void forget() {
    Cancellation.Listener listener = cancelling;
    if (listener != null) {
      listener.remove();
    }
  }
}
