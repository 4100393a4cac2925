package dev.farcall.health;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Lets so many checks be on their way at the same time; the others wait their turn. */
final class CheckLimit {

  private final int most;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private int onTheirWay;
  private boolean starting;

  CheckLimit(int most) {
    this.most = most;
  }

  /** Begins a check, now or when another one is over; {@link #leave} tells that it is. */
  void enter(Runnable check) {
    synchronized (this) {
      waiting.add(check);
    }
    start();
  }

  void leave() {
    synchronized (this) {
      onTheirWay--;
    }
    start();
  }

  /** One thread starts those that wait, one after the other, also those that end at once. */
  private void start() {
    synchronized (this) {
      if (starting) {
        return;
      }
      starting = true;
    }
    for (Runnable next = next(); next != null; next = next()) {
      next.run();
    }
  }

  private synchronized @Nullable Runnable next() {
    Runnable next = onTheirWay < most ? waiting.poll() : null;
    if (next == null) {
      starting = false;
    } else {
      onTheirWay++;
    }
    return next;
  }
}
