package dev.farcall.http;

import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

/**
 * The event loops of this JVM's clients: one for each processor, started by the first transport and
 * ended by the last.
 */
final class SharedLoops {

  private static final Object LOCK = new Object();

  private static @Nullable Vertx loops;
  private static int users;

  private SharedLoops() {}

  /** The engine; {@link #release} it once. */
  static Vertx acquire() {
    synchronized (LOCK) {
      Vertx shared = loops;
      if (shared == null) {
        shared = Loops.start();
        loops = shared;
      }
      users++;
      return shared;
    }
  }

  /** Ends the threads if nobody else uses them; does not wait for that. */
  static void release() {
    synchronized (LOCK) {
      if (--users == 0 && loops != null) {
        var unused = loops.close();
        loops = null;
      }
    }
  }
}
