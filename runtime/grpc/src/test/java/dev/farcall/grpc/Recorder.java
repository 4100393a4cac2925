package dev.farcall.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.call.Payload;
import dev.farcall.wire.MessageCodec;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Subscribes, and holds the stream to the rules: serial signals, nothing unasked, one end. */
public final class Recorder<T> implements Flow.Subscriber<Payload> {

  public final List<T> received = new CopyOnWriteArrayList<>();
  public final CompletableFuture<Void> end = new CompletableFuture<>();

  private final MessageCodec<T> codec;
  private final long initial;
  private final AtomicInteger inside = new AtomicInteger();
  private final List<String> breaches = new CopyOnWriteArrayList<>();
  private volatile Flow.Subscription subscription;
  private volatile long asked;

  public Recorder(MessageCodec<T> codec, long initial) {
    this.codec = codec;
    this.initial = initial;
  }

  @Override
  public void onSubscribe(Flow.Subscription to) {
    subscription = to;
    if (initial > 0) {
      request(initial);
    }
  }

  public void request(long elements) {
    asked = asked + elements < 0 ? Long.MAX_VALUE : asked + elements;
    subscription.request(elements);
  }

  public void cancel() {
    subscription.cancel();
  }

  @Override
  public void onNext(Payload element) {
    if (inside.getAndIncrement() != 0) {
      breaches.add("onNext is not serial");
    }
    if (end.isDone()) {
      breaches.add("onNext after the end");
    }
    received.add(element.value(codec));
    if (received.size() > asked) {
      breaches.add("onNext without demand");
    }
    inside.decrementAndGet();
  }

  @Override
  public void onError(Throwable error) {
    if (!end.completeExceptionally(error)) {
      breaches.add("two ends");
    }
  }

  @Override
  public void onComplete() {
    if (!end.complete(null)) {
      breaches.add("two ends");
    }
  }

  public Recorder<T> awaitEnd() throws Exception {
    end.handle((nothing, error) -> error).get(30, TimeUnit.SECONDS);
    assertThat(breaches).isEmpty();
    return this;
  }

  public void awaitReceived(int elements) {
    await(() -> received.size() >= elements);
    assertThat(breaches).isEmpty();
  }

  /** Waits until something holds, with a bound. */
  public static void await(BooleanSupplier condition) {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime() - until).as("time over, in ns").isNegative();
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
  }
}
