package dev.farcall.grpc;

import dev.farcall.call.Payload;
import dev.farcall.wire.MessageCodec;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/** A publisher of elements made on demand, on the thread that asks, which counts what it made. */
public final class Numbers<T> implements Flow.Publisher<Payload> {

  public final AtomicLong made = new AtomicLong();
  public final AtomicBoolean cancelled = new AtomicBoolean();

  private final MessageCodec<T> codec;
  private final long count;
  private final LongFunction<T> element;

  public Numbers(MessageCodec<T> codec, long count, LongFunction<T> element) {
    this.codec = codec;
    this.count = count;
    this.element = element;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super Payload> subscriber) {
    subscriber.onSubscribe(new Emission(subscriber));
  }

  private final class Emission implements Flow.Subscription {
    private final Flow.Subscriber<? super Payload> to;
    private final AtomicLong demand = new AtomicLong();
    private boolean ended;

    Emission(Flow.Subscriber<? super Payload> to) {
      this.to = to;
    }

    @Override
    public void request(long elements) {
      if (demand.getAndAdd(elements) != 0) {
        return;
      }
      do {
        if (!cancelled.get() && made.get() < count) {
          to.onNext(Payload.of(codec, element.apply(made.getAndIncrement())));
        }
        if (made.get() == count && !ended) {
          ended = true;
          to.onComplete();
        }
      } while (demand.decrementAndGet() > 0);
    }

    @Override
    public void cancel() {
      cancelled.set(true);
    }
  }
}
