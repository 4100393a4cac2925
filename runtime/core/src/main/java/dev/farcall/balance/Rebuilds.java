package dev.farcall.balance;

import dev.farcall.time.Time;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Does again what changes ask for: one at a time, once for all that were asked for meanwhile, and
 * never for more than a tenth of the time, so that thousands of endpoints that flap cost no more
 * than that.
 */
final class Rebuilds {

  private static final int PART_OF_TIME = 10;
  private static final long MAX_PAUSE = TimeUnit.SECONDS.toNanos(1);

  /** Less is not worth waiting for. */
  private static final long MIN_PAUSE = TimeUnit.MILLISECONDS.toNanos(5);

  private final Runnable work;
  private final Time time;
  private final Executor executor;
  private final AtomicBoolean asked = new AtomicBoolean();
  private volatile long notBefore;

  Rebuilds(Runnable work, Time time, Executor executor) {
    this.work = work;
    this.time = time;
    this.executor = executor;
    this.notBefore = time.now();
  }

  /** As soon as may be. */
  void soon() {
    if (!asked.compareAndSet(false, true)) {
      return;
    }
    long wait = notBefore - time.now();
    if (wait > 0) {
      time.schedule(wait, () -> executor.execute(this::run));
    } else {
      executor.execute(this::run);
    }
  }

  private void run() {
    asked.set(false); // what is asked for from here on is not certain to be seen
    now();
  }

  /** On this thread, before anything else is done. */
  synchronized void now() {
    long begin = time.now();
    work.run();
    long end = time.now();
    long pause = Math.min(MAX_PAUSE, (end - begin) * PART_OF_TIME);
    notBefore = pause < MIN_PAUSE ? end : end + pause;
  }
}
