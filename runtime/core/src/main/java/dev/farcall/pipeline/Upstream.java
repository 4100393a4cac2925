package dev.farcall.pipeline;

import static java.util.Objects.requireNonNull;

import dev.farcall.balance.BalanceChannel;
import dev.farcall.balance.EndpointGroup;
import dev.farcall.balance.Links;
import dev.farcall.call.Channel;
import dev.farcall.call.Endpoint;
import dev.farcall.call.LiveEndpoint;
import dev.farcall.discovery.DiscoveredEndpoints;
import dev.farcall.health.HealthClient;
import dev.farcall.health.HealthWatch;
import dev.farcall.policy.Policies;
import dev.farcall.spi.Link;
import dev.farcall.time.Time;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The endpoints of a target: found by a discovery, followed by health checks, called by balancing.
 */
public final class Upstream implements Wire, AutoCloseable {

  /** With more endpoints than these, none is asked how it is; calls tell. */
  private static final int MAX_FOLLOWED = 100;

  private final String wire;
  private final EndpointGroup group;
  private final DiscoveredEndpoints discovered;
  private final Time time;
  private final Map<LiveEndpoint, HealthWatch> followed = new HashMap<>();
  private boolean closed;

  /**
   * Begins to look for them.
   *
   * @param way the endpoint as it is called
   * @param wire for people
   * @param connect makes the way to an endpoint
   * @param health whether endpoints are asked how they are
   * @param executor builds what calls are picked by
   */
  public Upstream(
      EndpointGroup.Options options,
      DiscoveredEndpoints discovered,
      String wire,
      UnaryOperator<Endpoint> way,
      Function<Endpoint, Link> connect,
      boolean health,
      Time time,
      Executor executor) {
    this.wire = requireNonNull(wire, "wire");
    this.time = requireNonNull(time, "time");
    this.discovered = requireNonNull(discovered, "discovered");
    Links links = new Links(connect, channel -> HealthClient.reaches(channel, time));
    this.group = new EndpointGroup(options, links, time, executor);
    if (health) {
      group.watch(this::follow);
    }
    discovered.begin(
        endpoints -> group.found(endpoints.stream().map(way).toList()), group::unknown);
  }

  @Override
  public Channel channel(Policies policies) {
    return new BalanceChannel(group, policies.loadBalanced(), wire);
  }

  /** What is known of its endpoints. */
  public EndpointGroup endpoints() {
    return group;
  }

  /** One endpoint alone is called however it is; and so there is nothing to ask. */
  private void follow(List<LiveEndpoint> endpoints) {
    boolean wanted = endpoints.size() > 1 && endpoints.size() <= MAX_FOLLOWED;
    Map<LiveEndpoint, HealthWatch> gone;
    Map<LiveEndpoint, HealthWatch> come = new HashMap<>();
    synchronized (followed) {
      gone = new HashMap<>(followed);
      if (wanted && !closed) {
        gone.keySet().removeAll(endpoints);
        for (LiveEndpoint endpoint : endpoints) {
          if (!followed.containsKey(endpoint)) {
            come.put(endpoint, new HealthWatch(Links.to(endpoint), time, tell(endpoint)));
          }
        }
      }
      followed.keySet().removeAll(gone.keySet());
      followed.putAll(come);
    }
    gone.forEach(
        (endpoint, watch) -> {
          watch.close();
          group.checked(endpoint, true); // nobody says otherwise any more
        });
    come.values().forEach(HealthWatch::begin);
  }

  private HealthWatch.Listener tell(LiveEndpoint endpoint) {
    return new HealthWatch.Listener() {
      @Override
      public void found(boolean healthy) {
        group.checked(endpoint, healthy);
      }

      @Override
      public void unreachable() {
        group.unreachable(endpoint);
      }
    };
  }

  @Override
  public void close() {
    discovered.close();
    synchronized (followed) {
      closed = true;
    }
    follow(List.of());
    group.close();
  }

  /** As in {@code grpc etcd://h:2379/users}. */
  @Override
  public String toString() {
    return wire + " " + group;
  }
}
