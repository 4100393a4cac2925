package dev.farcall.time;

import static java.util.Objects.requireNonNull;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A hashed timer wheel (Varghese and Lauck, "Hashed and Hierarchical Timing Wheels", SOSP 1987,
 * scheme 6): 4,096 buckets of 1 ms, each a doubly linked list under its own lock, so that
 * scheduling and cancelling are O(1) and rarely meet. A bit for each bucket that is not empty lets
 * the one daemon thread sleep until the next of them, and for good while there is none.
 *
 * <p>A task runs when the whole tick that holds its moment is over: never early, at most a
 * millisecond and the scheduler's whim late.
 */
final class TimerWheel {

  private static final Logger LOG = System.getLogger(TimerWheel.class.getName());

  private static final long TICK_NANOS = 1_000_000;
  private static final int BUCKETS = 1 << 12;
  private static final long ASLEEP = Long.MAX_VALUE;
  private static final VarHandle WORDS = MethodHandles.arrayElementVarHandle(long[].class);

  private final Bucket[] buckets = new Bucket[BUCKETS];

  /** A bit for each bucket, set while it is not empty. Through {@link #WORDS} only. */
  private final long[] occupied = new long[BUCKETS / Long.SIZE];

  private final AtomicBoolean started = new AtomicBoolean();
  private final Thread worker = new TimerThread(this::work);
  private final long start = System.nanoTime();

  /** The last tick whose tasks have run or are about to. Written by the worker only. */
  private volatile long cursor;

  /** The tick at which the worker means to wake. Written by the worker only. */
  private volatile long wakeAt;

  TimerWheel() {
    for (int i = 0; i < BUCKETS; i++) {
      buckets[i] = new Bucket(i);
    }
  }

  Time.Timer schedule(long now, long delayNanos, Runnable action) {
    Task task = new Task(requireNonNull(action, "task"));
    add(task, now, delayNanos);
    return task;
  }

  /** A task that is added and dropped again without anything being allocated. */
  Time.Alarm alarm(Runnable action) {
    return new TaskAlarm(new Task(requireNonNull(action, "task")));
  }

  private void add(Task task, long now, long delayNanos) {
    long delay = Math.min(Math.max(0, delayNanos), Long.MAX_VALUE / 4);
    long tick = (now - start + delay + TICK_NANOS - 1) / TICK_NANOS;
    while (!bucket(tick).add(task, tick)) {
      tick = cursor + 1; // the worker has gone past meanwhile
    }
    if (tick < wakeAt) {
      LockSupport.unpark(worker);
    }
    if (!started.get() && started.compareAndSet(false, true)) {
      worker.start();
    }
  }

  private Bucket bucket(long tick) {
    return buckets[(int) tick & (BUCKETS - 1)];
  }

  private void work() {
    while (true) {
      long now = (System.nanoTime() - start) / TICK_NANOS;
      long before = cursor;
      if (now > before) {
        // Before the buckets are looked at: whoever adds a task checks it after having added.
        cursor = now;
        run(before, now);
      }
      sleep();
    }
  }

  private void run(long before, long now) {
    long first = Math.max(before + 1, now - BUCKETS + 1);
    for (long tick = first; tick <= now; tick++) {
      if (isOccupied(tick)) {
        bucket(tick).runUntil(now);
      }
    }
  }

  /** Sleeps until the next occupied bucket, or until a task is added before it. */
  private void sleep() {
    long next = nextOccupied();
    // First told, then looked at once more: whoever adds a task looks after having added.
    wakeAt = next;
    if (nextOccupied() >= next) {
      if (next == ASLEEP) {
        LockSupport.park(this);
      } else {
        LockSupport.parkNanos(this, start + next * TICK_NANOS - System.nanoTime());
      }
      Thread.interrupted(); // nobody's business here, and it would keep the thread awake
    }
    wakeAt = 0;
  }

  private long nextOccupied() {
    long from = cursor + 1;
    long tick = from;
    while (tick < from + BUCKETS) {
      int index = (int) tick & (BUCKETS - 1);
      long bits =
          (long) WORDS.getVolatile(occupied, index >> 6) >>> index; // a shift counts modulo 64
      if (bits != 0) {
        return tick + Long.numberOfTrailingZeros(bits);
      }
      tick += Long.SIZE - (index & (Long.SIZE - 1));
    }
    return ASLEEP;
  }

  private boolean isOccupied(long tick) {
    int index = (int) tick & (BUCKETS - 1);
    return ((long) WORDS.getVolatile(occupied, index >> 6) & 1L << index) != 0;
  }

  /** The tasks of one millisecond of each turn of the wheel. */
  private final class Bucket {
    private final int index;
    private @Nullable Task first;

    Bucket(int index) {
      this.index = index;
    }

    /** False if the worker has gone past the tick. */
    synchronized boolean add(Task task, long tick) {
      task.tick = tick;
      task.bucket = this;
      task.next = first;
      if (first != null) {
        first.previous = task;
      } else {
        long unused = (long) WORDS.getAndBitwiseOr(occupied, index >> 6, 1L << index);
      }
      first = task;
      if (cursor >= tick) {
        unlink(task);
        return false;
      }
      return true;
    }

    /** False if it is not here any more. */
    synchronized boolean remove(Task task) {
      if (task.bucket != this) {
        return false;
      }
      unlink(task);
      return true;
    }

    void runUntil(long tick) {
      for (Task due = takeUntil(tick); due != null; due = due.next) {
        try {
          due.action.run();
        } catch (Throwable e) { // the timer serves everybody and must go on
          LOG.log(Level.ERROR, "A timer task threw; it must not", e);
        }
      }
    }

    private synchronized @Nullable Task takeUntil(long tick) {
      Task due = null;
      Task task = first;
      while (task != null) {
        Task next = task.next;
        if (task.tick <= tick) {
          unlink(task);
          task.next = due;
          due = task;
        }
        task = next;
      }
      return due;
    }

    private void unlink(Task task) {
      if (task.previous != null) {
        task.previous.next = task.next;
      } else {
        first = task.next;
      }
      if (task.next != null) {
        task.next.previous = task.previous;
      }
      task.previous = null;
      task.next = null;
      task.bucket = null;
      if (first == null) {
        long unused = (long) WORDS.getAndBitwiseAnd(occupied, index >> 6, ~(1L << index));
      }
    }
  }

  private static final class Task implements Time.Timer {
    private final Runnable action;
    private long tick;

    /** Null before and after; guarded by the bucket it names, read without to find that one. */
    private volatile @Nullable Bucket bucket;

    private @Nullable Task previous;
    private @Nullable Task next;

    Task(Runnable action) {
      this.action = action;
    }

    @Override
    public boolean cancel() {
      Bucket in = bucket;
      return in != null && in.remove(this);
    }
  }

  /** One task, that is in the wheel or not. What the worker has taken it may still link. */
  private final class TaskAlarm implements Time.Alarm {
    private final Task task;

    TaskAlarm(Task task) {
      this.task = task;
    }

    @Override
    public void set(long now, long delayNanos) {
      add(task, now, delayNanos);
    }

    @Override
    public boolean clear() {
      return task.cancel();
    }
  }
}
