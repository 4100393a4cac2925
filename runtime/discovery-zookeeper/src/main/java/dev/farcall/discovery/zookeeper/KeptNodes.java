package dev.farcall.discovery.zookeeper;

import dev.farcall.registry.Instance;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.apache.curator.framework.recipes.nodes.PersistentNode;
import org.apache.zookeeper.CreateMode;

/**
 * The nodes of what is announced. Curator makes each again when it is lost, and so there is one for
 * a path, whoever announces there: a second one would make it again after the first is released.
 * All but the calls runs on the registry's thread, which may block.
 */
final class KeptNodes {

  private static final int CREATED_MILLIS = 2_000;

  private final ZooKeeperRegistry registry;
  private final Map<String, Kept> byPath = new HashMap<>();

  /** A node, and who may change it. */
  private record Kept(PersistentNode node, NodeLease holder) {}

  KeptNodes(ZooKeeperRegistry registry) {
    this.registry = registry;
  }

  /** Enters an instance; whoever announced it there before has nothing to say any more. */
  CompletionStage<NodeLease> announce(ServicePath service, Instance instance) {
    String path = service.node(instance.id());
    byte[] data = InstanceNode.write(service.name(), instance);
    CompletableFuture<NodeLease> entered = new CompletableFuture<>();
    registry.execute(
        entered,
        () -> {
          NodeLease lease = new NodeLease(this, service, path);
          byPath.put(path, new Kept(enter(path, data), lease));
          return lease;
        });
    return entered;
  }

  private PersistentNode enter(String path, byte[] data) throws Exception {
    registry.connect();
    Kept before = byPath.get(path);
    if (before != null) {
      before.node.setData(data);
      return before.node;
    }
    PersistentNode node =
        new PersistentNode(registry.curator(), CreateMode.EPHEMERAL, false, path, data);
    node.start();
    if (!node.waitForInitialCreate(CREATED_MILLIS, TimeUnit.MILLISECONDS)) {
      node.close();
      throw new IllegalStateException(path + " was not created within two seconds");
    }
    return node;
  }

  CompletionStage<Void> update(NodeLease lease, byte[] data) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    registry.execute(
        done,
        () -> {
          Kept kept = byPath.get(lease.path());
          if (kept == null || kept.holder != lease) {
            throw new IllegalStateException(lease.path() + " is another one's by now");
          }
          kept.node.setData(data);
          return null;
        });
    return done;
  }

  /** Curator removes it also when that fails at first, and never makes it again. */
  CompletionStage<Void> release(NodeLease lease) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    registry.execute(
        done,
        () -> {
          Kept kept = byPath.get(lease.path());
          if (kept != null && kept.holder == lease) {
            byPath.remove(lease.path());
            kept.node.close();
          }
          return null;
        });
    return done;
  }
}
