package dev.farcall.balance;

import dev.farcall.spi.LoadBalancer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** The strategies that there are, by their names: ours, and those that are found. */
public final class Strategies {

  private Strategies() {}

  /**
   * The strategy of a name.
   *
   * @throws IllegalArgumentException if there is none, naming those that there are
   */
  public static LoadBalancer named(String name) {
    Map<String, LoadBalancer> all = all();
    LoadBalancer found = all.get(name);
    if (found == null) {
      throw new IllegalArgumentException(
          "no strategy '"
              + name
              + "' (expected one of: "
              + String.join(", ", all.keySet())
              + "; or the name() of a "
              + LoadBalancer.class.getName()
              + " in META-INF/services)");
    }
    return found;
  }

  private static Map<String, LoadBalancer> all() {
    List<LoadBalancer> all = new ArrayList<>();
    all.add(new OfTwo.PeakEwma());
    all.add(new OfTwo.LeastRequest());
    all.add(new RoundRobin());
    all.add(new WeightedRoundRobin());
    all.add(new ByLot());
    all.add(new LeastConnections());
    all.add(new ConsistentHash());
    all.add(new Sticky());
    ServiceLoader.load(LoadBalancer.class).forEach(all::add);
    Map<String, LoadBalancer> byName = new LinkedHashMap<>();
    all.forEach(strategy -> byName.putIfAbsent(strategy.name(), strategy));
    return byName;
  }
}
