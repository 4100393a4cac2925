package dev.farcall.pipeline;

import dev.farcall.call.Caller;
import dev.farcall.call.Channel;
import dev.farcall.call.Metadata;
import dev.farcall.call.Operation;
import dev.farcall.call.Payload;
import dev.farcall.call.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The top of the stack: makes the request, with the deadline and the cancellation of the call it is
 * made in, and turns the response into a result or an exception. A blocked caller waits for the
 * very stage that the wire completes, and decodes on its own thread.
 */
final class BoundCaller<Q, R> implements Caller<Q, R> {

  private final Operation<Q, R> operation;
  private final Sending sending;
  private final @Nullable Executor executor;
  private final Results<R> results;

  BoundCaller(Operation<Q, R> operation, Channel channel, @Nullable Executor executor) {
    this.operation = operation;
    this.sending = new Sending(operation, channel);
    this.executor = executor;
    this.results = new Results<>(operation);
  }

  @Override
  public R call(Q request, Metadata metadata) {
    sending.refuseWhereNobodyMayWait();
    Inheritance inheritance = Inheritance.current(operation);
    try {
      CompletionStage<Response> stage = send(request, metadata, inheritance);
      return results.get(sending.await(stage, inheritance.cancellation()));
    } finally {
      inheritance.detach();
    }
  }

  @Override
  public CompletableFuture<R> start(Q request, Metadata metadata) {
    Inheritance inheritance = Inheritance.current(operation);
    PendingCall<R> pending = new PendingCall<>(results, inheritance, executor);
    send(request, metadata, inheritance).whenComplete(pending);
    return pending;
  }

  private CompletionStage<Response> send(Q request, Metadata metadata, Inheritance inheritance) {
    return sending.send(Payload.of(operation.request(), request), metadata, inheritance);
  }

  @Override
  public String toString() {
    return sending.toString();
  }
}
