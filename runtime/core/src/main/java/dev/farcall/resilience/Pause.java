package dev.farcall.resilience;

import dev.farcall.time.Time;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;

/** A time in which nothing is done. */
final class Pause {

  private Pause() {}

  /** One that no thread waits for. Cancelling it drops its timer. */
  static CompletableFuture<Void> of(Time time, long nanos) {
    CompletableFuture<Void> over = new CompletableFuture<>();
    Time.Timer timer = time.schedule(nanos, () -> over.complete(null));
    CompletionStage<Void> end = over;
    end.whenComplete((nothing, cancelled) -> timer.cancel());
    return over;
  }

  /** One that this thread waits for, since its own caller waits for an answer. */
  static void await(Time time, long nanos) throws InterruptedException {
    CompletableFuture<Void> over = of(time, nanos);
    try {
      over.get();
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    } finally {
      over.cancel(false);
    }
  }
}
