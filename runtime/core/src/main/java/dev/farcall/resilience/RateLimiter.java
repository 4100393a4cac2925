package dev.farcall.resilience;

import static java.util.Objects.requireNonNull;

import dev.farcall.annotation.Code;
import dev.farcall.annotation.Mode;
import dev.farcall.call.CallException;
import dev.farcall.call.Failure;
import dev.farcall.policy.Durations;
import dev.farcall.policy.RateLimitPolicy;
import dev.farcall.time.Time;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * Lets calls pass no more often than a policy says; those that are too many are rejected, or, if
 * they keep no thread, wait for their turn if it comes soon enough.
 *
 * <pre>{@code
 * RateLimiter limiter = RateLimiter.of(RateLimitPolicy.perSecond(100));
 * limiter.call(() -> mail.send(letter));
 * }</pre>
 *
 * <p>Safe for many threads, by one compare-and-set for each call. The core never waits.
 */
public final class RateLimiter {

  private final String name;
  private final Time time;
  private final LongAdder rejected = new LongAdder();
  private volatile Limit limit;

  private RateLimiter(String name, RateLimitPolicy policy, Time time) {
    this.name = requireNonNull(name, "name");
    this.time = requireNonNull(time, "time");
    this.limit = new Limit(policy, new TokenBucket(policy, time.now()));
  }

  /** One without a name, in the time of this JVM. */
  public static RateLimiter of(RateLimitPolicy policy) {
    return of("", policy, Time.system());
  }

  /**
   * One with all of its burst to spend.
   *
   * @param name for people: of what it guards; may be empty
   */
  public static RateLimiter of(String name, RateLimitPolicy policy, Time time) {
    return new RateLimiter(name, requireNonNull(policy, "policy"), time);
  }

  /**
   * Asks for a turn.
   *
   * @param now a reading of the limiter's clock
   * @param remaining nanoseconds the call has left; {@link Long#MAX_VALUE} if that is unknown
   * @return 0 if the call may pass now; more if it may pass after so many nanoseconds, its turn
   *     being kept for it; less if it is rejected, with the nanoseconds until there is a turn,
   *     negated
   */
  public long acquire(long now, long remaining) {
    Limit current = limit;
    return current.bucket.take(now) ? 0 : acquireSlowly(current, now, remaining);
  }

  private long acquireSlowly(Limit current, long now, long remaining) {
    if (current.mode == Mode.OFF) {
      return 0;
    }
    long turn =
        current.bucket.reserve(now, Math.max(0, Math.min(current.maxWaitNanos, remaining - 1)));
    if (turn >= 0) {
      return turn;
    }
    rejected.increment();
    return current.mode == Mode.SHADOW ? 0 : turn;
  }

  /**
   * Why a call is rejected.
   *
   * @param turn what {@link #acquire} gave, negative
   */
  public Failure rejection(long turn) {
    return Rejections.of(
        Code.RESOURCE_EXHAUSTED,
        Rejections.RATE_LIMITED,
        "rate limit",
        name,
        "is reached: " + limit.policy,
        -turn);
  }

  /**
   * Asks for a turn now: what has to wait is rejected, whatever the policy's {@code maxWait}.
   *
   * @param now a reading of the limiter's clock
   * @return 0 if the call may pass; less if it is rejected, with the nanoseconds until there is a
   *     turn, negated
   */
  public long acquireNow(long now) {
    return acquire(now, 0);
  }

  /**
   * Calls, if it may now. The thread of a caller never sleeps: what would have to wait for its turn
   * is rejected, with the time after which to come again.
   *
   * @throws CallException if it may not: {@code RESOURCE_EXHAUSTED}, with the reason {@code
   *     RATE_LIMITED}
   * @throws Exception what the body throws
   */
  public <T> T call(Callable<T> body) throws Exception {
    long turn = acquireNow(time.now());
    if (turn < 0) {
      throw CallException.of(rejection(turn));
    }
    return body.call();
  }

  /**
   * As {@link #call}, of what ends later; it waits for its turn as long as the policy's {@code
   * maxWait} says, and no thread does.
   */
  public <T> CompletionStage<T> callAsync(Supplier<? extends CompletionStage<T>> body) {
    long turn = acquire(time.now(), Long.MAX_VALUE);
    if (turn < 0) {
      return CompletableFuture.failedFuture(CallException.of(rejection(turn)));
    }
    if (turn == 0) {
      return Stages.start(body);
    }
    LinkedStage<T> call = new LinkedStage<>();
    CompletionStage<Void> pause = Pause.of(time, turn);
    call.await(pause);
    pause.thenRun(
        () -> {
          if (!call.hasEnded()) {
            call.follow(Stages.start(body));
          }
        });
    return call;
  }

  /** Holds to another policy from here on; what was taken stays taken. */
  public void update(RateLimitPolicy policy) {
    Limit current = limit;
    if (!current.policy.equals(requireNonNull(policy, "policy"))) {
      long now = time.now();
      limit = new Limit(policy, new TokenBucket(policy, now, current.bucket.missing(now)));
    }
  }

  public RateLimitPolicy policy() {
    return limit.policy;
  }

  /** What it has seen. */
  public Metrics metrics() {
    return new Metrics(rejected.sum());
  }

  @Override
  public String toString() {
    return "rate limit \"" + name + "\": " + limit.policy;
  }

  /**
   * What a rate limiter has seen since it was made.
   *
   * @param rejected calls that did not, or, under {@code SHADOW}, would not have
   */
  public record Metrics(long rejected) {}

  /** A policy at work. */
  private static final class Limit {
    final RateLimitPolicy policy;
    final TokenBucket bucket;
    final Mode mode;
    final long maxWaitNanos;

    Limit(RateLimitPolicy policy, TokenBucket bucket) {
      this.policy = policy;
      this.bucket = bucket;
      this.mode = policy.mode();
      this.maxWaitNanos = mode == Mode.SHADOW ? 0 : Durations.nanos(policy.maxWait());
    }
  }
}
