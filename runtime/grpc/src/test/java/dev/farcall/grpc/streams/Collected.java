package dev.farcall.grpc.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Subscribes, and holds the stream to the rules: serial signals, nothing unasked, one end. */
public final class Collected<T> implements Flow.Subscriber<T> {

  final List<T> received = Collections.synchronizedList(new ArrayList<>());
  final CompletableFuture<Void> end = new CompletableFuture<>();

  private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
  private final long initial;
  private final AtomicInteger inside = new AtomicInteger();
  private final List<String> breaches = new CopyOnWriteArrayList<>();
  private volatile long asked;
  private long enough = Long.MAX_VALUE;

  /**
   * @param initial asked for at once
   */
  public Collected(long initial) {
    this.initial = initial;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription.complete(given);
    if (initial > 0) {
      request(initial);
    }
  }

  /** Cancels when it has so many. */
  Collected<T> cancelAt(long elements) {
    enough = elements;
    return this;
  }

  void request(long elements) {
    asked = asked + elements < 0 ? Long.MAX_VALUE : asked + elements;
    subscription.join().request(elements);
  }

  void cancel() {
    subscription.join().cancel();
  }

  @Override
  public void onNext(T element) {
    if (inside.getAndIncrement() != 0) {
      breaches.add("onNext is not serial");
    }
    if (end.isDone()) {
      breaches.add("onNext after the end");
    }
    received.add(element);
    if (received.size() > asked) {
      breaches.add("onNext without demand");
    }
    if (received.size() == enough) {
      cancel();
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

  /** Waits for the end; null if that was none of an error. */
  Throwable awaitEnd() throws Exception {
    Throwable error = end.handle((nothing, thrown) -> thrown).get(30, TimeUnit.SECONDS);
    assertThat(breaches).isEmpty();
    return error;
  }

  void awaitReceived(int elements) {
    await(() -> received.size() >= elements);
    assertThat(breaches).isEmpty();
  }

  /** Waits until something holds, with a bound. */
  static void await(BooleanSupplier condition) {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime() - until).as("time over, in ns").isNegative();
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
  }
}
