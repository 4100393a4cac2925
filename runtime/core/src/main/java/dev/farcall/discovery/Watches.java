package dev.farcall.discovery;

import dev.farcall.call.Endpoint;
import dev.farcall.registry.Instance;
import dev.farcall.spi.Discovery;
import dev.farcall.spi.RegistryClient;
import dev.farcall.time.Time;
import java.util.List;

/** Steady watches of what may fail. */
final class Watches {

  private Watches() {}

  static SteadyWatch<Endpoint> ofEndpoints(
      Discovery place, Time time, SteadyWatch.Sink<Endpoint> sink) {
    return new SteadyWatch<>(
        place.toString(),
        session ->
            place.watch(
                new Discovery.Listener() {
                  @Override
                  public void found(List<Endpoint> endpoints) {
                    session.found(endpoints);
                  }

                  @Override
                  public void failed(String why) {
                    session.failed(why);
                  }
                }),
        Endpoint::id,
        time,
        sink);
  }

  static SteadyWatch<Instance> ofInstances(
      RegistryClient registry, String service, Time time, SteadyWatch.Sink<Instance> sink) {
    return new SteadyWatch<>(
        registry + " " + service,
        session ->
            registry.watch(
                service,
                new RegistryClient.Listener() {
                  @Override
                  public void found(List<Instance> instances) {
                    session.found(instances);
                  }

                  @Override
                  public void failed(String why) {
                    session.failed(why);
                  }
                }),
        Instance::id,
        time,
        sink);
  }
}
