package dev.farcall.benchmarks.load;

import java.util.concurrent.CompletionStage;

/** One call, begun again and again. */
public interface AsyncCall {

  /** Calls, and does not wait. */
  CompletionStage<?> start();
}
