package dev.farcall.discovery.etcd;

import dev.farcall.spi.RegistryClient;
import dev.farcall.spi.RegistryProvider;
import dev.farcall.spi.TargetUri;
import dev.farcall.time.Time;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Found by {@link java.util.ServiceLoader}: registries in etcd. */
public final class EtcdRegistryProvider implements RegistryProvider {

  private static final String EXAMPLE = "etcd://127.0.0.1:2379/users";

  @Override
  public Set<String> schemes() {
    return Set.of("etcd");
  }

  @Override
  public RegistryClient open(TargetUri target, Time time) {
    List<URI> servers = new ArrayList<>();
    for (String server : target.authority().split(",", -1)) {
      if (!server.matches("(\\[[0-9a-fA-F:.]+\\]|[^:\\[\\]\\s]+):\\d{1,5}")) {
        throw target.bad("'" + server + "' is no server with its port", EXAMPLE);
      }
      servers.add(URI.create("http://" + server));
    }
    return new EtcdRegistry(target.authority(), servers, time);
  }
}
