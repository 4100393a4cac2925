package dev.farcall.server;

import static java.util.Objects.requireNonNull;

import dev.farcall.call.CallContext;
import dev.farcall.call.CallException;
import dev.farcall.call.Failure;
import dev.farcall.call.Operation;
import dev.farcall.call.Payload;
import dev.farcall.call.Request;
import dev.farcall.stream.Relay;
import dev.farcall.wire.DecodeException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The stream of requests of a call, for one subscriber, decoded as they are asked for. One that
 * cannot be decoded ends the stream, and the call.
 */
final class RequestStream<Q> implements Flow.Publisher<Q> {

  private final Operation<Q, ?> operation;
  private final Request request;
  private final InContext context;
  private final AtomicBoolean taken = new AtomicBoolean();
  private final CompletableFuture<Failure> fault = new CompletableFuture<>();

  RequestStream(
      Operation<Q, ?> operation, Request request, CallContext context, Answering.Running running) {
    this.operation = operation;
    this.request = request;
    this.context = new InContext(context, running);
  }

  /** Completes if the caller is to be told that one of the requests is none. */
  CompletionStage<Failure> fault() {
    return fault;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super Q> subscriber) {
    requireNonNull(subscriber, "subscriber");
    Relay<Payload, Q> relay = new Relay<>(this::decoded, thrown -> thrown, ended -> {});
    boolean first = taken.compareAndSet(false, true);
    if (!first) {
      relay.end(
          new IllegalStateException("the requests of a call have one subscriber, and have it"));
    }
    boolean unused = relay.to(context.signals(subscriber));
    if (first) {
      request.payloads().subscribe(relay);
    }
  }

  private Q decoded(Payload payload) {
    try {
      return payload.value(operation.request());
    } catch (DecodeException undecodable) {
      Failure failure = Refusals.undecodable(operation, undecodable);
      fault.complete(failure);
      throw CallException.of(failure);
    }
  }
}
