package dev.farcall.discovery.zookeeper;

import dev.farcall.registry.Instance;
import dev.farcall.registry.InstanceJson;
import dev.farcall.spi.Discovery;
import dev.farcall.spi.RegistryClient;
import java.util.ArrayList;
import java.util.List;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.recipes.cache.ChildData;
import org.apache.curator.framework.recipes.cache.CuratorCache;
import org.apache.curator.framework.recipes.cache.CuratorCacheListener;
import org.apache.curator.framework.state.ConnectionState;
import org.apache.curator.framework.state.ConnectionStateListener;
import org.jspecify.annotations.Nullable;

/** The instances of one service, until the connection is lost. */
final class ServiceWatch implements Discovery.Watch, ConnectionStateListener {

  private static final System.Logger LOG = System.getLogger(ServiceWatch.class.getName());

  private final ZooKeeperRegistry registry;
  private final String service;
  private final RegistryClient.Listener listener;
  private final String path;
  private @Nullable CuratorFramework curator;
  private @Nullable CuratorCache cache;
  private boolean known;
  private boolean over;

  ServiceWatch(ZooKeeperRegistry registry, String service, RegistryClient.Listener listener) {
    this.registry = registry;
    this.service = service;
    this.listener = listener;
    this.path = ZooKeeperRegistry.path(service);
  }

  /** On the thread of what blocks. */
  void begin() {
    try {
      if (!registry.isConnected()) {
        fail(registry.noConnection());
        return;
      }
      CuratorFramework connection = registry.curator();
      CuratorCache opened = CuratorCache.build(connection, path);
      opened
          .listenable()
          .addListener(
              CuratorCacheListener.builder()
                  .forInitialized(this::initialized)
                  .forAll((type, before, now) -> changed())
                  .build());
      synchronized (this) {
        if (over) {
          return;
        }
        curator = connection;
        cache = opened;
      }
      connection.getConnectionStateListenable().addListener(this);
      opened.start();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      fail("interrupted");
    } catch (RuntimeException failed) {
      fail(String.valueOf(failed.getMessage()));
    }
  }

  @Override
  public void stateChanged(CuratorFramework client, ConnectionState state) {
    if (!state.isConnected()) {
      fail("the connection is " + state);
    }
  }

  private void fail(String why) {
    boolean first;
    synchronized (this) {
      first = !over;
    }
    close();
    if (first) {
      listener.failed(why);
    }
  }

  private synchronized void initialized() {
    known = true;
    changed();
  }

  private synchronized void changed() {
    CuratorCache open = cache;
    if (!known || over || open == null) {
      return;
    }
    List<Instance> instances = new ArrayList<>();
    open.stream()
        .filter(node -> node.getPath().length() > path.length())
        .forEach(node -> read(node, instances));
    listener.found(instances);
  }

  private void read(ChildData node, List<Instance> instances) {
    try {
      instances.add(InstanceJson.read(node.getData()));
    } catch (IllegalArgumentException noInstance) {
      LOG.log(
          System.Logger.Level.WARNING,
          "{0} of {1} is left out: {2}",
          node.getPath(),
          registry,
          noInstance.getMessage());
    }
  }

  @Override
  public void close() {
    CuratorFramework connection;
    CuratorCache open;
    synchronized (this) {
      if (over) {
        return;
      }
      over = true;
      connection = curator;
      open = cache;
    }
    if (connection != null && open != null) {
      connection.getConnectionStateListenable().removeListener(this);
      open.close();
    }
  }

  @Override
  public String toString() {
    return registry + "/" + service;
  }
}
