package dev.farcall.balance;

import dev.farcall.annotation.LoadBalanced;
import dev.farcall.call.LiveEndpoint;
import dev.farcall.spi.LoadBalancer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One after the other. */
final class RoundRobin implements LoadBalancer {

  @Override
  public String name() {
    return LoadBalanced.ROUND_ROBIN;
  }

  @Override
  public Picker picker(List<LiveEndpoint> endpoints, @Nullable Picker before) {
    Turns turns = before instanceof Cycle cycle ? cycle.turns : null;
    return new Cycle(endpoints.toArray(LiveEndpoint[]::new), new Turns(endpoints.size(), turns));
  }

  private static final class Cycle implements Picker {
    private final LiveEndpoint[] endpoints;
    private final Turns turns;

    Cycle(LiveEndpoint[] endpoints, Turns turns) {
      this.endpoints = endpoints;
      this.turns = turns;
    }

    @Override
    public LiveEndpoint pick(long now, long word) {
      return endpoints[turns.next()];
    }
  }
}
