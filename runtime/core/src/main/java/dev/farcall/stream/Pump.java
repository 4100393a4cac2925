package dev.farcall.stream;

import static java.util.Objects.requireNonNull;

import java.util.Iterator;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the elements of a {@link Stream} on the thread that made it, for one subscriber: {@link
 * #run} gives them as they are asked for, and waits where they are not.
 */
public final class Pump<T> implements Flow.Publisher<T>, Flow.Subscription {

  private final Iterator<T> elements;
  private final Thread owner = Thread.currentThread();
  private final AtomicLong demand = new AtomicLong();
  private final AtomicBoolean taken = new AtomicBoolean();
  private volatile Flow.@Nullable Subscriber<? super T> subscriber;
  private volatile @Nullable Throwable misuse;
  private volatile boolean cancelled;

  /** A pump of this thread. Closing the stream is its maker's business. */
  public Pump(Stream<T> stream) {
    this.elements = stream.iterator();
  }

  @Override
  public void subscribe(Flow.Subscriber<? super T> only) {
    requireNonNull(only, "subscriber");
    if (!taken.compareAndSet(false, true)) {
      throw new IllegalStateException("a java.util.stream.Stream can be consumed once, and was");
    }
    only.onSubscribe(this);
    subscriber = only;
    wake();
  }

  @Override
  public void request(long n) {
    if (n <= 0) {
      misuse = new IllegalArgumentException("request: " + n + " (expected: > 0)");
    } else {
      demand.accumulateAndGet(n, (now, more) -> now + more < 0 ? Long.MAX_VALUE : now + more);
    }
    wake();
  }

  @Override
  public void cancel() {
    cancelled = true;
    wake();
  }

  /** Has {@link #run} look again whether it is over. */
  public void wake() {
    LockSupport.unpark(owner);
  }

  /**
   * Gives elements until there is none left, nobody wants more, or it is over; to be called by the
   * thread that made this. What the stream throws is given to the subscriber, and thrown.
   *
   * @param over whether nobody wants more; looked at before each wait
   * @throws InterruptedException if the thread is interrupted while it waits; the subscriber is not
   *     told
   */
  public void run(BooleanSupplier over) throws InterruptedException {
    while (!cancelled && !over.getAsBoolean()) {
      Flow.Subscriber<? super T> to = subscriber;
      if (to != null && misuse != null) {
        to.onError(misuse);
        return;
      }
      if (to != null && demand.get() > 0) {
        if (!give(to)) {
          return;
        }
      } else if (Thread.interrupted()) {
        throw new InterruptedException();
      } else {
        LockSupport.park(this);
      }
    }
  }

  /** Gives one element, or the end; false at the end. */
  private boolean give(Flow.Subscriber<? super T> to) {
    T element;
    try {
      if (!elements.hasNext()) {
        to.onComplete();
        return false;
      }
      element = requireNonNull(elements.next(), "an element of the stream is null");
    } catch (Throwable thrown) { // checked ones too, as those of a stream of another call
      to.onError(thrown);
      throw thrown;
    }
    if (demand.get() != Long.MAX_VALUE) {
      demand.decrementAndGet();
    }
    to.onNext(element);
    return true;
  }
}
