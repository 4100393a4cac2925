package dev.farcall.stream;

import dev.farcall.call.Payload;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The receiving end of a stream, for one subscriber. The wire is asked for no more than the
 * subscriber wants and for at most {@link #WINDOW} at a time, so that this is also the most that is
 * held here. Signals are serial, on the thread of the wire or of the one who requests; the end is
 * told once.
 */
public final class Inbound implements Flow.Publisher<Payload>, Flow.Subscription {

  /** Where elements come from. */
  public interface Source {
    /** Sends at most so many more elements than it was asked for before. */
    void request(int elements);

    /** The subscriber wants no more. */
    void cancel();
  }

  public static final int WINDOW = 32;

  private static final Logger LOG = System.getLogger(Inbound.class.getName());

  private final Source source;
  private final Queue<Payload> received = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean taken = new AtomicBoolean();
  private final AtomicInteger work = new AtomicInteger();

  // Guarded by this.
  private long demand;
  private long unasked;
  private int outstanding;

  private Flow.@Nullable Subscriber<? super Payload> subscriber;
  private volatile boolean subscribed;
  private volatile boolean over;
  private volatile @Nullable Throwable violation;
  private volatile @Nullable End end;

  /**
   * @param early how many elements the source was asked for before there is a subscriber
   */
  public Inbound(Source source, int early) {
    this.source = source;
    this.outstanding = early;
    this.unasked = -early;
  }

  /** An element from the wire. */
  public void next(Payload element) {
    received.add(element);
    drain();
  }

  /** The end, with an error or without; no element follows. */
  public void end(@Nullable Throwable error) {
    end = new End(error);
    drain();
  }

  @Override
  public void subscribe(Flow.Subscriber<? super Payload> to) {
    if (to == null) {
      throw new NullPointerException("subscriber");
    }
    if (!taken.compareAndSet(false, true)) {
      to.onSubscribe(Refused.SUBSCRIPTION);
      to.onError(new IllegalStateException("the stream has a subscriber (expected: one)"));
      return;
    }
    subscriber = to;
    to.onSubscribe(this);
    subscribed = true;
    drain();
  }

  @Override
  public void request(long elements) {
    if (elements <= 0) {
      violation = new IllegalArgumentException("request: " + elements + " (expected: > 0)");
    } else {
      synchronized (this) {
        demand = plus(demand, elements);
        unasked = plus(unasked, elements);
      }
      ask();
    }
    drain();
  }

  @Override
  public void cancel() {
    if (!over) {
      over = true;
      source.cancel();
    }
    drain();
  }

  /** Asks the source for what is wanted, in portions. */
  private void ask() {
    int portion;
    synchronized (this) {
      if (over || unasked <= 0 || outstanding > WINDOW / 2) {
        return;
      }
      portion = (int) Math.min(unasked, WINDOW - outstanding);
      outstanding += portion;
      unasked = unasked == Long.MAX_VALUE ? unasked : unasked - portion;
    }
    source.request(portion);
  }

  private void drain() {
    if (work.getAndIncrement() != 0) {
      return;
    }
    int seen = 1;
    do {
      emit();
      seen = work.addAndGet(-seen);
    } while (seen != 0);
  }

  private void emit() {
    Flow.Subscriber<? super Payload> to = subscriber;
    if (!subscribed || to == null) {
      return;
    }
    while (!over) {
      Throwable misuse = violation;
      if (misuse != null) {
        over = true;
        source.cancel();
        to.onError(misuse);
        return;
      }
      End now = end; // Before the queue is looked at: nothing is added after it.
      Payload element = takeDemanded();
      if (element != null) {
        ask(); // what is held here was asked for, and counts until it is taken
        deliver(to, element);
      } else if (now != null && (now.error != null || received.isEmpty())) {
        over = true;
        now.tell(to);
      } else {
        return;
      }
    }
    received.clear();
  }

  private @Nullable Payload takeDemanded() {
    synchronized (this) {
      if (demand == 0) {
        return null;
      }
      Payload element = received.poll();
      if (element != null) {
        outstanding--;
        demand = demand == Long.MAX_VALUE ? demand : demand - 1;
      }
      return element;
    }
  }

  private void deliver(Flow.Subscriber<? super Payload> to, Payload element) {
    try {
      to.onNext(element);
    } catch (Throwable e) { // it must not (2.13), and is not served any more
      LOG.log(Level.WARNING, "a subscriber threw from onNext; its stream is cancelled", e);
      cancel();
    }
  }

  private static long plus(long wanted, long more) {
    long sum = wanted + more;
    return sum < 0 && wanted > 0 ? Long.MAX_VALUE : sum;
  }

  private record End(@Nullable Throwable error) {
    void tell(Flow.Subscriber<? super Payload> to) {
      if (error == null) {
        to.onComplete();
      } else {
        to.onError(error);
      }
    }
  }
}
