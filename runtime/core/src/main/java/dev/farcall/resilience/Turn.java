package dev.farcall.resilience;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The place of a call in a queue: it waits until it is its turn, or until it gives up. */
final class Turn {

  private enum State {
    WAITING,
    GRANTED,
    GIVEN_UP
  }

  /** Those granted by one that goes on on this thread: they go on after it, not on top of it. */
  private static final ThreadLocal<@Nullable Queue<Turn>> NEXT = new ThreadLocal<>();

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
    Queue<Turn> others = NEXT.get();
    if (others != null) {
      others.add(this);
      return;
    }
    Queue<Turn> mine = new ArrayDeque<>();
    NEXT.set(mine);
    try {
      for (Turn turn = this; turn != null; turn = mine.poll()) {
        turn.whenGranted.run();
      }
    } finally {
      NEXT.remove();
    }
  }
}
