package dev.farcall.pipeline;

import dev.farcall.annotation.Code;
import dev.farcall.call.CallContext;
import dev.farcall.call.Caller;
import dev.farcall.call.Cancellation;
import dev.farcall.call.Cancellation.Reason;
import dev.farcall.call.Channel;
import dev.farcall.call.Deadline;
import dev.farcall.call.Failure;
import dev.farcall.call.Metadata;
import dev.farcall.call.Operation;
import dev.farcall.call.Outcome;
import dev.farcall.call.Payload;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.spi.EventLoopThread;
import dev.farcall.time.TimerThread;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The top of the stack: makes the request, with the deadline and the cancellation of the call it is
 * made in, and turns the response into a result or an exception. A blocked caller waits for the
 * very stage that the wire completes, and decodes on its own thread.
 */
final class BoundCaller<Q, R> implements Caller<Q, R> {

  private final Operation<Q, R> operation;
  private final Channel channel;
  private final @Nullable Executor executor;
  private final Results<R> results;

  BoundCaller(Operation<Q, R> operation, Channel channel, @Nullable Executor executor) {
    this.operation = operation;
    this.channel = channel;
    this.executor = executor;
    this.results = new Results<>(operation);
  }

  @Override
  public R call(Q request, Metadata metadata) {
    refuseWhereNobodyMayWait();
    Inheritance inheritance = Inheritance.current(operation);
    try {
      CompletionStage<Response> stage = send(request, metadata, inheritance);
      return results.get(await(stage, inheritance.cancellation()));
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

  private void refuseWhereNobodyMayWait() {
    Thread thread = Thread.currentThread();
    if (thread instanceof EventLoopThread
        || thread instanceof TimerThread
        || !CallContext.current().mayBlock()) {
      throw new IllegalStateException(
          operation
              + " would block an event loop, or code that promises not to block (thread "
              + thread.getName()
              + "). Declare the method as CompletionStage, or call it"
              + " where waiting is allowed: in a service, from a method without @NonBlocking that"
              + " returns its plain result; in a callback of a future, by thenApplyAsync or"
              + " Connection.executor.");
    }
  }

  private CompletionStage<Response> send(Q request, Metadata metadata, Inheritance inheritance) {
    Reason reason = inheritance.cancellation().reason();
    if (reason != null) {
      return CompletableFuture.completedFuture(
          Response.failed(Failure.givenUp(reason, operation.path())));
    }
    return channel.send(
        Request.of(
            operation,
            Payload.of(operation.request(), request),
            CallContext.current().passedOn().plus(metadata),
            inheritance.deadline(),
            inheritance.cancellation()));
  }

  private Response await(CompletionStage<Response> stage, Cancellation cancellation) {
    try {
      return stage.toCompletableFuture().get();
    } catch (InterruptedException interrupted) {
      cancellation.cancel(Reason.CALLER);
      Thread.currentThread().interrupt();
      return Response.failed(
          Failure.of(
              Outcome.CANCELLED,
              Code.CANCELLED,
              "the caller was interrupted: " + operation,
              interrupted));
    } catch (ExecutionException broken) {
      return Response.failed(Failure.ofBrokenChannel(operation.path(), broken.getCause()));
    }
  }

  /** The stack, as in {@code shop.UserService/GetUser: timeout 300 ms > grpc 127.0.0.1:9090}. */
  @Override
  public String toString() {
    return operation + ": " + channel;
  }

  /** What a call takes over from the call it is made in. */
  record Inheritance(
      Deadline deadline, Cancellation cancellation, Cancellation.@Nullable Listener link) {

    static Inheritance current(Operation<?, ?> operation) {
      CallContext context = CallContext.current();
      Cancellation own = new Cancellation();
      if (operation.detached() || context == CallContext.NONE) {
        return new Inheritance(Deadline.NONE, own, null);
      }
      // The limit of the surrounding call is its own there, and an inherited one here.
      Cancellation.Listener link =
          context
              .cancellation()
              .onCancel(
                  reason ->
                      own.cancel(reason == Reason.OWN_LIMIT ? Reason.INHERITED_LIMIT : reason));
      return new Inheritance(context.deadline(), own, link);
    }

    /** The call has ended: the surrounding one need not remember it. */
    void detach() {
      if (link != null) {
        link.remove();
      }
    }
  }
}
