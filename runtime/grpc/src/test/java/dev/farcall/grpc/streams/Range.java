package dev.farcall.grpc.streams;

import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the numbers from 0, on the thread that asks and no more than are asked for; knows how
 * many it made, and whether it was told to stop.
 */
public final class Range implements Flow.Publisher<Long> {

  public final AtomicLong made = new AtomicLong();
  public final AtomicBoolean cancelled = new AtomicBoolean();

  private final long count;
  private final @Nullable Throwable end;
  private final LongUnaryOperator watch;

  /** So many, then the end. */
  public Range(long count) {
    this(count, null, number -> number);
  }

  /** So many, then an error. */
  public Range(long count, Throwable end) {
    this(count, end, number -> number);
  }

  /**
   * @param watch makes something else of each, on the thread that makes it
   */
  public Range(long count, @Nullable Throwable end, LongUnaryOperator watch) {
    this.count = count;
    this.end = end;
    this.watch = watch;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super Long> subscriber) {
    Emission emission = new Emission(subscriber);
    subscriber.onSubscribe(emission);
    emission.run();
  }

  private final class Emission implements Flow.Subscription {
    private final Flow.Subscriber<? super Long> to;
    private final AtomicLong demand = new AtomicLong();
    private final AtomicLong work = new AtomicLong();
    private boolean over;
    private volatile boolean refused;

    Emission(Flow.Subscriber<? super Long> to) {
      this.to = to;
    }

    @Override
    public void request(long n) {
      if (n <= 0) {
        refused = true;
      } else {
        demand.accumulateAndGet(n, (now, more) -> now + more < 0 ? Long.MAX_VALUE : now + more);
      }
      run();
    }

    void run() {
      if (work.getAndIncrement() != 0) {
        return;
      }
      long seen = 1;
      do {
        emit();
        seen = work.addAndGet(-seen);
      } while (seen != 0);
    }

    private void emit() {
      while (!over && !cancelled.get()) {
        if (refused) {
          over = true;
          to.onError(new IllegalArgumentException("request of nothing"));
        } else if (made.get() == count) {
          over = true;
          if (end == null) {
            to.onComplete();
          } else {
            to.onError(end);
          }
        } else if (demand.get() > 0) {
          demand.decrementAndGet();
          to.onNext(watch.applyAsLong(made.getAndIncrement()));
        } else {
          return;
        }
      }
    }

    @Override
    public void cancel() {
      cancelled.set(true);
    }
  }
}
