package dev.farcall.pipeline;

import static java.util.Objects.requireNonNull;

import dev.farcall.call.CallContext;
import dev.farcall.call.Cancellation.Reason;
import dev.farcall.call.Channel;
import dev.farcall.call.Kind;
import dev.farcall.call.Metadata;
import dev.farcall.call.Operation;
import dev.farcall.call.Payload;
import dev.farcall.call.Response;
import dev.farcall.call.StreamCaller;
import dev.farcall.stream.Pump;
import dev.farcall.stream.Streams;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The top of the stack of a method that takes or gives a stream, as {@link BoundCaller} is. */
final class BoundStreams<Q, R> implements StreamCaller<Q, R> {

  private final Operation<Q, R> operation;
  private final Sending sending;
  private final @Nullable Executor executor;
  private final Results<R> results;

  BoundStreams(Operation<Q, R> operation, Channel channel, @Nullable Executor executor) {
    this.operation = operation;
    this.sending = new Sending(operation, channel);
    this.executor = executor;
    this.results = new Results<>(operation);
  }

  @Override
  public Flow.Publisher<R> publish(Q request, Metadata metadata) {
    require(Kind.SERVER_STREAMING);
    CallContext context = CallContext.current();
    return subscriber ->
        answer(
            subscriber,
            context,
            inheritance ->
                sending.send(Payload.of(operation.request(), request), metadata, inheritance));
  }

  @Override
  public Stream<R> stream(Q request, Metadata metadata) {
    sending.refuseWhereNobodyMayWait();
    return Streams.blocking(publish(request, metadata), sending::refuseWhereNobodyMayWait);
  }

  @Override
  public Flow.Publisher<R> publishWith(Flow.Publisher<Q> requests, Metadata metadata) {
    require(Kind.BIDI_STREAMING);
    Flow.Publisher<Payload> payloads = encoded(requests);
    CallContext context = CallContext.current();
    return subscriber ->
        answer(subscriber, context, inheritance -> sending.send(payloads, metadata, inheritance));
  }

  /** Sends a request to be answered by a stream. */
  private interface Sent {
    CompletionStage<Response> with(Inheritance inheritance);
  }

  private void answer(Flow.Subscriber<? super R> subscriber, CallContext context, Sent sent) {
    requireNonNull(subscriber, "subscriber");
    StreamedAnswer<R> answer =
        new StreamedAnswer<>(results, Inheritance.of(context, operation), operation.path());
    answer.to(subscriber);
    if (answer.isOver()) {
      return;
    }
    try {
      sent.with(answer.inheritance()).whenComplete(answer);
    } catch (Throwable broken) { // a channel must not; its subscriber waits for an end
      answer.accept(null, broken);
    }
  }

  @Override
  public R callWith(Flow.Publisher<Q> requests, Metadata metadata) {
    require(Kind.CLIENT_STREAMING);
    sending.refuseWhereNobodyMayWait();
    Inheritance inheritance = Inheritance.current(operation);
    try {
      CompletionStage<Response> stage = sending.send(encoded(requests), metadata, inheritance);
      return results.get(sending.await(stage, inheritance.cancellation()));
    } finally {
      inheritance.detach();
    }
  }

  @Override
  public R callWith(Stream<Q> requests, Metadata metadata) {
    require(Kind.CLIENT_STREAMING);
    try (Stream<Q> elements = requireNonNull(requests, "requests")) {
      sending.refuseWhereNobodyMayWait();
      Inheritance inheritance = Inheritance.current(operation);
      try {
        return results.get(pumped(new Pump<>(elements), metadata, inheritance));
      } catch (Throwable thrown) { // by the elements, perhaps: then nobody waits for the answer
        inheritance.cancellation().cancel(Reason.CALLER);
        throw thrown;
      } finally {
        inheritance.detach();
      }
    }
  }

  private Response pumped(Pump<Q> pump, Metadata metadata, Inheritance inheritance) {
    CompletableFuture<Response> stage =
        sending.send(encoded(pump), metadata, inheritance).toCompletableFuture();
    CompletionStage<Response> end = stage;
    end.whenComplete((response, broken) -> pump.wake());
    try {
      pump.run(stage::isDone);
    } catch (InterruptedException interrupted) {
      return sending.interrupted(inheritance.cancellation(), interrupted);
    }
    return sending.await(stage, inheritance.cancellation());
  }

  @Override
  public CompletableFuture<R> startWith(Flow.Publisher<Q> requests, Metadata metadata) {
    require(Kind.CLIENT_STREAMING);
    Inheritance inheritance = Inheritance.current(operation);
    PendingCall<R> pending = new PendingCall<>(results, inheritance, executor);
    sending.send(encoded(requests), metadata, inheritance).whenComplete(pending);
    return pending;
  }

  private Flow.Publisher<Payload> encoded(Flow.Publisher<Q> requests) {
    requireNonNull(requests, "requests");
    return subscriber -> requests.subscribe(new EncodedElements<>(operation.request(), subscriber));
  }

  private void require(Kind kind) {
    if (operation.kind() != kind) {
      throw new IllegalStateException(
          operation + " is " + operation.kind() + " (expected: " + kind + ")");
    }
  }

  @Override
  public String toString() {
    return sending.toString();
  }
}
