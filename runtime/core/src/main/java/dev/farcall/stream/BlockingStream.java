package dev.farcall.stream;

import static java.util.Objects.requireNonNull;

import dev.farcall.annotation.Code;
import dev.farcall.call.CallException;
import dev.farcall.call.Failure;
import dev.farcall.call.Outcome;
import dev.farcall.call.StreamCaller;
import java.util.Queue;
import java.util.Spliterator;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the elements of a publisher. One thread consumes at a time; the publisher's signals may
 * come from any.
 */
final class BlockingStream<T> implements Spliterator<T>, Flow.Subscriber<T> {

  static final int PREFETCH = StreamCaller.PREFETCH;

  private static final Object COMPLETED = new Object();

  private final Flow.Publisher<T> publisher;
  private final Runnable mayWait;
  private final Queue<T> received = new ConcurrentLinkedQueue<>();
  private boolean begun; // of the consumer
  private int consumed; // of the consumer, since it last asked for more
  private volatile boolean closed;
  private volatile Flow.@Nullable Subscription upstream;
  private volatile @Nullable Thread waiting;

  /** {@link #COMPLETED} or a {@link Throwable}; nothing is received after it. */
  private volatile @Nullable Object end;

  BlockingStream(Flow.Publisher<T> publisher, Runnable mayWait) {
    this.publisher = requireNonNull(publisher, "publisher");
    this.mayWait = mayWait;
  }

  @Override
  public boolean tryAdvance(Consumer<? super T> action) {
    requireNonNull(action, "action");
    T element = next();
    if (element == null) {
      return false;
    }
    action.accept(element);
    return true;
  }

  /** The next element, waited for; null at the end. */
  private @Nullable T next() {
    if (closed) {
      return null;
    }
    if (!begun) {
      mayWait.run();
      begun = true;
      publisher.subscribe(this);
    }
    T element = received.poll();
    while (element == null) {
      Object now = end; // Before the queue is looked at again: nothing is added after it.
      element = received.poll();
      if (element == null) {
        if (now != null) {
          return ended(now);
        }
        mayWait.run();
        await();
        element = received.poll();
      }
    }
    if (++consumed >= PREFETCH / 2) {
      requireNonNull(upstream).request(consumed);
      consumed = 0;
    }
    return element;
  }

  private void await() {
    waiting = Thread.currentThread();
    try {
      while (received.isEmpty() && end == null && !closed) {
        LockSupport.park(this);
        if (Thread.currentThread().isInterrupted()) {
          close();
          throw CallException.of(
              Failure.of(
                  Outcome.CANCELLED, Code.CANCELLED, "the consumer of a stream was interrupted"));
        }
      }
      if (closed && end == null) {
        end = COMPLETED; // closed by another thread, which is how its consumer learns of it
      }
    } finally {
      waiting = null;
    }
  }

  private @Nullable T ended(Object how) {
    closed = true;
    if (how instanceof Throwable thrown) {
      throw sneaky(thrown);
    }
    return null;
  }

  /** Wants no more. */
  void close() {
    closed = true;
    Flow.Subscription from = upstream;
    if (from != null) {
      from.cancel();
    }
    received.clear();
    wake();
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    requireNonNull(subscription, "subscription");
    if (upstream != null) {
      subscription.cancel();
      return;
    }
    upstream = subscription;
    if (closed) {
      subscription.cancel();
    } else {
      subscription.request(PREFETCH);
    }
  }

  @Override
  public void onNext(T element) {
    requireNonNull(element, "element");
    if (!closed) {
      received.add(element);
      wake();
    }
  }

  @Override
  public void onError(Throwable thrown) {
    end = requireNonNull(thrown, "thrown");
    wake();
  }

  @Override
  public void onComplete() {
    end = COMPLETED;
    wake();
  }

  private void wake() {
    Thread consumer = waiting;
    if (consumer != null) {
      LockSupport.unpark(consumer);
    }
  }

  /** Not split: its elements come one after the other. */
  @Override
  public @Nullable Spliterator<T> trySplit() {
    return null;
  }

  @Override
  public long estimateSize() {
    return Long.MAX_VALUE;
  }

  @Override
  public int characteristics() {
    return ORDERED | NONNULL;
  }

  /** Throws anything where nothing is declared; returns nothing. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> RuntimeException sneaky(Throwable thrown) throws E {
    throw (E) thrown;
  }
}
