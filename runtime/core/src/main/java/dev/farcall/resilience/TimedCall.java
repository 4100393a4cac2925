package dev.farcall.resilience;

import static java.util.Objects.requireNonNull;

import dev.farcall.call.Cancellation;
import dev.farcall.call.Channel;
import dev.farcall.call.Failure;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.time.Time;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One call under a timer: its stage, its timer task and the end of the wait, in one object. */
final class TimedCall extends CompletableFuture<Response>
    implements Runnable, BiConsumer<@Nullable Response, @Nullable Throwable> {

  private final Cancellation cancellation;
  private final Cancellation.Reason reason;
  private final @Nullable Timeout counts;
  private String where = "";
  private Time.@Nullable Timer timer;

  /**
   * One.
   *
   * @param counts the calls whose time was over; null if they are not counted
   */
  TimedCall(Cancellation cancellation, Cancellation.Reason reason, @Nullable Timeout counts) {
    this.counts = counts;
    this.cancellation = cancellation;
    this.reason = reason;
  }

  /** Sends, and completes with the answer or when {@code nanos} have passed, whichever is first. */
  TimedCall send(Request request, Channel next, Time time, long nanos) {
    where = request.operation().path();
    timer = time.schedule(nanos, this);
    Tracked.stage(next, request).whenComplete(this);
    return this;
  }

  /**
   * Time is over. Whoever holds the cancellation knows best what was going on, so it goes first.
   */
  @Override
  public void run() {
    if (counts != null && !isDone()) {
      counts.count();
    }
    cancellation.cancel(reason);
    complete(Response.failed(Failure.givenUp(reason, where)));
  }

  /** The layers below have answered. */
  @Override
  public void accept(@Nullable Response response, @Nullable Throwable broken) {
    requireNonNull(timer).cancel();
    complete(response != null ? response : Response.failed(Failure.ofBrokenChannel(where, broken)));
  }

  /** A plain future for what is derived from this one. */
  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new CompletableFuture<>();
  }
}
