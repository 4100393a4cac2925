package dev.farcall.discovery.zookeeper;

import dev.farcall.registry.Instance;
import dev.farcall.registry.InstanceJson;
import dev.farcall.spi.RegistryClient;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.curator.framework.recipes.nodes.PersistentNode;

/** A node that Curator keeps. */
final class NodeLease implements RegistryClient.Lease {

  /** Does something that blocks. */
  @FunctionalInterface
  private interface Step {
    void run() throws Exception;
  }

  private final PersistentNode node;
  private final ZooKeeperRegistry registry;

  NodeLease(PersistentNode node, ZooKeeperRegistry registry) {
    this.node = node;
    this.registry = registry;
  }

  @Override
  public CompletionStage<Void> update(Instance changed) {
    return step(() -> node.setData(InstanceJson.write(changed)));
  }

  @Override
  public CompletionStage<Void> release() {
    return step(node::close);
  }

  private CompletionStage<Void> step(Step step) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    registry.execute(
        () -> {
          try {
            step.run();
            done.complete(null);
          } catch (Exception failed) {
            done.completeExceptionally(failed);
          }
        });
    return done;
  }
}
