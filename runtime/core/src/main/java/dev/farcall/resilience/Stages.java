package dev.farcall.resilience;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Starts what ends later. */
final class Stages {

  private Stages() {}

  /** What the body gives; what it throws is the stage's failure, and so is null. */
  static <T> CompletionStage<T> start(Supplier<? extends CompletionStage<T>> body) {
    try {
      CompletionStage<T> stage = body.get();
      return stage != null
          ? stage
          : CompletableFuture.failedFuture(
              new NullPointerException("the body gave null (expected: a CompletionStage)"));
    } catch (Throwable thrown) { // whatever it is, whoever waits must learn of it
      return CompletableFuture.failedFuture(thrown);
    }
  }
}
