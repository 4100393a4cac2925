package dev.farcall.time;

import java.time.Duration;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A clock moved by hand, for tests and simulations: nothing happens until {@link #advance}, and
 * then all of it, in order, on the thread that advances. Safe for many threads.
 */
public final class ManualTime implements Time {

  private final NavigableSet<Task> tasks =
      new TreeSet<>(
          Comparator.<Task>comparingLong(task -> task.at).thenComparingLong(task -> task.order));

  /** The clock on the wall when {@link #now} is zero. */
  private static final long WALL_MILLIS = 1_600_000_000_000L;

  // Not zero, so that a reading taken for a duration is found out.
  private long now = Duration.ofDays(1).toNanos();
  private long order;

  private final Random lots = new Random(4);

  /** A clock that stands still at some arbitrary moment. */
  public ManualTime() {}

  /** The same numbers with each clock. */
  @Override
  public double lot() {
    return lots.nextDouble();
  }

  /** The same words with each clock. */
  @Override
  public long word() {
    return lots.nextLong();
  }

  @Override
  public synchronized long now() {
    return now;
  }

  /** Some moment of the year 2020 at first, and moved by hand too. */
  @Override
  public long wallMillis() {
    return WALL_MILLIS + TimeUnit.NANOSECONDS.toMillis(now());
  }

  @Override
  public synchronized Timer schedule(long delayNanos, Runnable action) {
    long at = now + Math.min(Math.max(0, delayNanos), Long.MAX_VALUE / 2);
    Task task = new Task(at, order++, action);
    tasks.add(task);
    return task;
  }

  /** Moves the clock on, running each task that comes due at its own moment. */
  public void advance(Duration by) {
    if (by.isNegative()) {
      throw new IllegalArgumentException("by: " + by + " (expected: >= 0)");
    }
    long end = now() + by.toNanos();
    for (Task due = next(end); due != null; due = next(end)) {
      due.action.run();
    }
  }

  /** How many tasks wait for their time. */
  public synchronized int pending() {
    return tasks.size();
  }

  private synchronized @Nullable Task next(long end) {
    if (tasks.isEmpty() || tasks.first().at > end) {
      now = Math.max(now, end);
      return null;
    }
    Task first = tasks.first();
    tasks.remove(first);
    now = Math.max(now, first.at);
    return first;
  }

  private synchronized boolean remove(Task task) {
    return tasks.remove(task);
  }

  private final class Task implements Timer {
    private final long at;
    private final long order;
    private final Runnable action;

    Task(long at, long order, Runnable action) {
      this.at = at;
      this.order = order;
      this.action = action;
    }

    @Override
    public boolean cancel() {
      return remove(this);
    }
  }
}
