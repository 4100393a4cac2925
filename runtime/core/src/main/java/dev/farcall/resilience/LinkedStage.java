package dev.farcall.resilience;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A call that waits for other stages, for one at a time. Whoever ends it from outside ends what it
 * waits for too: a stage of a policy for the same reason, so that each policy records why; any
 * other is cancelled.
 */
final class LinkedStage<T> extends CompletableFuture<T> {

  /** Of a call that was answered. */
  private static final Object GOOD = new Object();

  /** {@link #GOOD}, or why the call failed; null while it has not ended. */
  private final AtomicReference<@Nullable Object> end = new AtomicReference<>();

  private final Consumer<@Nullable Throwable> whenEnded;
  private volatile @Nullable CompletionStage<?> awaited;

  LinkedStage() {
    this(thrown -> {});
  }

  /**
   * One.
   *
   * @param whenEnded told once, before anybody else learns of the end: null, or what it failed with
   */
  LinkedStage(Consumer<@Nullable Throwable> whenEnded) {
    this.whenEnded = whenEnded;
  }

  /** Ends as that stage will. */
  void follow(CompletionStage<T> stage) {
    await(stage);
    stage.whenComplete(
        (result, thrown) -> {
          awaited = null;
          if (thrown == null) {
            complete(result);
          } else {
            completeExceptionally(Ends.unwrapped(thrown));
          }
        });
  }

  /** Waits for that from here on: whoever ends this ends that. */
  void await(CompletionStage<?> stage) {
    awaited = stage;
    Object ended = end.get();
    if (ended != null) {
      giveUp(stage, ended);
    }
  }

  /** Whether it has ended, or is about to. */
  boolean hasEnded() {
    return end.get() != null;
  }

  @Override
  public boolean complete(T value) {
    return settle(GOOD) && super.complete(value);
  }

  @Override
  public boolean completeExceptionally(Throwable why) {
    return settle(why) && super.completeExceptionally(why);
  }

  @Override
  public boolean cancel(boolean mayInterrupt) {
    return settle(new CancellationException()) ? super.cancel(mayInterrupt) : isCancelled();
  }

  private boolean settle(Object how) {
    if (!end.compareAndSet(null, how)) {
      return false;
    }
    try {
      CompletionStage<?> stage = awaited;
      if (stage != null) {
        giveUp(stage, how);
      }
    } finally {
      whenEnded.accept(how instanceof Throwable thrown ? thrown : null);
    }
    return true;
  }

  private static void giveUp(CompletionStage<?> stage, Object how) {
    if (stage instanceof LinkedStage<?> linked) {
      linked.completeExceptionally(
          how instanceof Throwable thrown ? thrown : new CancellationException());
      return;
    }
    try {
      stage.toCompletableFuture().cancel(true);
    } catch (UnsupportedOperationException notItsWay) {
      // Nobody can end it, and nobody waits for it any more.
    }
  }

  /** A plain future for what is derived from this one. */
  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new CompletableFuture<>();
  }
}
