package dev.farcall;

import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of what blocks and belongs to no call: looking up names, writing files, building
 * tables. They come when they are needed and go soon after.
 */
final class Background {

  private static final AtomicInteger COUNT = new AtomicInteger();

  static final Executor THREADS =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          10,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          work -> {
            Thread thread = new Thread(work, "farcall-background-" + COUNT.getAndIncrement());
            thread.setDaemon(true);
            return thread;
          });

  private Background() {}
}
