package dev.farcall.discovery.zookeeper;

import dev.farcall.spi.RegistryClient;
import dev.farcall.spi.RegistryProvider;
import dev.farcall.spi.TargetUri;
import dev.farcall.time.Time;
import java.util.Set;

/** Found by {@link java.util.ServiceLoader}: registries in ZooKeeper. */
public final class ZooKeeperRegistryProvider implements RegistryProvider {

  private static final String EXAMPLE = "zookeeper://127.0.0.1:2181/users";

  @Override
  public Set<String> schemes() {
    return Set.of("zookeeper");
  }

  @Override
  public RegistryClient open(TargetUri target, Time time) {
    String servers = target.authority();
    for (String server : servers.split(",", -1)) {
      if (!server.matches("(\\[[0-9a-fA-F:.]+\\]|[^:\\[\\]\\s]+)(:\\d{1,5})?")) {
        throw target.bad("'" + server + "' is no server", EXAMPLE);
      }
    }
    return new ZooKeeperRegistry(servers);
  }
}
