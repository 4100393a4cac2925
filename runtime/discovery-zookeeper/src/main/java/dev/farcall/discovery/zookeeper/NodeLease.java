package dev.farcall.discovery.zookeeper;

import dev.farcall.registry.Instance;
import dev.farcall.spi.RegistryClient;
import java.util.concurrent.CompletionStage;

/** The right to a node that Curator keeps, until it is released or given to another one. */
final class NodeLease implements RegistryClient.Lease {

  private final KeptNodes nodes;
  private final ServicePath service;
  private final String path;

  NodeLease(KeptNodes nodes, ServicePath service, String path) {
    this.nodes = nodes;
    this.service = service;
    this.path = path;
  }

  String path() {
    return path;
  }

  @Override
  public CompletionStage<Void> update(Instance changed) {
    return nodes.update(this, InstanceNode.write(service.name(), changed));
  }

  @Override
  public CompletionStage<Void> release() {
    return nodes.release(this);
  }
}
