package dev.farcall.resilience;

import dev.farcall.call.CallException;
import dev.farcall.time.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One call of this process with all its attempts, several of which may be on their way. */
final class HedgedStage<T> {

  private final Hedge hedge;
  private final Supplier<? extends CompletionStage<T>> body;
  private final Time time;
  private final long start;
  private final LinkedStage<T> call = new LinkedStage<>(this::giveUpOthers);

  /** Those on their way; guarded by this. */
  private final List<LinkedStage<T>> racing = new ArrayList<>(2);

  /** How many there were; guarded by this. */
  private int attempts;

  /** Whether it has ended; guarded by this. */
  private boolean decided;

  private Time.@Nullable Timer timer;

  HedgedStage(Hedge hedge, Supplier<? extends CompletionStage<T>> body, Time time) {
    this.hedge = hedge;
    this.body = body;
    this.time = time;
    this.start = time.now();
  }

  CompletionStage<T> begin() {
    attempt(true);
    return call;
  }

  /** Calls, if it may; whether it did. From here on it is given up with the others. */
  private boolean attempt(boolean first) {
    LinkedStage<T> stage = new LinkedStage<>();
    int number;
    synchronized (this) {
      if (decided || (!first && !hedge.mayHedge(attempts, time.now()))) {
        return false;
      }
      attempts++;
      number = attempts;
      racing.add(stage);
    }
    CompletionStage<T> end = stage;
    end.whenComplete((result, thrown) -> ended(stage, number, result, thrown));
    stage.follow(Stages.start(body));
    scheduleNext();
    return true;
  }

  private void scheduleNext() {
    long delay = call.hasEnded() ? -1 : hedge.delay(time.now());
    if (delay < 0) {
      return;
    }
    Time.Timer next = time.schedule(delay, () -> attempt(false));
    boolean tooLate;
    synchronized (this) {
      timer = next;
      tooLate = decided;
    }
    if (tooLate) {
      next.cancel();
    }
  }

  private void ended(LinkedStage<T> stage, int number, T result, @Nullable Throwable thrown) {
    boolean last;
    synchronized (this) {
      racing.remove(stage);
      last = racing.isEmpty();
    }
    if (thrown == null) {
      long now = time.now();
      if (call.complete(result)) {
        hedge.answered(now - start, number, now);
      }
    } else if (!mayPass(thrown) || (!attempt(false) && last)) {
      call.completeExceptionally(thrown);
    }
  }

  /** Whether another attempt may fare better. */
  private static boolean mayPass(Throwable thrown) {
    return switch (Ends.of(thrown).again()) {
      case ALWAYS, IF_IDEMPOTENT ->
          !(thrown instanceof CallException call) || Backoff.told(call.failure()) == Backoff.UNTOLD;
      case NO, WHEN_TOLD -> false;
    };
  }

  private void giveUpOthers(@Nullable Throwable why) {
    List<LinkedStage<T>> others;
    Time.Timer pending;
    synchronized (this) {
      decided = true;
      others = List.copyOf(racing);
      pending = timer;
    }
    if (pending != null) {
      pending.cancel();
    }
    for (LinkedStage<T> other : others) {
      other.completeExceptionally(why == null ? new CancellationException() : why);
    }
  }
}
