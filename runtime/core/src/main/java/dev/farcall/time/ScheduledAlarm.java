package dev.farcall.time;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** One that schedules its task anew each time, for any clock. */
final class ScheduledAlarm implements Time.Alarm {

  private final Time time;
  private final Runnable task;
  private Time.@Nullable Timer timer;

  ScheduledAlarm(Time time, Runnable task) {
    this.time = time;
    this.task = requireNonNull(task, "task");
  }

  @Override
  public void set(long now, long delayNanos) {
    timer = time.schedule(delayNanos, task);
  }

  @Override
  public boolean clear() {
    return timer != null && timer.cancel();
  }
}
