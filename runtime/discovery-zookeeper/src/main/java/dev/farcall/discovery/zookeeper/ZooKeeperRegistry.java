package dev.farcall.discovery.zookeeper;

import dev.farcall.registry.Instance;
import dev.farcall.spi.Discovery;
import dev.farcall.spi.RegistryClient;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.retry.BoundedExponentialBackoffRetry;
import org.jspecify.annotations.Nullable;

/**
 * A way to ZooKeeper. Connects with the first use. What blocks runs on a thread of its own, since
 * Curator's calls do; and who watches is told on others, since what he does may block.
 */
final class ZooKeeperRegistry implements RegistryClient {

  /** After so long without a word from a process its entries go. */
  private static final int SESSION_MILLIS = 10_000;

  private static final int CONNECT_MILLIS = 2_000;

  private final String servers;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(work -> daemon(work, "farcall-zookeeper"));
  private final ExecutorService telling =
      Executors.newCachedThreadPool(work -> daemon(work, "farcall-zookeeper-watch"));
  private final KeptNodes nodes = new KeptNodes(this);
  private @Nullable CuratorFramework curator;
  private boolean closed;

  ZooKeeperRegistry(String servers) {
    this.servers = servers;
  }

  private static Thread daemon(Runnable work, String name) {
    Thread created = new Thread(work, name);
    created.setDaemon(true);
    return created;
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

  /**
   * Waits for the connection, on the thread of what blocks.
   *
   * @throws IllegalStateException if there is none in time
   */
  void connect() throws InterruptedException {
    if (!curator().blockUntilConnected(CONNECT_MILLIS, TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException("no connection to " + servers);
    }
  }

  /** Does what blocks, one after the other; the stage ends as it does. */
  <T extends @Nullable Object> void execute(CompletableFuture<T> done, Callable<T> work) {
    try {
      thread.execute(
          () -> {
            try {
              done.complete(work.call());
            } catch (InterruptedException interrupted) {
              Thread.currentThread().interrupt();
              done.completeExceptionally(interrupted);
            } catch (Exception failed) {
              done.completeExceptionally(failed);
            }
          });
    } catch (RejectedExecutionException over) {
      done.completeExceptionally(new IllegalStateException(this + " is closed", over));
    }
  }

  /** Tells somebody who watches. Once this is closed nobody is told. */
  void tell(Runnable news) {
    try {
      telling.execute(news);
    } catch (RejectedExecutionException over) {
      // As it should be.
    }
  }

  /** Curator enters it again after each loss, so nobody is told of one. */
  @Override
  public CompletionStage<Lease> announce(String service, Instance instance, Consumer<String> lost) {
    return nodes.announce(ServicePath.of(service), instance).thenApply(Function.identity());
  }

  @Override
  public Discovery.Watch watch(String service, Listener listener) {
    ServiceWatch watch = new ServiceWatch(this, ServicePath.of(service), listener);
    watch.open();
    return watch;
  }

  @Override
  public void close() {
    CuratorFramework open;
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      open = curator;
    }
    telling.shutdown();
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
