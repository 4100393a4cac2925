package dev.farcall.resilience;

import static java.util.Objects.requireNonNull;

import dev.farcall.annotation.Code;
import dev.farcall.annotation.Mode;
import dev.farcall.call.CallException;
import dev.farcall.call.Failure;
import dev.farcall.call.LimiterEffect;
import dev.farcall.policy.ConcurrencyLimitPolicy;
import dev.farcall.time.Time;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * Lets as many calls be on their way at once as the peer can bear, which it finds out: additive
 * increase, multiplicative decrease (as TCP; Chiu and Jain, 1989). A call that ends well while the
 * limit is nearly used makes it grow by {@code 1 / limit}, so that it is one more when all have
 * been answered once; one that the peer could not bear makes it a tenth smaller. Of calls that were
 * on their way together only one does, since all tell of the same overload.
 *
 * <p>Safe for many threads; the limit changes by one compare-and-set.
 */
public final class ConcurrencyLimiter {

  private static final VarHandle LIMIT = Fields.of(MethodHandles.lookup(), "limit", Limit.class);

  private static final double DECREASE = 0.9;

  /** Below this part of the limit a call that ends well does not show that there is room. */
  private static final double USED = 0.9;

  private final String name;
  private final Time time;
  private final AtomicInteger inFlight = new AtomicInteger();
  private volatile Limit limit;
  private final LongAdder rejected = new LongAdder();
  private volatile ConcurrencyLimitPolicy policy;

  private ConcurrencyLimiter(String name, ConcurrencyLimitPolicy policy, Time time) {
    this.name = requireNonNull(name, "name");
    this.policy = requireNonNull(policy, "policy");
    this.time = requireNonNull(time, "time");
    this.limit = new Limit(policy.initial(), 0, false);
  }

  /** One without a name, in the time of this JVM. */
  public static ConcurrencyLimiter of(ConcurrencyLimitPolicy policy) {
    return of("", policy, Time.system());
  }

  /**
   * An empty one.
   *
   * @param name for people: of what it guards; may be empty
   */
  public static ConcurrencyLimiter of(String name, ConcurrencyLimitPolicy policy, Time time) {
    return new ConcurrencyLimiter(name, policy, time);
  }

  /** Takes a place if there is one. Whoever gets one has to {@link #release} it, once. */
  public boolean tryAcquire() {
    Mode mode = policy.mode();
    if (mode == Mode.ENFORCE) {
      return take();
    }
    int before = inFlight.getAndIncrement();
    if (mode == Mode.SHADOW && before >= (int) limit.value) {
      rejected.increment();
    }
    return true;
  }

  private boolean take() {
    while (true) {
      int now = inFlight.get();
      if (now >= (int) limit.value) {
        rejected.increment();
        return false;
      }
      if (inFlight.compareAndSet(now, now + 1)) {
        return true;
      }
    }
  }

  /**
   * Gives a place back and learns.
   *
   * @param startedAt a reading of the limiter's clock when the call began
   * @param now one when it ended; of use only if the limit shrinks
   */
  public void release(long startedAt, long now, LimiterEffect effect) {
    int before = inFlight.getAndDecrement();
    switch (effect) {
      case GROW -> grow(before);
      case SHRINK -> shrink(startedAt, now);
      case IGNORE -> {}
    }
  }

  private void grow(int used) {
    while (true) {
      Limit current = limit;
      int max = policy.max();
      if (current.value >= max || used < USED * Math.floor(current.value)) {
        return;
      }
      double more = Math.min(max, current.value + 1 / current.value);
      if (LIMIT.compareAndSet(
          this, current, new Limit(more, current.shrunkAt, current.hasShrunk))) {
        return;
      }
    }
  }

  private void shrink(long startedAt, long now) {
    while (true) {
      Limit current = limit;
      if (current.hasShrunk && startedAt - current.shrunkAt < 0) {
        return; // it tells of an overload that is known
      }
      double less = Math.max(policy.min(), current.value * DECREASE);
      if (LIMIT.compareAndSet(this, current, new Limit(less, now, true))) {
        return;
      }
    }
  }

  /** Why a call was rejected. */
  public Failure rejection() {
    int places = (int) limit.value;
    return Rejections.of(
        Code.RESOURCE_EXHAUSTED,
        Rejections.CONCURRENCY_LIMITED,
        "concurrency limit",
        name,
        "is reached: "
            + places
            + " calls are on their way, and more were too many before; try again when one has"
            + " ended",
        Rejections.UNKNOWN);
  }

  /**
   * Calls, if there is a place.
   *
   * @throws CallException if there is none: {@code RESOURCE_EXHAUSTED}, with the reason {@code
   *     CONCURRENCY_LIMITED}
   * @throws Exception what the body throws
   */
  public <T> T call(Callable<T> body) throws Exception {
    if (!tryAcquire()) {
      throw CallException.of(rejection());
    }
    long start = time.now();
    LimiterEffect effect = LimiterEffect.GROW;
    try {
      return body.call();
    } catch (Throwable thrown) {
      effect = Ends.of(thrown).limiter();
      throw thrown;
    } finally {
      release(start, time.now(), effect);
    }
  }

  /** As {@link #call}, of what ends later. */
  public <T> CompletionStage<T> callAsync(Supplier<? extends CompletionStage<T>> body) {
    if (!tryAcquire()) {
      return CompletableFuture.failedFuture(CallException.of(rejection()));
    }
    long start = time.now();
    LinkedStage<T> call =
        new LinkedStage<>(
            thrown ->
                release(
                    start,
                    time.now(),
                    thrown == null ? LimiterEffect.GROW : Ends.of(thrown).limiter()));
    call.follow(Stages.start(body));
    return call;
  }

  /** Holds to another policy from here on; what it has learned stays, within the new bounds. */
  public void update(ConcurrencyLimitPolicy policy) {
    this.policy = requireNonNull(policy, "policy");
    Limit current;
    Limit bounded;
    do {
      current = limit;
      double value = Math.max(policy.min(), Math.min(policy.max(), current.value));
      bounded = new Limit(value, current.shrunkAt, current.hasShrunk);
    } while (!LIMIT.compareAndSet(this, current, bounded));
  }

  public ConcurrencyLimitPolicy policy() {
    return policy;
  }

  /** What it holds, and has learned. */
  public Metrics metrics() {
    return new Metrics((int) limit.value, inFlight.get(), rejected.sum());
  }

  @Override
  public String toString() {
    Metrics now = metrics();
    return "concurrency limit \""
        + name
        + "\", "
        + now.inFlight
        + " of "
        + now.limit
        + " on their way: "
        + policy;
  }

  /**
   * What a limiter holds, and has seen since it was made.
   *
   * @param limit how many may be on their way
   * @param inFlight how many are
   * @param rejected calls that found no place, or, under {@code SHADOW}, would not have
   */
  public record Metrics(int limit, int inFlight, long rejected) {}

  /** What it has learned; replaced as a whole. */
  private record Limit(double value, long shrunkAt, boolean hasShrunk) {}
}
