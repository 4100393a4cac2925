package dev.farcall.discovery;

import dev.farcall.call.Endpoint;
import dev.farcall.spi.Discovery;
import dev.farcall.spi.DiscoveryProvider;
import dev.farcall.spi.RegistryClient;
import dev.farcall.spi.RegistryProvider;
import dev.farcall.spi.TargetUri;
import dev.farcall.time.Time;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.concurrent.Executor;

/** The places that targets name: ours, and those that modules bring. */
public final class Discoveries {

  /** The modules that bring others. */
  private static final Map<String, String> MODULES =
      Map.of("etcd", "farcall-discovery-etcd", "zookeeper", "farcall-discovery-zookeeper");

  private final Map<String, DiscoveryProvider> byScheme = new LinkedHashMap<>();
  private final Map<String, RegistryProvider> registries = new LinkedHashMap<>();
  private final Time time;
  private final Executor background;

  /** Those that are found now. */
  public Discoveries(Time time, Executor background) {
    this.time = time;
    this.background = background;
    registries.put(MemoryRegistry.SCHEME, MemoryRegistry.PROVIDER);
    for (DiscoveryProvider provider : ServiceLoader.load(DiscoveryProvider.class)) {
      provider.schemes().forEach(scheme -> byScheme.putIfAbsent(scheme, provider));
    }
    for (RegistryProvider provider : ServiceLoader.load(RegistryProvider.class)) {
      provider.schemes().forEach(scheme -> registries.putIfAbsent(scheme, provider));
    }
  }

  /**
   * The place that a target names.
   *
   * @throws IllegalArgumentException if it cannot be understood, or nobody knows its scheme
   */
  public Discovery open(TargetUri target) {
    DiscoveryProvider provider = byScheme.get(target.scheme());
    if (provider != null) {
      return provider.open(target, time, background);
    }
    return switch (target.scheme()) {
      case "static" ->
          new StaticDiscovery(HostPorts.list(target, target.path(), StaticDiscovery.EXAMPLE));
      case "dns" -> dns(target);
      case "fallback" -> new FallbackDiscovery(parts(target), time);
      case "composite" -> new CompositeDiscovery(parts(target), time);
      default -> new RegistryDiscovery(registry(target), service(target));
    };
  }

  private Discovery dns(TargetUri target) {
    if (!target.authority().isEmpty() || target.path().startsWith("_")) {
      throw target.bad(
          "servers of one's own and SRV records need dev.farcall:farcall-discovery-dns, in the"
              + " version of farcall-core",
          SystemDnsDiscovery.EXAMPLE);
    }
    Endpoint named = HostPorts.one(target, target.path(), SystemDnsDiscovery.EXAMPLE);
    return new SystemDnsDiscovery(named, InetAddress::getAllByName, time, background);
  }

  private List<Discovery> parts(TargetUri target) {
    List<Discovery> parts = new ArrayList<>();
    for (String part : target.path().split("\\|", -1)) {
      parts.add(open(TargetUri.parse(part.strip())));
    }
    return parts;
  }

  /**
   * The registry that a target names.
   *
   * @throws IllegalArgumentException if nobody knows its scheme
   */
  public RegistryClient registry(TargetUri target) {
    RegistryProvider provider = registries.get(target.scheme());
    if (provider == null) {
      throw unknown(target);
    }
    return provider.open(target, time);
  }

  /** The service that a target names in its registry. */
  public static String service(TargetUri target) {
    if (target.path().isBlank()) {
      throw target.bad("there is no service after the third slash", target.scheme() + "://h/users");
    }
    return target.path();
  }

  private IllegalArgumentException unknown(TargetUri target) {
    TreeSet<String> known = new TreeSet<>(List.of("static", "dns", "fallback", "composite"));
    known.add("local");
    known.addAll(byScheme.keySet());
    known.addAll(registries.keySet());
    String module = MODULES.get(target.scheme());
    return new IllegalArgumentException(
        "target '"
            + target
            + "': the scheme '"
            + target.scheme()
            + "' is not known (expected one of: "
            + String.join(", ", known)
            + ")"
            + (module == null
                ? ""
                : ". Add the dependency dev.farcall:"
                    + module
                    + ", in the version of farcall-core"));
  }
}
