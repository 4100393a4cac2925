package dev.farcall.resilience;

import dev.farcall.annotation.Code;
import dev.farcall.call.Cancellation;
import dev.farcall.call.Cancellation.Reason;
import dev.farcall.call.Channel;
import dev.farcall.call.Failure;
import dev.farcall.call.Outcome;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.time.Time;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A call that is not sent yet. It is given up by its cancellation, as one that is. */
final class WaitingCall extends CompletableFuture<Response> implements Cancellation.Action {

  private final Request request;
  private final Channel next;

  /** Whether it waits no more. */
  private final AtomicBoolean decided = new AtomicBoolean();

  /** Where it waits. */
  private volatile @Nullable Runnable leave;

  WaitingCall(Request request, Channel next) {
    this.request = request;
    this.next = next;
  }

  /** Sends when so many nanoseconds have passed. */
  CompletionStage<Response> sendAfter(long nanos, Time time) {
    Time.Timer timer = time.schedule(nanos, this::go);
    return waitWith(timer::cancel);
  }

  /** Sends when there is a place, and fails if there is none in so many nanoseconds. */
  CompletionStage<Response> sendInTurn(Bulkhead bulkhead, long nanos, Time time) {
    Turn turn = new Turn(() -> goOrPass(bulkhead));
    if (!bulkhead.enqueue(turn)) {
      complete(Response.failed(bulkhead.reject()));
      return this;
    }
    Time.Timer timer =
        time.schedule(
            nanos,
            () -> {
              if (decided.compareAndSet(false, true)) {
                bulkhead.leave(turn);
                complete(Response.failed(bulkhead.reject()));
              }
            });
    return waitWith(
        () -> {
          timer.cancel();
          bulkhead.leave(turn);
        });
  }

  private CompletionStage<Response> waitWith(Runnable leave) {
    this.leave = leave;
    Cancellation.Listener listener = request.cancellation().onCancel(this);
    CompletionStage<Response> end = this;
    end.whenComplete((response, impossible) -> listener.remove());
    if (decided.get()) {
      leave.run(); // decided while it was not known how to leave
    }
    return this;
  }

  /** The place came too late: it is for the next. */
  private void goOrPass(Bulkhead bulkhead) {
    if (!go()) {
      bulkhead.release();
    }
  }

  private boolean go() {
    if (!decided.compareAndSet(false, true)) {
      return false;
    }
    leaveIfKnown();
    Tracked.stage(next, request)
        .whenComplete((response, broken) -> complete(Tracked.answer(request, response, broken)));
    return true;
  }

  @Override
  public void cancelled(Reason reason) {
    if (decided.compareAndSet(false, true)) {
      leaveIfKnown();
      complete(Response.failed(givenUp(reason)));
    }
  }

  private void leaveIfKnown() {
    Runnable known = leave;
    if (known != null) {
      known.run();
    }
  }

  private Failure givenUp(Reason reason) {
    String where = request.operation().path();
    return reason == Reason.CALLER
        ? Failure.givenUp(reason, where)
        : Failure.of(
            Outcome.LOCAL_REJECT,
            Code.DEADLINE_EXCEEDED,
            "its time was over before its turn came: " + where);
  }

  /** A plain future for what is derived from this one. */
  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new CompletableFuture<>();
  }
}
