package dev.farcall.grpc.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * Calls a fleet at an even rate, and remembers how each call ended. When it falls behind it catches
 * up.
 */
public final class Load implements AutoCloseable {

  private static final int CALLERS = 8;

  private final Fleet fleet;
  private final long intervalNanos;
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final List<Thread> threads = new ArrayList<>();
  private final Map<String, LongAdder> answers = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
  private final long start = System.nanoTime();

  private Load(Fleet fleet, int perSecond, int callers) {
    this.fleet = fleet;
    this.intervalNanos = TimeUnit.SECONDS.toNanos(1) * callers / perSecond;
  }

  /** Begins with so many calls a second. */
  public static Load begin(Fleet fleet, int perSecond) {
    return begin(fleet, perSecond, CALLERS);
  }

  /**
   * Begins with so many calls a second.
   *
   * @param callers how many of them may be on their way at once
   */
  public static Load begin(Fleet fleet, int perSecond, int callers) {
    Load load = new Load(fleet, perSecond, callers);
    for (int i = 0; i < callers; i++) {
      long offset = load.intervalNanos * i / callers;
      Thread thread = new Thread(() -> load.call(load.start + offset), "load-" + i);
      thread.start();
      load.threads.add(thread);
    }
    return load;
  }

  private void call(long begin) {
    for (long due = begin; !stopped.get(); due += intervalNanos) {
      long wait = due - System.nanoTime();
      if (wait > 0) {
        LockSupport.parkNanos(wait);
      }
      try {
        answers.computeIfAbsent(fleet.name(), name -> new LongAdder()).increment();
      } catch (RuntimeException failed) {
        failures.add(failed);
      }
      nanos.add(System.nanoTime() - due);
    }
  }

  /** How many calls each server has answered. */
  public Map<String, Long> answers() {
    Map<String, Long> counts = new TreeMap<>();
    answers.forEach((name, count) -> counts.put(name, count.sum()));
    return counts;
  }

  /** What calls have failed with. */
  public List<Throwable> failures() {
    return List.copyOf(failures);
  }

  /** How long calls took until here is of no account. */
  public void forgetTimes() {
    nanos.clear();
  }

  /**
   * Within which time so many of the calls that have ended, and were not forgotten, did so, failed
   * or not; from when they were due, so that one that waits for others to end does not look quick.
   *
   * @param part 0 to 1, the latter excluded
   */
  public Duration percentile(double part) {
    long[] sorted = nanos.stream().mapToLong(each -> each).sorted().toArray();
    return Duration.ofNanos(sorted[(int) (sorted.length * part)]);
  }

  /** How many calls a second were answered since it began. */
  public double rate() {
    long all = answers().values().stream().mapToLong(each -> each).sum();
    return all * 1e9 / (System.nanoTime() - start);
  }

  /** Which part of the calls of a time each server answers. */
  public Map<String, Double> shares(long millis) {
    Map<String, Long> before = answers();
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    Map<String, Long> after = answers();
    Map<String, Double> shares = new TreeMap<>();
    double all = 0;
    for (Map.Entry<String, Long> each : after.entrySet()) {
      double count = each.getValue() - before.getOrDefault(each.getKey(), 0L);
      shares.put(each.getKey(), count);
      all += count;
    }
    double sum = Math.max(1, all);
    shares.replaceAll((name, count) -> count / sum);
    return shares;
  }

  @Override
  public void close() {
    stopped.set(true);
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
