package dev.farcall.balance;

import static java.util.Objects.requireNonNull;

import dev.farcall.call.Endpoint;
import dev.farcall.call.LiveEndpoint;
import dev.farcall.call.Metadata;
import dev.farcall.call.Outcome;
import dev.farcall.policy.LoadBalancedPolicy;
import dev.farcall.time.Time;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;

/**
 * Picks endpoints for whoever calls them by other means than a generated client.
 *
 * <pre>{@code
 * Balancer balancer = Balancer.of(LoadBalanced.LEAST_REQUEST);
 * balancer.add(Endpoint.of("10.0.0.5", 9090).withWeight(2));
 * balancer.add(Endpoint.of("10.0.0.6", 9090));
 * try (Balancer.Pick pick = balancer.next()) {
 *   http.send(request(pick.endpoint()));
 * }
 * }</pre>
 *
 * <p>A pick is on its way until it is closed, and tells by that how long it took; one that {@link
 * Pick#failed failed} counts against its endpoint, which is passed over for a time after five of
 * them in a row. Who picks often keeps a {@link #pick} and takes it {@linkplain Pick#next again and
 * again}, which allocates nothing.
 *
 * <p>Safe for many threads. Who changes what there is waits until it is picked from; what follows
 * from how calls end is worked out beside them, on an executor.
 */
public final class Balancer implements AutoCloseable {

  private final LoadBalancedPolicy policy;
  private final Time time;
  private final EndpointGroup group;
  private final EndpointPicker picker;
  private final Map<String, Endpoint> byId = new LinkedHashMap<>();

  private Balancer(LoadBalancedPolicy policy, Time time, Executor executor) {
    this.policy = requireNonNull(policy, "policy");
    this.time = requireNonNull(time, "time");
    EndpointGroup.Options options = new EndpointGroup.Options("the balancer", "", 0, false);
    this.group = new EndpointGroup(options, new Unattached(), time, executor);
    this.picker = new EndpointPicker(group, policy);
  }

  /**
   * An empty one.
   *
   * @param strategy as in {@link dev.farcall.annotation.LoadBalanced}
   * @throws IllegalArgumentException if there is no such strategy
   */
  public static Balancer of(String strategy) {
    return of(
        new LoadBalancedPolicy(strategy, List.of()), Time.system(), ForkJoinPool.commonPool());
  }

  /**
   * An empty one.
   *
   * @param executor builds what is picked by when an endpoint is passed over, or is not any more
   * @throws IllegalArgumentException if there is no such strategy
   */
  public static Balancer of(LoadBalancedPolicy policy, Time time, Executor executor) {
    return new Balancer(policy, time, requireNonNull(executor, "executor"));
  }

  /** Endpoints that hang on nothing; whoever calls them finds out whether they are there. */
  private static final class Unattached implements Attachment {
    @Override
    public LiveEndpoint attach(Endpoint endpoint) {
      return new LiveEndpoint(endpoint);
    }

    @Override
    public void detach(LiveEndpoint endpoint) {}

    @Override
    public CompletionStage<Boolean> probe(LiveEndpoint endpoint) {
      return CompletableFuture.completedFuture(true);
    }
  }

  /** Takes an endpoint, or its new description if one of the same id is there. */
  public void add(Endpoint endpoint) {
    synchronized (byId) {
      byId.put(endpoint.id(), endpoint);
      group.found(List.copyOf(byId.values()));
    }
  }

  /** Lets go of an endpoint; false if there is none of that id. */
  public boolean remove(String id) {
    synchronized (byId) {
      boolean known = byId.remove(id) != null;
      if (known) {
        group.found(List.copyOf(byId.values()));
      }
      return known;
    }
  }

  /** Takes these in place of all that are there; what is known of those that stay is kept. */
  public void replaceAll(Collection<Endpoint> endpoints) {
    synchronized (byId) {
      byId.clear();
      endpoints.forEach(endpoint -> byId.put(endpoint.id(), endpoint));
      group.found(List.copyOf(byId.values()));
    }
  }

  /**
   * The next endpoint.
   *
   * @throws IllegalStateException if there is none
   */
  public Pick next() {
    return pick().next();
  }

  /**
   * The next endpoint for a key: the same for equal keys, if the strategy is one of keys.
   *
   * @throws IllegalStateException if there is none
   */
  public Pick next(String key) {
    return pick().next(key);
  }

  /** For one call after the other: none is begun yet. */
  public Pick pick() {
    return new Pick(this);
  }

  private LiveEndpoint choose(@Nullable String key) {
    LiveEndpoint picked = picker.pick(key);
    if (picked == null) {
      throw new IllegalStateException(
          "no endpoint to pick from (expected: one or more, by add(Endpoint))");
    }
    return picked;
  }

  /** What is known of each endpoint. */
  public List<EndpointStatus> endpoints() {
    return group.statuses();
  }

  /** Whom the next pick would give, and why; what goes round moves on by one turn. */
  public PickExplanation explain() {
    return group.explain(policy, null, Metadata.EMPTY);
  }

  private void ended(LiveEndpoint endpoint, long start, Outcome outcome) {
    endpoint.answered(start, time.now(), outcome);
    endpoint.end(outcome);
    group.ended(endpoint, outcome);
  }

  @Override
  public void close() {
    group.close();
  }

  /** As in {@code least_request over [a:1, b:1]}. */
  @Override
  public String toString() {
    return policy + " over " + new ArrayList<>(group.endpoints());
  }

  /**
   * An endpoint that is being called, until it is closed; closing it again does nothing. For one
   * thread at a time, and for any number of calls, one after the other:
   *
   * <pre>{@code
   * Balancer.Pick pick = balancer.pick();
   * for (Request request : requests) {
   *   try (Balancer.Pick call = pick.next()) {
   *     http.send(request, call.endpoint());
   *   }
   * }
   * }</pre>
   */
  public static final class Pick implements AutoCloseable {
    private final Balancer balancer;
    private @Nullable LiveEndpoint picked;
    private long start;
    private Outcome outcome = Outcome.OK;

    private Pick(Balancer balancer) {
      this.balancer = balancer;
    }

    /**
     * This, of the next endpoint.
     *
     * @throws IllegalStateException if there is none, or it was not closed before
     */
    public Pick next() {
      return begin(null);
    }

    /**
     * This, of the next endpoint for a key: as {@link Balancer#next(String)}.
     *
     * @throws IllegalStateException if there is none, or it was not closed before
     */
    public Pick next(String key) {
      return begin(requireNonNull(key, "key"));
    }

    private Pick begin(@Nullable String key) {
      if (picked != null) {
        throw new IllegalStateException(
            this + " is on its way (expected: closed before it is used for the next call)");
      }
      LiveEndpoint chosen = balancer.choose(key);
      start = balancer.time.now();
      outcome = Outcome.OK;
      chosen.begin(start);
      picked = chosen;
      return this;
    }

    /**
     * Whom to call.
     *
     * @throws IllegalStateException if nobody: before {@link #next}, and when it was closed
     */
    public Endpoint endpoint() {
      if (picked == null) {
        throw new IllegalStateException("no call is on its way (expected: next() before)");
      }
      return picked.endpoint();
    }

    /** The call failed, by the fault of the endpoint. */
    public void failed() {
      outcome = Outcome.SERVER_ERROR;
    }

    /** The call has ended. */
    @Override
    public void close() {
      LiveEndpoint called = picked;
      if (called != null) {
        picked = null;
        balancer.ended(called, start, outcome);
      }
    }

    @Override
    public String toString() {
      return "Pick[" + (picked == null ? "none" : picked) + "]";
    }
  }
}
