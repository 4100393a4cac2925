package dev.farcall.discovery.zookeeper;

import dev.farcall.registry.Instance;
import dev.farcall.registry.InstanceJson;
import dev.farcall.spi.Discovery;
import dev.farcall.spi.RegistryClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.framework.recipes.nodes.PersistentNode;
import org.apache.curator.retry.BoundedExponentialBackoffRetry;
import org.apache.zookeeper.CreateMode;
import org.jspecify.annotations.Nullable;

/**
 * A way to ZooKeeper. Connects with the first use. What blocks runs on a thread of its own, since
 * Curator's calls do.
 */
final class ZooKeeperRegistry implements RegistryClient {

  static final String ROOT = "/farcall/services/";

  /** After so long without a word from a process its entries go. */
  private static final int SESSION_MILLIS = 10_000;

  private static final int CONNECT_MILLIS = 2_000;

  private final String servers;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread created = new Thread(work, "farcall-zookeeper");
            created.setDaemon(true);
            return created;
          });
  private @Nullable CuratorFramework curator;
  private boolean closed;

  ZooKeeperRegistry(String servers) {
    this.servers = servers;
  }

  /** The connection, which comes and goes by itself. */
  synchronized CuratorFramework curator() {
    if (closed) {
      throw new IllegalStateException(this + " is closed");
    }
    CuratorFramework known = curator;
    if (known == null) {
      known =
          CuratorFrameworkFactory.builder()
              .connectString(servers)
              .sessionTimeoutMs(SESSION_MILLIS)
              .connectionTimeoutMs(CONNECT_MILLIS)
              .retryPolicy(new BoundedExponentialBackoffRetry(50, 1_000, 5))
              .dontUseContainerParents()
              .build();
      known.start();
      curator = known;
    }
    return known;
  }

  /** Waits for the connection, on the thread of what blocks; false if there is none in time. */
  boolean isConnected() throws InterruptedException {
    return curator().blockUntilConnected(CONNECT_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** What to say where there is no connection. */
  String noConnection() {
    return "no connection to " + servers;
  }

  void execute(Runnable work) {
    thread.execute(work);
  }

  /** Names may hold what paths may not. */
  static String path(String service) {
    return ROOT + URLEncoder.encode(service, StandardCharsets.UTF_8);
  }

  @Override
  public CompletionStage<Lease> announce(String service, Instance instance, Consumer<String> lost) {
    CompletableFuture<Lease> entered = new CompletableFuture<>();
    thread.execute(
        () -> {
          try {
            entered.complete(enter(service, instance));
          } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            entered.completeExceptionally(interrupted);
          } catch (Exception failed) {
            entered.completeExceptionally(failed);
          }
        });
    return entered;
  }

  /** Curator enters it again after each loss, so nobody is told of one. */
  private Lease enter(String service, Instance instance) throws Exception {
    if (!isConnected()) {
      throw new IllegalStateException(noConnection());
    }
    String path = path(service) + "/" + URLEncoder.encode(instance.id(), StandardCharsets.UTF_8);
    PersistentNode node =
        new PersistentNode(
            curator(), CreateMode.EPHEMERAL, false, path, InstanceJson.write(instance));
    node.start();
    if (!node.waitForInitialCreate(CONNECT_MILLIS, TimeUnit.MILLISECONDS)) {
      node.close();
      throw new IllegalStateException(path + " was not created within two seconds");
    }
    return new NodeLease(node, this);
  }

  @Override
  public Discovery.Watch watch(String service, Listener listener) {
    ServiceWatch watch = new ServiceWatch(this, service, listener);
    thread.execute(watch::begin);
    return watch;
  }

  @Override
  public void close() {
    CuratorFramework open;
    synchronized (this) {
      closed = true;
      open = curator;
    }
    thread.execute(
        () -> {
          if (open != null) {
            open.close();
          }
        });
    thread.shutdown();
  }

  @Override
  public String toString() {
    return "zookeeper://" + servers;
  }
}
