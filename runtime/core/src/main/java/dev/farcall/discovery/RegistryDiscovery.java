package dev.farcall.discovery;

import dev.farcall.registry.Instance;
import dev.farcall.spi.Discovery;
import dev.farcall.spi.RegistryClient;
import java.util.List;

/** The instances of a registry that calls should be sent to. */
final class RegistryDiscovery implements Discovery {

  private final RegistryClient registry;
  private final String service;

  RegistryDiscovery(RegistryClient registry, String service) {
    this.registry = registry;
    this.service = service;
  }

  @Override
  public Watch watch(Listener listener) {
    return registry.watch(
        service,
        new RegistryClient.Listener() {
          @Override
          public void found(List<Instance> instances) {
            listener.found(
                instances.stream().filter(Instance::isCallable).map(Instance::endpoint).toList());
          }

          @Override
          public void failed(String why) {
            listener.failed(why);
          }
        });
  }

  @Override
  public void close() {
    registry.close();
  }

  @Override
  public String toString() {
    return registry + " " + service;
  }
}
