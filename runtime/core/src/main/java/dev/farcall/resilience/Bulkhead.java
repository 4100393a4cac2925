package dev.farcall.resilience;

import static java.util.Objects.requireNonNull;

import dev.farcall.annotation.Code;
import dev.farcall.annotation.Mode;
import dev.farcall.call.CallException;
import dev.farcall.call.Failure;
import dev.farcall.policy.BulkheadPolicy;
import dev.farcall.policy.Durations;
import dev.farcall.time.Time;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets so many calls be on their way at once, so that one slow thing does not take all threads with
 * it. Those that are too many are rejected, or wait in a bounded queue for a bounded time, first
 * come first served.
 *
 * <pre>{@code
 * Bulkhead bulkhead = Bulkhead.of(BulkheadPolicy.of(16));
 * Report report = bulkhead.call(() -> reports.render(query));
 * }</pre>
 *
 * <p>Safe for many threads. The core never waits and takes no lock.
 */
public final class Bulkhead {

  private final String name;
  private final Time time;
  private volatile Limit limit;

  private final AtomicInteger inFlight = new AtomicInteger();

  /** How many of the queue still wait. */
  private final AtomicInteger waiting = new AtomicInteger();

  private final Queue<Turn> queue = new ConcurrentLinkedQueue<>();

  private final LongAdder rejected = new LongAdder();

  private Bulkhead(String name, BulkheadPolicy policy, Time time) {
    this.name = requireNonNull(name, "name");
    this.limit = new Limit(requireNonNull(policy, "policy"));
    this.time = requireNonNull(time, "time");
  }

  /** One without a name, in the time of this JVM. */
  public static Bulkhead of(BulkheadPolicy policy) {
    return of("", policy, Time.system());
  }

  /**
   * An empty one.
   *
   * @param name for people: of what it guards; may be empty
   */
  public static Bulkhead of(String name, BulkheadPolicy policy, Time time) {
    return new Bulkhead(name, policy, time);
  }

  /**
   * Takes a place if there is one and nobody waits for it. Whoever gets one has to {@link #release}
   * it, once.
   */
  public boolean tryAcquire() {
    Limit current = limit;
    if (current.enforced) {
      return waiting.get() == 0 && take(current.maxConcurrent);
    }
    if (inFlight.getAndIncrement() >= current.maxConcurrent && current.mode == Mode.SHADOW) {
      rejected.increment();
    }
    return true;
  }

  private boolean take(int max) {
    while (true) {
      int now = inFlight.get();
      if (now >= max) {
        return false;
      }
      if (inFlight.compareAndSet(now, now + 1)) {
        return true;
      }
    }
  }

  /** Gives a place back, to the first that waits if any does, who goes on on this thread. */
  public void release() {
    inFlight.decrementAndGet();
    if (waiting.get() > 0) {
      serveQueue();
    }
  }

  /** How long a call may wait for a place; 0 if it may not. */
  long maxWaitNanos() {
    return limit.maxWaitNanos;
  }

  /** Queues up; false if the queue is full. */
  boolean enqueue(Turn turn) {
    int most = limit.queue;
    if (waiting.getAndIncrement() >= most) {
      waiting.decrementAndGet();
      return false;
    }
    queue.add(turn);
    serveQueue(); // a place may have become free meanwhile
    return true;
  }

  /** Leaves the queue; false if it is its turn already. */
  boolean leave(Turn turn) {
    if (!turn.giveUp()) {
      return false;
    }
    waiting.decrementAndGet();
    queue.remove(turn);
    return true;
  }

  /**
   * Gives free places to those that wait. Each thread does so for itself: what goes on may take as
   * long as it likes.
   */
  private void serveQueue() {
    while (waiting.get() > 0 && take(limit.maxConcurrent)) {
      Turn next = nextWaiting();
      if (next != null) {
        next.goOn();
        continue;
      }
      inFlight.decrementAndGet();
      if (queue.isEmpty()) {
        return; // whoever is about to queue up asks then
      }
    }
  }

  private @Nullable Turn nextWaiting() {
    for (Turn turn = queue.poll(); turn != null; turn = queue.poll()) {
      if (turn.grant()) {
        waiting.decrementAndGet();
        return turn;
      }
    }
    return null;
  }

  /** Counts a call that found no place, and says why. */
  public Failure reject() {
    rejected.increment();
    Limit current = limit;
    String why = "is full: " + current.maxConcurrent + " calls are on their way";
    if (current.queue > 0) {
      why += ", and none ended within " + Durations.text(current.policy.maxWait());
      why += " or " + current.queue + " wait before it";
    }
    why += "; try again when one has ended";
    return Rejections.of(
        Code.RESOURCE_EXHAUSTED,
        Rejections.BULKHEAD_FULL,
        "bulkhead",
        name,
        why,
        Rejections.UNKNOWN);
  }

  /**
   * Calls, if there is a place, or one becomes free in time.
   *
   * @throws CallException if not: {@code RESOURCE_EXHAUSTED}, with the reason {@code BULKHEAD_FULL}
   * @throws InterruptedException if the caller was interrupted while it waited
   * @throws Exception what the body throws
   */
  public <T> T call(Callable<T> body) throws Exception {
    if (!tryAcquire()) {
      awaitPlace();
    }
    try {
      return body.call();
    } finally {
      release();
    }
  }

  /**
   * Takes a place, waiting for one as the policy says.
   *
   * @throws CallException if there is none
   */
  public void acquire() throws InterruptedException {
    if (!tryAcquire()) {
      awaitPlace();
    }
  }

  private void awaitPlace() throws InterruptedException {
    CompletableFuture<Boolean> place = place();
    try {
      if (!place.get()) {
        throw CallException.of(reject());
      }
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    } catch (InterruptedException interrupted) {
      if (!place.complete(false) && place.join()) {
        release();
      }
      throw interrupted;
    }
  }

  /**
   * Whether it has a place in the end. Whoever completes it with false, or cancels it, leaves the
   * queue.
   */
  private CompletableFuture<Boolean> place() {
    CompletableFuture<Boolean> place = new CompletableFuture<>();
    long nanos = maxWaitNanos();
    Turn turn =
        new Turn(
            () -> {
              if (!place.complete(true)) {
                release();
              }
            });
    if (nanos == 0 || !enqueue(turn)) {
      place.complete(false);
      return place;
    }
    Time.Timer timer = time.schedule(nanos, () -> place.complete(false));
    CompletionStage<Boolean> end = place;
    end.whenComplete(
        (has, cancelled) -> {
          timer.cancel();
          if (cancelled != null || !has) {
            leave(turn);
          }
        });
    return place;
  }

  /** As {@link #call}, of what ends later; no thread waits. */
  public <T> CompletionStage<T> callAsync(Supplier<? extends CompletionStage<T>> body) {
    if (tryAcquire()) {
      return started(body);
    }
    LinkedStage<T> call = new LinkedStage<>();
    CompletionStage<Boolean> place = place();
    call.await(place);
    place.thenAccept(
        has -> {
          if (!has) {
            call.completeExceptionally(CallException.of(reject()));
          } else if (call.hasEnded()) {
            release();
          } else {
            call.follow(started(body));
          }
        });
    return call;
  }

  private <T> CompletionStage<T> started(Supplier<? extends CompletionStage<T>> body) {
    LinkedStage<T> call = new LinkedStage<>(thrown -> release());
    call.follow(Stages.start(body));
    return call;
  }

  /** Holds to another policy from here on; calls on their way stay, and so do those that wait. */
  public void update(BulkheadPolicy policy) {
    limit = new Limit(requireNonNull(policy, "policy"));
    serveQueue();
  }

  public BulkheadPolicy policy() {
    return limit.policy;
  }

  /** What it holds, and has seen. */
  public Metrics metrics() {
    return new Metrics(inFlight.get(), waiting.get(), rejected.sum());
  }

  @Override
  public String toString() {
    return "bulkhead \"" + name + "\", " + inFlight + " on their way: " + limit.policy;
  }

  /**
   * What a bulkhead holds, and has seen since it was made.
   *
   * @param inFlight calls on their way
   * @param waiting calls that wait for a place
   * @param rejected calls that found none, or, under {@code SHADOW}, would not have
   */
  public record Metrics(int inFlight, int waiting, long rejected) {}

  /** A policy at work. */
  private static final class Limit {
    final BulkheadPolicy policy;
    final Mode mode;
    final boolean enforced;
    final int maxConcurrent;
    final int queue;
    final long maxWaitNanos;

    Limit(BulkheadPolicy policy) {
      this.policy = policy;
      this.mode = policy.mode();
      this.enforced = mode == Mode.ENFORCE;
      this.maxConcurrent = enforced || mode == Mode.SHADOW ? policy.maxConcurrent() : NO_LIMIT;
      this.queue = policy.queue();
      this.maxWaitNanos = Durations.nanos(policy.maxWait());
    }

    private static final int NO_LIMIT = Integer.MAX_VALUE;
  }
}
