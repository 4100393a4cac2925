package dev.farcall.registry;

import java.util.concurrent.CompletionStage;

/**
 * An instance that is entered, and is entered again if the registry loses it, until it is closed.
 * Safe for many threads.
 */
public interface Registration extends AutoCloseable {

  /** As it is entered, or is to be. */
  Instance instance();

  /** Ends, normally, when it is entered for the first time. */
  CompletionStage<Void> entered();

  /**
   * Changes what is entered: its status, its health, its weight.
   *
   * @throws IllegalArgumentException if the id is another one
   */
  void update(Instance changed);

  /**
   * Removes it. Ends, normally, when it is gone, or the registry could not be asked: then the lease
   * runs out by itself.
   */
  CompletionStage<Void> remove();

  /** As {@link #remove}; does not wait. */
  @Override
  default void close() {
    CompletionStage<Void> unused = remove();
  }
}
