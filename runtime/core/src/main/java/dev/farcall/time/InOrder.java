package dev.farcall.time;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks one at a time, in the order in which they came, on the threads that bring them, and
 * holds no lock meanwhile: so whoever is called by a task may call back, also while others wait for
 * what he holds. A thread that comes while another one runs tasks leaves its own to that one; a
 * task that brings another one sees it run after it.
 */
public final class InOrder {

  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private boolean running;

  /** None yet. */
  public InOrder() {}

  /** Takes a task for the next {@link #run}; its place is that of this call. */
  public synchronized void add(Runnable task) {
    tasks.add(task);
  }

  /** Takes a task, and runs what there is. */
  public void execute(Runnable task) {
    add(task);
    run();
  }

  /**
   * Runs what there is, if nobody is about to. Not to be called with a lock held.
   *
   * @throws RuntimeException what a task threw, after all have run
   */
  public void run() {
    if (!begin()) {
      return;
    }
    RuntimeException thrown = null;
    for (Runnable task = next(); task != null; task = next()) {
      try {
        task.run();
      } catch (RuntimeException e) {
        thrown = thrown == null ? e : thrown;
      } catch (Error e) {
        end();
        throw e;
      }
    }
    if (thrown != null) {
      throw thrown;
    }
  }

  private synchronized boolean begin() {
    if (running) {
      return false;
    }
    running = true;
    return true;
  }

  private synchronized @Nullable Runnable next() {
    Runnable next = tasks.poll();
    running = next != null;
    return next;
  }

  private synchronized void end() {
    running = false;
  }
}
