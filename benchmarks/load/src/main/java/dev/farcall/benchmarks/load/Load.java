package dev.farcall.benchmarks.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.ConcurrentHistogram;
import org.jspecify.annotations.Nullable;

/** Makes the calls of a round. */
final class Load {

  private static final int PATIENCE_SECONDS = 30;
  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final Client client;

  /** One for all rounds: what it takes is not to be counted as theirs. */
  private final ConcurrentHistogram latencies = new ConcurrentHistogram(LONGEST_NANOS, 3);

  /** Kept, since what a thread allocated is forgotten when it ends. */
  private final ExecutorService threads = Executors.newCachedThreadPool(Load::thread);

  Load(Client client) {
    this.client = client;
  }

  /** Whether one call of each kind brings what is due; throws if not. */
  void check(Task task) throws Exception {
    Call call = client.blocking(task);
    call.check(call.make());
    AsyncCall async = client.async(task);
    if (async != null) {
      call.check(async.start().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }
  }

  Round run(Task task, Shape shape, long millis) throws Exception {
    latencies.reset();
    return shape.async() ? async(task, shape, millis) : blocking(task, shape, millis);
  }

  private Round blocking(Task task, Shape shape, long millis) throws Exception {
    Call call = client.blocking(task);
    long begin = System.nanoTime();
    long end = begin + TimeUnit.MILLISECONDS.toNanos(millis);
    long interval = interval(shape, shape.callers());
    List<Future<?>> loops = new ArrayList<>();
    for (int i = 0; i < shape.callers(); i++) {
      long first = interval * i / shape.callers();
      loops.add(threads.submit(loop(call, new Schedule(interval, first), end)));
    }
    for (Future<?> loop : loops) {
      loop.get();
    }
    return Round.of(latencies, System.nanoTime() - begin);
  }

  private Callable<@Nullable Void> loop(Call call, Schedule schedule, long end) {
    return () -> {
      for (long from = schedule.await(); from - end < 0; from = schedule.await()) {
        call.make();
        record(System.nanoTime() - from);
      }
      return null;
    };
  }

  private void record(long nanos) {
    latencies.recordValue(Math.min(nanos, LONGEST_NANOS));
  }

  private Round async(Task task, Shape shape, long millis) throws Exception {
    AsyncCall call = client.async(task);
    if (call == null) {
      throw new IllegalStateException("this client has no asynchronous calls");
    }
    return threads.submit(() -> async(call, shape, millis)).get();
  }

  private Round async(AsyncCall call, Shape shape, long millis) throws Exception {
    Semaphore free = new Semaphore(shape.callers());
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    long begin = System.nanoTime();
    long end = begin + TimeUnit.MILLISECONDS.toNanos(millis);
    Schedule schedule = new Schedule(interval(shape, 1), 0);
    for (long from = schedule.await(); from - end < 0; from = schedule.await()) {
      free.acquire();
      long since = shape.callsPerSecond() > 0 ? from : System.nanoTime();
      call.start()
          .whenComplete(
              (answer, failed) -> {
                record(System.nanoTime() - since);
                if (failed != null) {
                  failure.set(failed);
                }
                free.release();
              });
    }
    if (!free.tryAcquire(shape.callers(), PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("calls without an answer after " + PATIENCE_SECONDS + " s");
    }
    Throwable failed = failure.get();
    if (failed != null) {
      throw new IllegalStateException("a call failed", failed);
    }
    return Round.of(latencies, System.nanoTime() - begin);
  }

  /** Between the calls of one of so many threads. */
  private static long interval(Shape shape, int threads) {
    return shape.callsPerSecond() > 0 ? (long) (threads * 1e9 / shape.callsPerSecond()) : 0;
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "caller");
    thread.setDaemon(true);
    return thread;
  }
}
