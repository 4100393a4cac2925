package dev.farcall;

import static java.util.Objects.requireNonNull;

import dev.farcall.balance.EndpointGroup;
import dev.farcall.call.Endpoint;
import dev.farcall.config.Configuration;
import dev.farcall.config.LiveConfiguration;
import dev.farcall.config.ServiceConfiguration;
import dev.farcall.discovery.DiscoveredEndpoints;
import dev.farcall.discovery.Discoveries;
import dev.farcall.policy.LoadBalancedPolicy;
import dev.farcall.policy.Policies;
import dev.farcall.policy.Settings;
import dev.farcall.policy.Traits;
import dev.farcall.time.Time;
import java.util.List;
import java.util.function.Consumer;

/**
 * The endpoints of a service, for whoever calls them by other means than our clients, as stubs of
 * protoc do: found as configuration says, steadily, also while a registry is away.
 */
public final class ServiceEndpoints implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(ServiceEndpoints.class.getName());

  private final String name;
  private final String wire;
  private final EndpointGroup.Options options;
  private final boolean healthChecked;
  private final DiscoveredEndpoints discovered;
  private final Runnable listener = this::changed;
  private volatile LoadBalancedPolicy policy;
  private volatile Consumer<LoadBalancedPolicy> follower = unheard -> {};

  private ServiceEndpoints(
      String name,
      String wire,
      EndpointGroup.Options options,
      boolean healthChecked,
      LoadBalancedPolicy policy,
      DiscoveredEndpoints discovered) {
    this.name = name;
    this.wire = wire;
    this.options = options;
    this.healthChecked = healthChecked;
    this.policy = policy;
    this.discovered = discovered;
  }

  /**
   * Those of a service by what is configured of its clients: {@code farcall.client.<name>.target},
   * {@code .subset}, {@code .snapshot}, {@code .health-checks} and {@code .*.load-balanced}; the
   * last is followed.
   *
   * @param wire what is spoken to them, as {@code grpc}
   * @throws IllegalStateException if nothing says where it is, or what is said cannot be kept
   */
  public static ServiceEndpoints configured(String name, String wire) {
    Configuration all = LiveConfiguration.ofThisJvm().read();
    ServiceConfiguration service = ServiceConfiguration.ofClient(all, name, name);
    Configuration.Entry target = service.find("target");
    if (target == null) {
      throw new IllegalStateException(
          "no target for "
              + name
              + ". Set the property "
              + service.keys("target").get(0)
              + ", as in -D"
              + service.keys("target").get(0)
              + "="
              + Targets.EXAMPLE);
    }
    UpstreamOptions upstream = ConfiguredUpstream.options(all, service);
    try {
      Time time = Time.system();
      return new ServiceEndpoints(
          name,
          wire,
          new EndpointGroup.Options(target.value(), upstream.zone(), upstream.subset(), true),
          upstream.healthChecks() != null,
          policy(all, name),
          new DiscoveredEndpoints(
              new Discoveries(time, Background.THREADS).open(Targets.parse(target.value())),
              upstream.snapshot(),
              time,
              Background.THREADS));
    } catch (IllegalArgumentException unusable) {
      throw new IllegalStateException(target.where() + ": " + unusable.getMessage(), unusable);
    }
  }

  private static LoadBalancedPolicy policy(Configuration all, String name) {
    ServiceConfiguration service = ServiceConfiguration.ofClient(all, name, name);
    return Policies.of(service.settings("*", Traits.unary(true), Settings.NONE)).loadBalanced();
  }

  private void changed() {
    LoadBalancedPolicy next;
    try {
      next = policy(LiveConfiguration.ofThisJvm().current(), name);
    } catch (IllegalArgumentException | IllegalStateException unusable) {
      LOG.log(
          System.Logger.Level.ERROR, "{0}: {1} stays: {2}", this, policy, unusable.getMessage());
      return;
    }
    if (!next.equals(policy)) {
      policy = next;
      follower.accept(next);
    }
  }

  /** How they are used. */
  public EndpointGroup.Options options() {
    return options;
  }

  /** Whether they are to be asked how they are. */
  public boolean isHealthChecked() {
    return healthChecked;
  }

  /** How calls are spread over them now. */
  public LoadBalancedPolicy policy() {
    return policy;
  }

  /** Tells one how calls are spread from here on, at each change, on the thread that found it. */
  public void follow(Consumer<LoadBalancedPolicy> changed) {
    follower = requireNonNull(changed, "changed");
  }

  /**
   * Begins to look for them, once. Both are called by one thread at a time.
   *
   * @param found is given all endpoints, and all again when that has changed
   * @param unknown is told why there are none, as long as none are known
   */
  public void begin(Consumer<List<Endpoint>> found, Consumer<String> unknown) {
    LiveConfiguration.ofThisJvm().onChange(listener);
    discovered.begin(
        endpoints ->
            found.accept(endpoints.stream().map(each -> Advertised.at(each, wire)).toList()),
        unknown);
  }

  @Override
  public void close() {
    LiveConfiguration.ofThisJvm().forget(listener);
    discovered.close();
  }

  @Override
  public String toString() {
    return name + " at " + options.name();
  }
}
