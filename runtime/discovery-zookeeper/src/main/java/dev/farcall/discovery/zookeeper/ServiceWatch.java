package dev.farcall.discovery.zookeeper;

import dev.farcall.registry.Instance;
import dev.farcall.spi.Discovery;
import dev.farcall.spi.RegistryClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.recipes.cache.ChildData;
import org.apache.curator.framework.recipes.cache.CuratorCache;
import org.apache.curator.framework.recipes.cache.CuratorCacheListener;
import org.apache.curator.framework.recipes.cache.CuratorCacheStorage;
import org.apache.curator.framework.state.ConnectionState;
import org.apache.curator.framework.state.ConnectionStateListener;
import org.jspecify.annotations.Nullable;

/**
 * The instances of one service, until the connection is lost. Each is read when its node changes,
 * and no other; changes that come while the listener is busy are told at once thereafter. Guarded
 * by this, but for the listener, who is never called under a lock.
 */
final class ServiceWatch implements Discovery.Watch, ConnectionStateListener {

  private static final System.Logger LOG = System.getLogger(ServiceWatch.class.getName());

  private final ZooKeeperRegistry registry;
  private final ServicePath service;
  private final RegistryClient.Listener listener;
  private final Map<String, Instance> byPath = new LinkedHashMap<>();
  private final AtomicInteger news = new AtomicInteger();
  private @Nullable CuratorFramework curator;
  private @Nullable CuratorCache cache;
  private @Nullable String failure;
  private boolean known;
  private boolean over;

  ServiceWatch(ZooKeeperRegistry registry, ServicePath service, RegistryClient.Listener listener) {
    this.registry = registry;
    this.service = service;
    this.listener = listener;
  }

  /** Does not wait. */
  void open() {
    CompletableFuture<@Nullable Void> opened = new CompletableFuture<>();
    registry.execute(
        opened,
        () -> {
          begin();
          return null;
        });
    CompletableFuture<?> unused =
        opened.whenComplete(
            (done, failed) -> {
              if (failed != null) {
                fail(String.valueOf(failed.getMessage()));
              }
            });
  }

  private void begin() throws InterruptedException {
    registry.connect();
    CuratorFramework connection = registry.curator();
    CuratorCache opened =
        CuratorCache.builder(connection, service.node())
            .withStorage(CuratorCacheStorage.dataNotCached())
            .withExceptionHandler(failed -> fail(String.valueOf(failed.getMessage())))
            .build();
    opened
        .listenable()
        .addListener(
            CuratorCacheListener.builder()
                .forInitialized(this::initialized)
                .forAll(this::changed)
                .build());
    synchronized (this) {
      if (over) {
        return;
      }
      curator = connection;
      cache = opened;
      connection.getConnectionStateListenable().addListener(this);
      opened.start();
    }
    if (!connection.getZookeeperClient().isConnected()) {
      fail("the connection is lost");
    }
  }

  @Override
  public void stateChanged(CuratorFramework client, ConnectionState state) {
    if (!state.isConnected()) {
      fail("the connection is " + state);
    }
  }

  private void fail(String why) {
    synchronized (this) {
      if (failure != null) {
        return;
      }
      failure = why;
    }
    tell();
  }

  private void initialized() {
    synchronized (this) {
      known = true;
    }
    tell();
  }

  private void changed(
      CuratorCacheListener.Type type, @Nullable ChildData before, @Nullable ChildData now) {
    ChildData node = now == null ? before : now;
    if (node == null || !service.isOfInstance(node.getPath())) {
      return;
    }
    Instance instance =
        now == null || type == CuratorCacheListener.Type.NODE_DELETED ? null : read(now);
    synchronized (this) {
      if (instance == null) {
        byPath.remove(node.getPath());
      } else {
        byPath.put(node.getPath(), instance);
      }
      if (!known) {
        return;
      }
    }
    tell();
  }

  private @Nullable Instance read(ChildData node) {
    try {
      return InstanceNode.read(node.getData());
    } catch (IllegalArgumentException noInstance) {
      LOG.log(
          System.Logger.Level.WARNING,
          "{0} of {1} is left out: {2}",
          node.getPath(),
          registry,
          noInstance.getMessage());
      return null;
    }
  }

  /** Whoever finds nobody telling has it told; one thread tells at a time. */
  private void tell() {
    if (news.getAndIncrement() == 0) {
      registry.tell(this::tellAll);
    }
  }

  private void tellAll() {
    int heard;
    do {
      heard = news.get();
      try {
        tellOnce();
      } catch (RuntimeException thrown) {
        LOG.log(System.Logger.Level.ERROR, "whoever watches " + this + " has failed", thrown);
      }
    } while (news.addAndGet(-heard) != 0);
  }

  private void tellOnce() {
    String why;
    List<Instance> all;
    synchronized (this) {
      if (over) {
        return;
      }
      why = failure;
      all = List.copyOf(byPath.values());
    }
    if (why == null) {
      listener.found(all);
    } else {
      close();
      listener.failed(why);
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
    return registry + service.node();
  }
}
