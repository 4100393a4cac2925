package dev.farcall.resilience;

import dev.farcall.call.Outcome.Again;
import dev.farcall.time.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One call of this process with all its attempts, several of which may be on their way. */
final class HedgedStage<T> extends CompletableFuture<T> {

  private final Hedge hedge;
  private final Supplier<? extends CompletionStage<T>> body;
  private final Time time;
  private final long start;

  /** Those on their way; guarded by this. */
  private final List<CompletionStage<T>> racing = new ArrayList<>(2);

  /** How many there were; guarded by this. */
  private int attempts;

  private Time.@Nullable Timer timer;

  HedgedStage(Hedge hedge, Supplier<? extends CompletionStage<T>> body, Time time) {
    this.hedge = hedge;
    this.body = body;
    this.time = time;
    this.start = time.now();
    CompletionStage<T> end = this;
    end.whenComplete((result, thrown) -> stopOthers());
  }

  void begin() {
    attempt();
    scheduleNext();
  }

  private void scheduleNext() {
    long delay = isDone() ? -1 : hedge.delay(time.now());
    if (delay < 0) {
      return;
    }
    Time.Timer next = time.schedule(delay, this::attemptAgain);
    synchronized (this) {
      timer = next;
    }
    if (isDone()) {
      next.cancel();
    }
  }

  private boolean attemptAgain() {
    synchronized (this) {
      if (isDone() || !hedge.mayHedge(attempts, time.now())) {
        return false;
      }
    }
    attempt();
    scheduleNext();
    return true;
  }

  private void attempt() {
    int number;
    synchronized (this) {
      attempts++;
      number = attempts;
    }
    CompletionStage<T> stage = Stages.start(body);
    synchronized (this) {
      racing.add(stage);
    }
    stage.whenComplete((result, thrown) -> ended(stage, number, result, thrown));
  }

  private void ended(CompletionStage<T> stage, int number, T result, @Nullable Throwable thrown) {
    boolean last;
    synchronized (this) {
      racing.remove(stage);
      last = racing.isEmpty();
    }
    if (thrown == null) {
      long now = time.now();
      if (complete(result)) {
        hedge.answered(now - start, number, now);
      }
      return;
    }
    boolean mayPass = Ends.of(thrown).again() != Again.NO;
    if (!mayPass || (!attemptAgain() && last)) {
      completeExceptionally(thrown);
    }
  }

  private void stopOthers() {
    List<CompletionStage<T>> others;
    Time.Timer pending;
    synchronized (this) {
      others = List.copyOf(racing);
      pending = timer;
    }
    if (pending != null) {
      pending.cancel();
    }
    for (CompletionStage<T> other : others) {
      other.toCompletableFuture().cancel(true);
    }
  }

  /** A plain future for what is derived from this one. */
  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new CompletableFuture<>();
  }
}
