package dev.farcall.discovery;

import dev.farcall.call.Endpoint;
import dev.farcall.spi.Discovery;
import dev.farcall.time.Time;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first of several places that knows endpoints: {@code fallback:etcd://h:2379/users |
 * dns:///users:9090}. One that fails is the first as long as it knew some before.
 */
final class FallbackDiscovery implements Discovery {

  private final List<Discovery> places;
  private final Time time;

  FallbackDiscovery(List<Discovery> places, Time time) {
    this.places = List.copyOf(places);
    this.time = time;
  }

  @Override
  public Watch watch(Listener listener) {
    return new First(listener).open(places, time);
  }

  private static final class First extends Joined {
    First(Listener listener) {
      super(listener);
    }

    @Override
    @Nullable List<Endpoint> join(List<Answer> answers) {
      for (Answer answer : answers) {
        List<Endpoint> endpoints = answer.endpoints();
        if (endpoints == null && answer.why() == null) {
          return null;
        }
        if (endpoints != null && !endpoints.isEmpty()) {
          return endpoints;
        }
      }
      return List.of();
    }
  }

  @Override
  public void close() {
    places.forEach(Discovery::close);
  }

  @Override
  public String toString() {
    return "the first of " + places;
  }
}
