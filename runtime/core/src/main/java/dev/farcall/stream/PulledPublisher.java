package dev.farcall.stream;

import static java.util.Objects.requireNonNull;

import java.util.Spliterator;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the elements of a {@link Stream}, for one subscriber. They are pulled by tasks, while
 * they are asked for and one task at a time, so that no thread is held while nobody asks. The
 * stream is closed at the end, whatever that is; a thread that waits for an element nobody wants
 * any more is interrupted.
 */
public final class PulledPublisher<T> implements Flow.Publisher<T> {

  private final Stream<T> stream;
  private final Predicate<Runnable> executor;
  private final Supplier<? extends Throwable> noRoom;
  private final AtomicBoolean taken = new AtomicBoolean();
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * A stream that waits for its subscriber.
   *
   * @param executor runs a task soon, on a thread that may wait; false if there is no room for it
   * @param noRoom what the stream then ends with
   */
  public PulledPublisher(
      Stream<T> stream, Predicate<Runnable> executor, Supplier<? extends Throwable> noRoom) {
    this.stream = requireNonNull(stream, "stream");
    this.executor = requireNonNull(executor, "executor");
    this.noRoom = requireNonNull(noRoom, "noRoom");
  }

  @Override
  public void subscribe(Flow.Subscriber<? super T> subscriber) {
    requireNonNull(subscriber, "subscriber");
    Pull pull = new Pull(subscriber);
    if (!taken.compareAndSet(false, true)) {
      pull.over = true;
      subscriber.onSubscribe(pull);
      subscriber.onError(
          new IllegalStateException("a java.util.stream.Stream can be consumed once, and was"));
      return;
    }
    subscriber.onSubscribe(pull);
  }

  /** Closes the stream if nobody has come for it, and nobody may any more. */
  public void closeUnused() {
    if (taken.compareAndSet(false, true)) {
      close();
    }
  }

  private void close() {
    if (closed.compareAndSet(false, true)) {
      stream.close();
    }
  }

  /** The subscription, and the task that pulls. */
  private final class Pull implements Flow.Subscription, Runnable {
    private final Flow.Subscriber<? super T> subscriber;
    private final AtomicLong demand = new AtomicLong();
    private final AtomicInteger work = new AtomicInteger();
    private final Consumer<T> next = this::next;
    private @Nullable Spliterator<T> elements; // of the task
    private volatile @Nullable Throwable misuse;
    private volatile boolean over;

    /** The thread that pulls, while it does; guarded by this. */
    private @Nullable Thread runner;

    Pull(Flow.Subscriber<? super T> subscriber) {
      this.subscriber = subscriber;
    }

    @Override
    public void request(long n) {
      if (n <= 0) {
        misuse = new IllegalArgumentException("request: " + n + " (expected: > 0)");
      } else {
        demand.accumulateAndGet(n, (now, more) -> now + more < 0 ? Long.MAX_VALUE : now + more);
      }
      schedule();
    }

    @Override
    public void cancel() {
      over = true;
      synchronized (this) {
        if (runner != null) {
          runner.interrupt();
        }
      }
      schedule();
    }

    private void schedule() {
      if (work.getAndIncrement() == 0 && !executor.test(this)) {
        // Nobody else is here, and nobody will be: the work stays above zero.
        if (!over) {
          over = true;
          close();
          subscriber.onError(noRoom.get());
        } else {
          close();
        }
      }
    }

    @Override
    public void run() {
      int seen = 1;
      do {
        pull();
        if (over) {
          close();
          return; // the work stays above zero: nobody comes again
        }
        seen = work.addAndGet(-seen);
      } while (seen != 0);
    }

    private void pull() {
      try {
        long pulled = 0;
        while (!over && misuse == null && pulled < demand.get()) {
          begin();
          boolean more;
          try {
            more = elements().tryAdvance(next);
          } finally {
            finish();
          }
          if (!more) {
            end(null);
            return;
          }
          pulled++;
          if (demand.get() == Long.MAX_VALUE) {
            pulled = 0;
          }
        }
        if (misuse != null) {
          end(misuse);
          return;
        }
        long given = pulled;
        demand.updateAndGet(now -> now == Long.MAX_VALUE ? now : now - given);
      } catch (Throwable thrown) { // whatever a stream throws is its end
        end(thrown);
      }
    }

    private Spliterator<T> elements() {
      Spliterator<T> from = elements;
      if (from == null) {
        from = stream.spliterator();
        elements = from;
      }
      return from;
    }

    /** From here on the stream is waited for, and who waits may be interrupted. */
    private synchronized void begin() {
      runner = over ? null : Thread.currentThread();
    }

    /** From here on the subscriber has the thread, or nobody. */
    private void finish() {
      boolean waited;
      synchronized (this) {
        waited = runner != null;
        runner = null;
      }
      if (waited && over) {
        boolean unused = Thread.interrupted(); // the flag was for what was pulled
      }
    }

    private void next(T element) {
      finish();
      if (over) {
        throw new CancellationException(); // while the stream waited for it
      }
      subscriber.onNext(requireNonNull(element, "an element of the stream is null"));
    }

    private void end(@Nullable Throwable thrown) {
      if (over) {
        return;
      }
      over = true;
      close();
      if (thrown == null) {
        subscriber.onComplete();
      } else {
        subscriber.onError(thrown);
      }
    }
  }
}
