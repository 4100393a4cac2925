package dev.farcall.pipeline;

import static java.util.Objects.requireNonNull;

import dev.farcall.balance.BalanceChannel;
import dev.farcall.balance.EndpointGroup;
import dev.farcall.balance.Links;
import dev.farcall.call.Channel;
import dev.farcall.call.Endpoint;
import dev.farcall.call.LiveEndpoint;
import dev.farcall.discovery.DiscoveredEndpoints;
import dev.farcall.health.HealthCheckOptions;
import dev.farcall.health.HealthClient;
import dev.farcall.health.HealthWatches;
import dev.farcall.policy.Policies;
import dev.farcall.spi.Link;
import dev.farcall.time.Time;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The endpoints of a target: found by a discovery, followed by health checks, called by balancing.
 */
public final class Upstream implements Wire, AutoCloseable {

  private final String wire;
  private final EndpointGroup group;
  private final DiscoveredEndpoints discovered;
  private final @Nullable HealthWatches health;

  /**
   * Begins to look for them.
   *
   * @param way the endpoint as it is called
   * @param wire for people
   * @param connect makes the way to an endpoint
   * @param health how endpoints are asked how they are; null if they are not
   * @param executor builds what calls are picked by
   */
  public Upstream(
      EndpointGroup.Options options,
      DiscoveredEndpoints discovered,
      String wire,
      UnaryOperator<Endpoint> way,
      Function<Endpoint, Link> connect,
      @Nullable HealthCheckOptions health,
      Time time,
      Executor executor) {
    this.wire = requireNonNull(wire, "wire");
    this.discovered = requireNonNull(discovered, "discovered");
    Links links = new Links(connect, channel -> HealthClient.reaches(channel, time));
    this.group = new EndpointGroup(options, links, time, executor);
    HealthWatches watches =
        health == null ? null : new HealthWatches(Links::to, health, time, new Told(group));
    this.health = watches;
    if (watches != null) {
      group.watch(watches::follow);
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

  /** What is found of an endpoint decides whether it is called. */
  private record Told(EndpointGroup group) implements HealthWatches.Listener {
    @Override
    public void found(LiveEndpoint endpoint, boolean healthy) {
      group.checked(endpoint, healthy);
    }

    @Override
    public void unreachable(LiveEndpoint endpoint) {
      group.unreachable(endpoint);
    }
  }

  @Override
  public void close() {
    discovered.close();
    if (health != null) {
      health.close();
    }
    group.close();
  }

  /** As in {@code grpc etcd://h:2379/users}. */
  @Override
  public String toString() {
    return wire + " " + group;
  }
}
