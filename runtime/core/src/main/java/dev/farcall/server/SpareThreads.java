package dev.farcall.server;

import dev.farcall.server.BoundedPool.PoolThread;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs the tasks that the threads of a pool make for it, one of each thread at a time, and at most
 * {@value #PER_THREAD} for each thread of the pool, since a task of a spare thread may make one as
 * well.
 */
final class SpareThreads {

  private static final int PER_THREAD = 4;

  private final ThreadPoolExecutor executor;

  SpareThreads(BoundedPool pool, int threads) {
    this.executor =
        new ThreadPoolExecutor(
            0,
            (int) Math.min(Integer.MAX_VALUE, (long) threads * PER_THREAD),
            60,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            work -> new PoolThread(pool, work));
  }

  /** Runs a task of the current thread; false if it has one that is not done, or all are busy. */
  boolean run(PoolThread own, Runnable task) {
    if (own.lent) {
      return false;
    }
    own.lent = true;
    try {
      executor.execute(
          () -> {
            try {
              task.run();
            } finally {
              own.lent = false;
            }
          });
      return true;
    } catch (RejectedExecutionException | OutOfMemoryError full) {
      own.lent = false;
      return false;
    }
  }

  void close() {
    executor.shutdownNow();
  }
}
