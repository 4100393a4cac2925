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
final class UnaryExchange extends ClientExchange {

  private final CompletableFuture<Response> response = new CompletableFuture<>();

  // Of the event loop.
  private byte @Nullable [] message;
  private boolean second;

  UnaryExchange(
      EndpointChannel channel,
      ClientCall<byte[], byte[]> call,
      SentTracer tracer,
      Request request) {
    super(channel, call, tracer, request);
  }

  @Override
  void sendStream() {
    throw new IllegalStateException(request + ": the body is a stream (expected: one payload)");
  }

  @Override
  boolean isOver() {
    return response.isDone();
  }

  @Override
  CompletionStage<Response> response() {
    return response;
  }

  @Override
  public void onMessage(byte[] received) {
    second = message != null;
    message = received;
  }

  @Override
  public void onClose(Status status, Metadata trailers) {
    response.complete(status.isOk() ? result() : Response.failed(failure(status, trailers)));
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
}
