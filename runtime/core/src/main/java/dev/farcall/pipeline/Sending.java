package dev.farcall.pipeline;

import dev.farcall.annotation.Code;
import dev.farcall.call.CallContext;
import dev.farcall.call.Cancellation;
import dev.farcall.call.Cancellation.Reason;
import dev.farcall.call.Channel;
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
import java.util.concurrent.Flow;

/** What all callers do: sends requests down the stack of one method, and waits for answers. */
record Sending(Operation<?, ?> operation, Channel channel) {

  /** Throws where a thread must not wait. */
  void refuseWhereNobodyMayWait() {
    Thread thread = Thread.currentThread();
    if (thread instanceof EventLoopThread
        || thread instanceof TimerThread
        || !CallContext.current().mayBlock()) {
      throw new IllegalStateException(
          operation
              + " would block an event loop, or code that promises not to block (thread "
              + thread.getName()
              + "). Declare the method as CompletionStage or Flow.Publisher, or call it"
              + " where waiting is allowed: in a service, from a method without @NonBlocking that"
              + " returns its plain result; in a callback of a future, by thenApplyAsync or"
              + " Connection.executor.");
    }
  }

  /** Sends one payload. */
  CompletionStage<Response> send(Payload payload, Metadata metadata, Inheritance inheritance) {
    Reason reason = inheritance.cancellation().reason();
    return reason != null
        ? givenUp(reason)
        : channel.send(
            Request.of(
                operation,
                payload,
                inheritance.metadata(metadata),
                inheritance.deadline(),
                inheritance.cancellation()));
  }

  /** Sends a stream of payloads. */
  CompletionStage<Response> send(
      Flow.Publisher<Payload> payloads, Metadata metadata, Inheritance inheritance) {
    Reason reason = inheritance.cancellation().reason();
    return reason != null
        ? givenUp(reason)
        : channel.send(
            Request.streaming(
                operation,
                payloads,
                inheritance.metadata(metadata),
                inheritance.deadline(),
                inheritance.cancellation()));
  }

  private CompletionStage<Response> givenUp(Reason reason) {
    return CompletableFuture.completedFuture(
        Response.failed(Failure.givenUp(reason, operation.path())));
  }

  /** The answer, waited for; an interrupt gives the call up. */
  Response await(CompletionStage<Response> stage, Cancellation cancellation) {
    try {
      return stage.toCompletableFuture().get();
    } catch (InterruptedException interrupted) {
      return interrupted(cancellation, interrupted);
    } catch (ExecutionException broken) {
      return Response.failed(Failure.ofBrokenChannel(operation.path(), broken.getCause()));
    }
  }

  /** Gives up the call of a thread that was interrupted, and keeps its flag. */
  Response interrupted(Cancellation cancellation, InterruptedException interrupted) {
    cancellation.cancel(Reason.CALLER);
    Thread.currentThread().interrupt();
    return Response.failed(
        Failure.of(
            Outcome.CANCELLED,
            Code.CANCELLED,
            "the caller was interrupted: " + operation,
            interrupted));
  }

  /** The stack, as in {@code shop.UserService/GetUser: timeout 300 ms > grpc 127.0.0.1:9090}. */
  @Override
  public String toString() {
    return operation + ": " + channel;
  }
}
