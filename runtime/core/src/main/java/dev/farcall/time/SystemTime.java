package dev.farcall.time;

/** The time of this JVM. */
final class SystemTime implements Time {

  static final SystemTime INSTANCE = new SystemTime();

  private final TimerWheel wheel = new TimerWheel();
  private final RecentTime recent = new RecentTime(System::nanoTime, this::schedule);

  private SystemTime() {}

  @Override
  public long now() {
    return System.nanoTime();
  }

  @Override
  public long recent() {
    return recent.get();
  }

  @Override
  public Timer schedule(long delayNanos, Runnable task) {
    return wheel.schedule(System.nanoTime(), delayNanos, task);
  }

  @Override
  public Alarm alarm(Runnable task) {
    return wheel.alarm(task);
  }

  @Override
  public String toString() {
    return "Time.system()";
  }
}
