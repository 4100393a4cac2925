package dev.farcall.intercept;

import static java.util.Objects.requireNonNull;

import dev.farcall.annotation.Code;
import dev.farcall.annotation.Mode;
import dev.farcall.call.Channel;
import dev.farcall.call.Failure;
import dev.farcall.call.Metadata;
import dev.farcall.call.Outcome;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.call.RetryInfo;
import dev.farcall.policy.RateLimitPolicy;
import dev.farcall.resilience.TokenBuckets;
import dev.farcall.spi.Interceptor;
import dev.farcall.time.Time;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Bounds how often each caller may call. A caller is its principal by name, or, where nobody is
 * known, its address: of IPv6 the first 64 bits, since one machine has all of them. A call over the
 * limit is refused at once with RESOURCE_EXHAUSTED and with the time after which it is worth a try
 * ({@link RetryInfo}; {@code Retry-After} over HTTP). Calls of this JVM and those for the server's
 * health are not counted.
 *
 * <p>Behind a proxy all calls have the proxy's address. Say by {@link #by} who the callers are,
 * from a header that only the proxy can set.
 */
public final class CallerRateLimit implements Interceptor {

  /** Some 15 MiB. */
  private static final int MAX_CALLERS = 100_000;

  private final RateLimitPolicy limit;
  private final Time time;
  private final Function<Request, ? extends @Nullable Object> callers;
  private final TokenBuckets buckets;
  private final LongAdder rejected = new LongAdder();

  /**
   * The limit of each caller.
   *
   * @throws IllegalArgumentException if it has a {@code maxWait}
   */
  public CallerRateLimit(RateLimitPolicy limit) {
    this(limit, Time.system());
  }

  /** The limit of each caller, on another clock. */
  public CallerRateLimit(RateLimitPolicy limit, Time time) {
    this(limit, time, CallerKeys::of);
  }

  private CallerRateLimit(
      RateLimitPolicy limit, Time time, Function<Request, ? extends @Nullable Object> callers) {
    this.limit = requireNonNull(limit, "limit");
    if (!limit.maxWait().isZero()) {
      throw new IllegalArgumentException(
          "limit: " + limit + " (expected: no maxWait, since a server keeps no call waiting)");
    }
    this.time = requireNonNull(time, "time");
    this.callers = requireNonNull(callers, "callers");
    this.buckets = new TokenBuckets(limit, MAX_CALLERS, time.now());
  }

  /**
   * The same, with none counted yet, and with other callers.
   *
   * @param callers names the caller by something with {@code equals}, a text say; null for one that
   *     is not counted
   */
  public CallerRateLimit by(Function<Request, ? extends @Nullable Object> callers) {
    return new CallerRateLimit(limit, time, callers);
  }

  @Override
  public CompletionStage<Response> intercept(Request request, Channel next) {
    boolean counts = limit.mode() != Mode.OFF && !Exempt.isHealth(request);
    Object caller = counts ? callers.apply(request) : null;
    if (caller == null) {
      return next.send(request);
    }
    long wait = buckets.acquire(caller, time.now());
    if (wait == 0) {
      return next.send(request);
    }
    rejected.increment();
    return limit.mode() == Mode.SHADOW
        ? next.send(request)
        : CompletableFuture.completedFuture(refused(wait));
  }

  private Response refused(long wait) {
    RetryInfo retry = new RetryInfo(Duration.ofNanos(wait));
    return Response.failed(
        new Failure(
            Outcome.OVERLOADED,
            Code.RESOURCE_EXHAUSTED,
            "too many calls (expected: at most " + limit + ")",
            List.of(retry.toDetail()),
            Metadata.EMPTY,
            null));
  }

  /** How many calls were refused, or, under {@code SHADOW}, would have been. */
  public long rejected() {
    return rejected.sum();
  }

  @Override
  public String toString() {
    return "rate limit per caller " + limit;
  }
}
