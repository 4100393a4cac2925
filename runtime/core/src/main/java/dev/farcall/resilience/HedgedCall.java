package dev.farcall.resilience;

import dev.farcall.call.Attempt;
import dev.farcall.call.Cancellation;
import dev.farcall.call.Cancellation.Reason;
import dev.farcall.call.Failure;
import dev.farcall.call.Outcome;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.time.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One call with all its attempts, several of which may be on their way. */
final class HedgedCall extends CompletableFuture<Response> {

  private final HedgeChannel channel;
  private final Request request;
  private final long start;

  /** Those on their way; guarded by this. */
  private final List<Cancellation> racing = new ArrayList<>(2);

  /** The youngest; guarded by this. */
  private Attempt youngest;

  /** Whether the answer is there; guarded by this. */
  private boolean decided;

  private Time.@Nullable Timer timer;

  HedgedCall(HedgeChannel channel, Request request, long start) {
    this.channel = channel;
    this.request = request;
    this.youngest = request.attempt();
    this.start = start;
  }

  HedgedCall begin() {
    Cancellation cancellation = request.cancellation().child();
    racing.add(cancellation);
    send(youngest, cancellation);
    scheduleNext();
    return this;
  }

  private void scheduleNext() {
    long delay = channel.hedge().delay(channel.time().now());
    if (delay < 0) {
      return;
    }
    Time.Timer next = channel.time().schedule(delay, () -> sendNext(null));
    boolean tooLate;
    synchronized (this) {
      timer = next;
      tooLate = decided;
    }
    if (tooLate) {
      next.cancel();
    }
  }

  /** Sends once more, if it may; whether it did. From here on it is given up with the others. */
  private boolean sendNext(@Nullable Outcome previous) {
    Attempt next;
    Cancellation cancellation;
    synchronized (this) {
      if (decided
          || request.cancellation().isCancelled()
          || !channel.hedge().mayHedge(youngest.number(), channel.time().now())) {
        return false;
      }
      next = youngest.next(previous);
      youngest = next;
      cancellation = request.cancellation().child();
      racing.add(cancellation);
    }
    send(next, cancellation);
    scheduleNext();
    return true;
  }

  private void send(Attempt attempt, Cancellation cancellation) {
    Request mine = request.withCancellation(cancellation).withAttempt(attempt);
    Tracked.stage(channel.next(), mine)
        .whenComplete(
            (response, broken) ->
                answered(attempt, cancellation, Tracked.answer(mine, response, broken)));
  }

  private void answered(Attempt attempt, Cancellation cancellation, Response answer) {
    Failure failure = answer.failure();
    boolean last;
    synchronized (this) {
      racing.remove(cancellation);
      last = racing.isEmpty();
    }
    if (failure != null && mayPass(failure) && (sendNext(failure.outcome()) || !last)) {
      cancellation.detach();
      return;
    }
    decide(attempt, cancellation, answer);
  }

  /** Whether another attempt may fare better. */
  private static boolean mayPass(Failure failure) {
    return switch (failure.outcome().again()) {
      case ALWAYS, IF_IDEMPOTENT -> Backoff.told(failure) == Backoff.UNTOLD;
      case NO, WHEN_TOLD -> false;
    };
  }

  private void decide(Attempt attempt, Cancellation winner, Response answer) {
    List<Cancellation> losers;
    Time.Timer pending;
    synchronized (this) {
      if (decided) {
        return;
      }
      decided = true;
      losers = List.copyOf(racing);
      pending = timer;
    }
    if (pending != null) {
      pending.cancel();
    }
    if (answer.failure() == null) {
      long now = channel.time().now();
      channel.hedge().answered(now - start, attempt.number(), now);
    }
    for (Cancellation loser : losers) {
      loser.cancel(Reason.CALLER);
      loser.detach();
    }
    if (answer.isStream()) {
      answer.done().whenComplete((outcome, impossible) -> winner.detach());
    } else {
      winner.detach();
    }
    complete(answer);
  }

  /** A plain future for what is derived from this one. */
  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new CompletableFuture<>();
  }
}
