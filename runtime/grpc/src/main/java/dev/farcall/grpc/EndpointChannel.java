package dev.farcall.grpc;

import static dev.farcall.annotation.Code.CANCELLED;
import static dev.farcall.annotation.Code.DEADLINE_EXCEEDED;
import static dev.farcall.annotation.Code.RESOURCE_EXHAUSTED;

import dev.farcall.call.Cancellation;
import dev.farcall.call.Endpoint;
import dev.farcall.call.Failure;
import dev.farcall.call.Kind;
import dev.farcall.call.Operation;
import dev.farcall.call.Outcome;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.protocol.GrpcTimeout;
import dev.farcall.spi.Link;
import dev.farcall.wire.EncodeException;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The wire to one endpoint, over a connection of its own that comes and goes as needed. */
final class EndpointChannel implements Link {

  private final GrpcTransport transport;
  private final Endpoint endpoint;
  private final ManagedChannel wire;
  private final Reconnect reconnect;

  EndpointChannel(GrpcTransport transport, Endpoint endpoint, ManagedChannel wire) {
    this.transport = transport;
    this.endpoint = endpoint;
    this.wire = wire;
    this.reconnect = new Reconnect(wire, transport.time());
  }

  @Override
  public CompletionStage<Response> send(Request request) {
    Operation<?, ?> operation = request.operation();
    byte[] message = null;
    if (!operation.kind().requestStream()) {
      try {
        message = request.payload().bytes();
      } catch (EncodeException e) {
        return failed(Failure.notEncodable(e));
      }
    }
    Failure refused = refuse(request, message);
    if (refused != null) {
      return failed(refused);
    }
    SentTracer tracer = new SentTracer();
    CallOptions options = transport.callOptions().withStreamTracerFactory(tracer);
    ClientCall<byte[], byte[]> call = wire.newCall(transport.method(operation), options);
    if (message != null && operation.kind() == Kind.UNARY) {
      return new UnaryExchange(this, call, tracer, request).start(message, headers(request));
    }
    return new StreamExchange(this, call, tracer, request).start(message, headers(request));
  }

  /** What need not be sent at all; null if it is to be sent. */
  private @Nullable Failure refuse(Request request, byte @Nullable [] message) {
    Cancellation.Reason reason = request.cancellation().reason();
    if (reason != null) {
      return Failure.givenUp(reason, where(request));
    }
    if (message != null && message.length > transport.maxMessageBytes()) {
      return Failure.of(
          Outcome.LOCAL_REJECT,
          RESOURCE_EXHAUSTED,
          "the request has "
              + message.length
              + " bytes (expected: at most "
              + transport.maxMessageBytes()
              + "): "
              + where(request));
    }
    if (request.deadline().isSet() && request.deadline().expired(transport.time().now())) {
      return Failure.of(
          Outcome.LOCAL_REJECT,
          DEADLINE_EXCEEDED,
          "the deadline had passed before it was sent: " + where(request));
    }
    return null;
  }

  private Metadata headers(Request request) {
    Metadata headers = new Metadata();
    if (request.deadline().isSet()) {
      long remaining = request.deadline().remaining(transport.time().now());
      headers.put(TimeoutHandover.SENT, GrpcTimeout.encode(Math.max(1, remaining)));
    }
    MetadataMapping.write(request.metadata(), headers);
    return headers;
  }

  /** Which call, and where to, for messages. */
  String where(Request request) {
    return request.operation() + " at " + endpoint;
  }

  /** How the call ended, if not with OK. */
  Failure failure(Request request, ClientStatus ended) {
    if (transport.isClosed()) {
      return Failure.of(
          Outcome.CANCELLED,
          CANCELLED,
          "the connection was closed on this side: " + where(request));
    }
    if (!ended.sent()) {
      reconnect.soon();
    }
    boolean expired =
        request.deadline().isSet() && request.deadline().expired(transport.time().now());
    return ended.toFailure(request.operation(), endpoint, expired);
  }

  GrpcTransport transport() {
    return transport;
  }

  @Override
  public void close() {
    wire.shutdown();
  }

  /** Whether it was closed, and no call is in flight any more. */
  boolean isTerminated() {
    return wire.isTerminated();
  }

  /** Ends the calls in flight too. */
  void closeNow() {
    wire.shutdownNow();
  }

  private static CompletionStage<Response> failed(Failure failure) {
    return CompletableFuture.completedFuture(Response.failed(failure));
  }

  @Override
  public String toString() {
    return "grpc " + endpoint;
  }
}
