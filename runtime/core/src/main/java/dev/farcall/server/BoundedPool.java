package dev.farcall.server;

import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A pool that hands a task to an idle thread, else starts a thread while there are fewer than the
 * most, else lets it wait while there is room, else refuses it. ({@link ThreadPoolExecutor} by
 * itself starts threads beyond its core only when the queue is full.) Idle threads end after a
 * minute.
 *
 * <p>A task that waits for another task of the same pool, as one service of a monolith for the
 * next, must not wait for a thread that waits as well: so each thread may have one task of its own
 * run on a spare thread. Of those there are at most {@value #SPARES_PER_THREAD} for each thread.
 */
final class BoundedPool {

  private static final int SPARES_PER_THREAD = 4;

  private final int threads;
  private final int queue;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger numbers = new AtomicInteger();
  private final ThreadPoolExecutor executor;
  private final ThreadPoolExecutor spares;

  BoundedPool(int threads, int queue) {
    this.threads = threads;
    this.queue = queue;
    this.executor =
        new ThreadPoolExecutor(
            0, threads, 60, TimeUnit.SECONDS, new HandOver(), Worker::new, this::waitForThread);
    this.spares =
        new ThreadPoolExecutor(
            0,
            (int) Math.min(Integer.MAX_VALUE, (long) threads * SPARES_PER_THREAD),
            60,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Worker::new);
  }

  /** False if all threads are busy and the queue is full, or the pool is closed. */
  boolean offer(Runnable task) {
    if (Thread.currentThread() instanceof Worker worker && worker.pool() == this) {
      return worker.lend(task) || execute(executor, task);
    }
    return execute(executor, task);
  }

  private static boolean execute(ThreadPoolExecutor executor, Runnable task) {
    try {
      executor.execute(task);
      return true;
    } catch (RejectedExecutionException full) {
      return false;
    }
  }

  void close() {
    executor.shutdownNow();
    spares.shutdownNow();
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
    return "a pool of " + threads + " threads and " + queue + " waiting calls";
  }

  /** A thread of this pool, which may have one task run on a spare thread at a time. */
  private final class Worker extends Thread {
    private volatile boolean lent;

    Worker(Runnable work) {
      super(work, "farcall-call-" + numbers.getAndIncrement());
      setDaemon(true);
    }

    BoundedPool pool() {
      return BoundedPool.this;
    }

    boolean lend(Runnable task) {
      if (lent) {
        return false;
      }
      lent = true;
      Runnable lending =
          () -> {
            try {
              task.run();
            } finally {
              lent = false;
            }
          };
      if (execute(spares, lending)) {
        return true;
      }
      lent = false;
      return false;
    }
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
