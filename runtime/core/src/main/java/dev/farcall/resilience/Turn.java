package dev.farcall.resilience;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.atomic.AtomicReference;

/** The place of a call in a queue: it waits until it is its turn, or until it gives up. */
final class Turn {

  private enum State {
    WAITING,
    GRANTED,
    GIVEN_UP
  }

  private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
  private final Runnable whenGranted;

  /**
   * A place.
   *
   * @param whenGranted goes on; on the thread that left a place free
   */
  Turn(Runnable whenGranted) {
    this.whenGranted = requireNonNull(whenGranted, "whenGranted");
  }

  /** Whether it was still waiting. */
  boolean grant() {
    return state.compareAndSet(State.WAITING, State.GRANTED);
  }

  boolean giveUp() {
    return state.compareAndSet(State.WAITING, State.GIVEN_UP);
  }

  void goOn() {
    whenGranted.run();
  }
}
