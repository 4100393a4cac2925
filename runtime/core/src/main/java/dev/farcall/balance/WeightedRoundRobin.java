package dev.farcall.balance;

import dev.farcall.annotation.LoadBalanced;
import dev.farcall.call.LiveEndpoint;
import dev.farcall.spi.LoadBalancer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One after the other, each as often as its weight says: by a {@link Schedule}, whose cycle is
 * exact, or where that would be too long by {@link GoldenTurns}, which are exact in the long run.
 */
final class WeightedRoundRobin implements LoadBalancer {

  @Override
  public String name() {
    return LoadBalanced.WEIGHTED_ROUND_ROBIN;
  }

  @Override
  public Picker picker(List<LiveEndpoint> endpoints, @Nullable Picker before) {
    Turns turns = turns(before);
    int[] order = Schedule.of(endpoints);
    return order == null
        ? new GoldenTurns(endpoints, turns)
        : new Scheduled(
            endpoints.toArray(LiveEndpoint[]::new), order, new Turns(order.length, turns));
  }

  private static @Nullable Turns turns(@Nullable Picker before) {
    if (before instanceof GoldenTurns golden) {
      return golden.turns();
    }
    return before instanceof Scheduled scheduled ? scheduled.turns : null;
  }

  @Override
  public String score(LiveEndpoint endpoint, long now) {
    return "weight " + endpoint.weight();
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
