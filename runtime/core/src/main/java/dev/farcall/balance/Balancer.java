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
 * them in a row. Safe for many threads.
 */
public final class Balancer implements AutoCloseable {

  private final LoadBalancedPolicy policy;
  private final Time time;
  private final EndpointGroup group;
  private final EndpointPicker picker;
  private final Map<String, Endpoint> byId = new LinkedHashMap<>();

  private Balancer(LoadBalancedPolicy policy, Time time) {
    this.policy = requireNonNull(policy, "policy");
    this.time = requireNonNull(time, "time");
    EndpointGroup.Options options = new EndpointGroup.Options("the balancer", "", 0, false);
    this.group = new EndpointGroup(options, new Unattached(), time, Runnable::run);
    this.picker = new EndpointPicker(group, policy);
  }

  /**
   * An empty one.
   *
   * @param strategy as in {@link dev.farcall.annotation.LoadBalanced}
   * @throws IllegalArgumentException if there is no such strategy
   */
  public static Balancer of(String strategy) {
    return of(new LoadBalancedPolicy(strategy, List.of()), Time.system());
  }

  /**
   * An empty one.
   *
   * @throws IllegalArgumentException if there is no such strategy
   */
  public static Balancer of(LoadBalancedPolicy policy, Time time) {
    return new Balancer(policy, time);
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
    return pick(null);
  }

  /**
   * The next endpoint for a key: the same for equal keys, if the strategy is one of keys.
   *
   * @throws IllegalStateException if there is none
   */
  public Pick next(String key) {
    return pick(requireNonNull(key, "key"));
  }

  private Pick pick(@Nullable String key) {
    LiveEndpoint picked = picker.pick(key);
    if (picked == null) {
      throw new IllegalStateException(
          "no endpoint to pick from (expected: one or more, by add(Endpoint))");
    }
    long now = time.now();
    picked.begin(now);
    return new Pick(this, picked, now);
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

  /** An endpoint that is being called. For one thread at a time; closing it again does nothing. */
  public static final class Pick implements AutoCloseable {
    private final Balancer balancer;
    private final LiveEndpoint picked;
    private final long start;
    private Outcome outcome = Outcome.OK;
    private boolean over;

    private Pick(Balancer balancer, LiveEndpoint picked, long start) {
      this.balancer = balancer;
      this.picked = picked;
      this.start = start;
    }

    /** Whom to call. */
    public Endpoint endpoint() {
      return picked.endpoint();
    }

    /** The call failed, by the fault of the endpoint. */
    public void failed() {
      outcome = Outcome.SERVER_ERROR;
    }

    /** The call has ended. */
    @Override
    public void close() {
      if (!over) {
        over = true;
        balancer.ended(picked, start, outcome);
      }
    }

    @Override
    public String toString() {
      return "Pick[" + picked + "]";
    }
  }
}
