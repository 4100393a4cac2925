package dev.farcall.balance;

import dev.farcall.annotation.LoadBalanced;
import dev.farcall.call.LiveEndpoint;
import dev.farcall.spi.LoadBalancer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One after the other, each as often as its weight says, by a {@link Schedule}. */
final class WeightedRoundRobin implements LoadBalancer {

  @Override
  public String name() {
    return LoadBalanced.WEIGHTED_ROUND_ROBIN;
  }

  @Override
  public Picker picker(List<LiveEndpoint> endpoints, @Nullable Picker before) {
    int[] order = Schedule.of(endpoints);
    Turns turns = before instanceof Scheduled scheduled ? scheduled.turns : null;
    return new Scheduled(
        endpoints.toArray(LiveEndpoint[]::new), order, new Turns(order.length, turns));
  }

  private static final class Scheduled implements Picker {
    private final LiveEndpoint[] endpoints;
    private final int[] order;
    private final Turns turns;

    Scheduled(LiveEndpoint[] endpoints, int[] order, Turns turns) {
      this.endpoints = endpoints;
      this.order = order;
      this.turns = turns;
    }

    @Override
    public LiveEndpoint pick(long now, long word) {
      return endpoints[order[turns.next()]];
    }
  }
}
