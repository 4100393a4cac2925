package dev.farcall.intercept;

import static java.util.Objects.requireNonNull;

import dev.farcall.call.Channel;
import dev.farcall.call.Layer;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.policy.ConcurrencyLimitPolicy;
import dev.farcall.resilience.ConcurrencyLimiter;
import dev.farcall.resilience.Guards;
import dev.farcall.spi.Interceptor;
import dev.farcall.time.Time;
import java.util.concurrent.CompletionStage;

/**
 * Bounds how many calls a server works at, by a limit that adapts: it shrinks when calls fail as
 * those of a server do that has too much to do. More are refused at once with RESOURCE_EXHAUSTED.
 * Calls for the server's health are not counted.
 */
public final class ServerConcurrencyLimit implements Interceptor {

  private final ConcurrencyLimiter limiter;
  private final Layer layer;

  /** A limit of all calls together. */
  public ServerConcurrencyLimit(ConcurrencyLimitPolicy policy) {
    this(policy, Time.system());
  }

  /** A limit of all calls together, on another clock. */
  public ServerConcurrencyLimit(ConcurrencyLimitPolicy policy, Time time) {
    this.limiter = ConcurrencyLimiter.of("server", requireNonNull(policy, "policy"), time);
    this.layer = Guards.concurrencyLimit(limiter, time);
  }

  @Override
  public CompletionStage<Response> intercept(Request request, Channel next) {
    return Exempt.isHealth(request) ? next.send(request) : layer.around(next).send(request);
  }

  /** What it holds, and has learned. */
  public ConcurrencyLimiter limiter() {
    return limiter;
  }

  @Override
  public String toString() {
    return limiter.toString();
  }
}
