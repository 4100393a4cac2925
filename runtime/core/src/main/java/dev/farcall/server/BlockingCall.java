package dev.farcall.server;

import dev.farcall.call.CallContext;
import dev.farcall.call.Cancellation;
import dev.farcall.call.Failure;
import dev.farcall.call.Handler;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.time.Time;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One call of an implementation that may block. Given up while it waits for a thread, it never
 * begins; given up while it runs, its thread is interrupted, and only then: the flag does not
 * outlive the call.
 */
final class BlockingCall<Q, R> extends CompletableFuture<Response>
    implements Runnable, Cancellation.Action {

  private final Exchange<Q, R> exchange;
  private final Handler.Function<Q, R> function;
  private final Request request;
  private final Time time;
  private Cancellation.@Nullable Listener listener;

  /** The thread that runs the implementation, while it does; guarded by this. */
  private @Nullable Thread runner;

  BlockingCall(
      Exchange<Q, R> exchange, Handler.Function<Q, R> function, Request request, Time time) {
    this.exchange = exchange;
    this.function = function;
    this.request = request;
    this.time = time;
  }

  /** Before it is handed to a thread. */
  void listen() {
    listener = request.cancellation().onCancel(this);
  }

  /** Instead of being handed to a thread. */
  BlockingCall<Q, R> refuse(Failure failure) {
    end(Response.failed(failure));
    return this;
  }

  @Override
  public void run() {
    if (request.deadline().expired(time.now())) {
      end(Response.failed(Refusals.expired()));
      return;
    }
    synchronized (this) {
      if (isDone()) {
        return; // given up while it waited
      }
      runner = Thread.currentThread();
    }
    Response response;
    try {
      response = exchange.answer(request, function, CallContext::call);
    } finally {
      synchronized (this) {
        runner = null;
      }
      Thread.interrupted();
    }
    end(response);
  }

  private void end(Response response) {
    if (listener != null) {
      listener.remove();
    }
    complete(response);
  }

  @Override
  public void cancelled(Cancellation.Reason reason) {
    complete(Response.failed(Failure.givenUp(reason, exchange.operation().path())));
    synchronized (this) {
      if (runner != null) {
        runner.interrupt();
      }
    }
  }

  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new CompletableFuture<>();
  }
}
