package dev.farcall.server;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A pool whose tasks each find a thread while there are fewer than the most at work, else wait
 * while there is room, else are refused. Idle threads end after a minute.
 *
 * <p>To wake a thread costs more than most calls take, so no task wakes one while another is on its
 * way to the queue: who has come to look for work takes the first task and, if there are more,
 * wakes the next thread before it begins. Short tasks are thus done by the few threads that are
 * awake, and of those that block each still gets its own. (Go's scheduler wakes its workers by the
 * same rule.) The thread that idles shortest, whose stack is still in the caches, is woken first.
 *
 * <p>A task that waits for another task of the same pool, as one service of a monolith for the
 * next, must not wait for a thread that waits as well: so each thread may have one task of its own
 * run on a {@linkplain SpareThreads spare thread}.
 */
final class BoundedPool {

  private static final System.Logger LOG = System.getLogger(BoundedPool.class.getName());
  private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final long TELL_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final int threads;
  private final int queue;
  private final AtomicInteger numbers = new AtomicInteger();
  private final SpareThreads spares;

  /** Tasks that wait for a thread. */
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();

  /** Tasks that wait or run. */
  private final AtomicInteger inside = new AtomicInteger();

  /** Whether a thread is on its way to the queue: woken or started, and without a task yet. */
  private final AtomicBoolean searching = new AtomicBoolean();

  private volatile boolean closed;

  /** When it was last told that no thread could be started. */
  private volatile long toldAt = System.nanoTime() - TELL_NANOS;

  /** Of its threads, whichever task has one started. */
  private final @Nullable ClassLoader classes = Thread.currentThread().getContextClassLoader();

  private final Object lock = new Object();

  // Guarded by the lock.
  private final Set<Worker> workers = new HashSet<>();
  private final Deque<Worker> idle = new ArrayDeque<>();

  BoundedPool(int threads, int queue) {
    this.threads = threads;
    this.queue = queue;
    this.spares = new SpareThreads(this, threads);
  }

  /** False if all threads are busy and the queue is full, or the pool is closed. */
  boolean offer(Runnable task) {
    if (Thread.currentThread() instanceof PoolThread own
        && own.pool == this
        && spares.run(own, task)) {
      return true;
    }
    if (inside.incrementAndGet() > (long) threads + queue) {
      inside.decrementAndGet();
      return false;
    }
    tasks.add(task);
    boolean found = search() && !closed;
    if (found || !tasks.remove(task)) {
      return true;
    }
    inside.decrementAndGet();
    return false;
  }

  /**
   * Sends a thread to the queue unless one is on its way, or all are busy: whoever is done looks
   * there by itself.
   *
   * @return false if nobody will ever look, since no thread can be started
   */
  private boolean search() {
    if (!searching.compareAndSet(false, true)) {
      return true;
    }
    Worker idler;
    synchronized (lock) {
      idler = idle.poll();
      if (idler != null) {
        idler.wanted = true;
      } else if (workers.size() == threads || closed) {
        searching.set(false);
        return true;
      }
    }
    if (idler == null) {
      return start();
    }
    LockSupport.unpark(idler);
    return true;
  }

  /** By whoever searches, hence by one at a time. */
  private boolean start() {
    Worker worker = null;
    try {
      worker = new Worker();
      synchronized (lock) {
        workers.add(worker);
      }
      worker.start();
      return true;
    } catch (Throwable failed) { // the system, or the heap, has no room for it
      return goOnWithout(worker, failed);
    }
  }

  /** Whoever waited for that thread to look for tasks is served by one that idles or is busy. */
  private boolean goOnWithout(@Nullable Worker worker, Throwable failed) {
    Worker idler;
    int present;
    synchronized (lock) {
      if (worker != null) {
        workers.remove(worker);
      }
      present = workers.size();
      idler = idle.poll();
      if (idler != null) {
        idler.wanted = true;
      } else {
        searching.set(false);
      }
    }
    LockSupport.unpark(idler);
    long now = System.nanoTime();
    if (now - toldAt > TELL_NANOS) {
      toldAt = now;
      LOG.log(
          System.Logger.Level.ERROR,
          "cannot start a thread beyond " + present + " (expected: up to " + threads + ")",
          failed);
    }
    return present > 0;
  }

  /** How many tasks wait or run. */
  int inside() {
    return inside.get();
  }

  /** Interrupts the threads; what waits is never run. */
  void close() {
    synchronized (lock) {
      closed = true;
      tasks.clear();
      workers.forEach(Thread::interrupt);
    }
    spares.close();
  }

  @Override
  public String toString() {
    return "a pool of " + threads + " threads and " + queue + " waiting calls";
  }

  /** A thread whose calls of its own pool are run by spare threads. */
  static class PoolThread extends Thread {
    private final BoundedPool pool;

    /** Whether a task of its own is run by a spare thread. */
    volatile boolean lent;

    PoolThread(BoundedPool pool, @Nullable Runnable work) {
      super(null, work, "farcall-call-" + pool.numbers.getAndIncrement(), 0, false);
      this.pool = pool;
      setDaemon(true);
      setContextClassLoader(pool.classes);
    }
  }

  private final class Worker extends PoolThread {

    /** Whether it was woken to look for a task; written under the lock. */
    private volatile boolean wanted;

    Worker() {
      super(BoundedPool.this, null);
    }

    @Override
    public void run() {
      boolean searches = true;
      do {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
          if (searches) {
            searches = false;
            searching.set(false);
            if (!tasks.isEmpty()) {
              search();
            }
          }
          run(task);
        }
        searches = awaitTask(searches);
      } while (searches);
    }

    private void run(Runnable task) {
      boolean unused = Thread.interrupted(); // was meant for the task before
      if (closed) {
        interrupt();
      }
      try {
        task.run();
      } catch (Throwable thrown) {
        tell(thrown);
      } finally {
        inside.decrementAndGet();
        unused = Thread.interrupted(); // was meant for this one
      }
    }

    private void tell(Throwable thrown) {
      try {
        getUncaughtExceptionHandler().uncaughtException(this, thrown);
      } catch (Throwable ofTheHandler) {
        // The JVM ignores it too; the thread goes on.
      }
    }

    /**
     * Waits until it is to look for a task.
     *
     * @param searched whether it was, and has found none
     * @return false if it is to end
     */
    private boolean awaitTask(boolean searched) {
      synchronized (lock) {
        if (searched) {
          searching.set(false); // and then looks once more: who has seen it search woke nobody
        }
        if (closed) {
          workers.remove(this);
          return false;
        }
        if (!tasks.isEmpty() && searching.compareAndSet(false, true)) {
          return true;
        }
        wanted = false;
        idle.push(this);
      }
      long deadline = System.nanoTime() + IDLE_NANOS;
      for (long left = IDLE_NANOS; !wanted; left = deadline - System.nanoTime()) {
        if (left > 0 && !isInterrupted()) {
          LockSupport.parkNanos(BoundedPool.this, left);
        } else if (leave()) {
          return false;
        }
      }
      return true;
    }

    /** Unless it was woken meanwhile. */
    private boolean leave() {
      synchronized (lock) {
        if (!idle.remove(this)) {
          return false;
        }
        workers.remove(this);
        return true;
      }
    }
  }
}
