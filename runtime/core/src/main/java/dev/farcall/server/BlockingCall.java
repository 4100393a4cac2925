package dev.farcall.server;

import dev.farcall.call.Cancellation;
import dev.farcall.call.Failure;
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
final class BlockingCall extends CompletableFuture<Response>
    implements Runnable, Cancellation.Action {

  private final Request request;
  private final Time time;
  private final Work work;
  private Cancellation.@Nullable Listener listener;

  /** The thread that runs the implementation, while it does; guarded by this. */
  private @Nullable Thread runner;

  BlockingCall(Request request, Time time, Work work) {
    this.request = request;
    this.time = time;
    this.work = work;
  }

  /** Runs an implementation; whatever that throws is in the answer. */
  @FunctionalInterface
  interface Work {
    Response answer(Request request);
  }

  /** Before it is handed to a thread. */
  void listen() {
    listener = request.cancellation().onCancel(this);
  }

  /** Instead of being handed to a thread. */
  BlockingCall refuse(Failure failure) {
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
      response = work.answer(request);
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
    giveUp(Failure.givenUp(reason, request.operation().path()));
  }

  /** Fails it; the thread that still works for it is interrupted. */
  void giveUp(Failure failure) {
    complete(Response.failed(failure));
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
