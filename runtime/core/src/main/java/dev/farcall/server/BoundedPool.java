package dev.farcall.server;

import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A pool that hands a task to an idle thread, else starts a thread while there are fewer than the
 * most, else lets it wait while there is room, else refuses it. ({@link ThreadPoolExecutor} by
 * itself starts threads beyond its core only when the queue is full.) Idle threads end after a
 * minute.
 */
final class BoundedPool {

  private final int threads;
  private final int queue;
  private final AtomicInteger waiting = new AtomicInteger();
  private final ThreadPoolExecutor executor;

  BoundedPool(int threads, int queue) {
    this.threads = threads;
    this.queue = queue;
    AtomicInteger number = new AtomicInteger();
    ThreadFactory factory =
        task -> {
          Thread thread = new Thread(task, "farcall-call-" + number.getAndIncrement());
          thread.setDaemon(true);
          return thread;
        };
    this.executor =
        new ThreadPoolExecutor(
            0, threads, 60, TimeUnit.SECONDS, new HandOver(), factory, this::waitForThread);
  }

  /** False if all threads are busy and the queue is full, or the pool is closed. */
  boolean offer(Runnable task) {
    try {
      executor.execute(task);
      return true;
    } catch (RejectedExecutionException full) {
      return false;
    }
  }

  void close() {
    executor.shutdownNow();
  }

  /** All threads are busy: into the queue, if it has room. */
  private void waitForThread(Runnable task, ThreadPoolExecutor pool) {
    if (pool.isShutdown() || waiting.incrementAndGet() > queue) {
      waiting.decrementAndGet();
      throw new RejectedExecutionException();
    }
    pool.getQueue()
        .add(
            () -> {
              waiting.decrementAndGet();
              task.run();
            });
  }

  @Override
  public String toString() {
    return "pool of " + threads + " threads, " + queue + " waiting";
  }

  /**
   * Takes a task only if a thread waits for one; {@code add} puts it into the queue in any case.
   */
  private static final class HandOver extends LinkedTransferQueue<Runnable> {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean offer(Runnable task) {
      return tryTransfer(task);
    }
  }
}
