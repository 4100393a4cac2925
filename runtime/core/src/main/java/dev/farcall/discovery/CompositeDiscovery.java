package dev.farcall.discovery;

import dev.farcall.call.Endpoint;
import dev.farcall.spi.Discovery;
import dev.farcall.time.Time;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The endpoints of several places: {@code composite:dns:///old:9090 | etcd://h:2379/users}. */
final class CompositeDiscovery implements Discovery {

  private final List<Discovery> places;
  private final Time time;

  CompositeDiscovery(List<Discovery> places, Time time) {
    this.places = List.copyOf(places);
    this.time = time;
  }

  @Override
  public Watch watch(Listener listener) {
    return new All(listener).open(places, time);
  }

  private static final class All extends Joined {
    All(Listener listener) {
      super(listener);
    }

    @Override
    @Nullable List<Endpoint> join(List<Answer> answers) {
      List<Endpoint> all = new ArrayList<>();
      for (Answer answer : answers) {
        List<Endpoint> endpoints = answer.endpoints();
        if (endpoints == null && answer.why() == null) {
          return null;
        }
        if (endpoints != null) {
          all.addAll(endpoints);
        }
      }
      return all;
    }
  }

  @Override
  public void close() {
    places.forEach(Discovery::close);
  }

  @Override
  public String toString() {
    return "all of " + places;
  }
}
