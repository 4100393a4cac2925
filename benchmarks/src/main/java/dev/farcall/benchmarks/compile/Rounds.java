package dev.farcall.benchmarks.compile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Builds each side in turn, several times, so that a disturbance hits all of them alike. */
final class Rounds {

  private static final int WARM_UP_ROUNDS = 2;

  private final Map<Side, List<Cost>> costs = new EnumMap<>(Side.class);

  private Rounds() {}

  /** Builds in a JVM that is new each time. */
  static Rounds fresh(Workspace workspace, int rounds, boolean changed)
      throws IOException, InterruptedException {
    Rounds result = new Rounds();
    for (int i = 0; i < rounds; i++) {
      for (Side side : Side.values()) {
        result.add(side, fresh(workspace, side, changed));
      }
    }
    return result;
  }

  /** Builds in one JVM of each side, now changed, now as it was, after a few to warm up. */
  static Rounds warm(Workspace workspace, int rounds) throws IOException, InterruptedException {
    Rounds result = new Rounds();
    Map<Side, Javac> daemons = new EnumMap<>(Side.class);
    try {
      for (Side side : Side.values()) {
        daemons.put(side, Javac.start());
      }
      for (int i = -WARM_UP_ROUNDS; i < rounds; i++) {
        for (Map.Entry<Side, Javac> each : daemons.entrySet()) {
          Cost cost = warm(workspace, each.getKey(), i % 2 == 0, each.getValue());
          if (i >= 0) {
            result.add(each.getKey(), cost);
          }
        }
      }
    } finally {
      daemons.values().forEach(Javac::close);
    }
    return result;
  }

  /** The median of each figure by itself. */
  Cost median(Side side) {
    List<Cost> all = costs.getOrDefault(side, List.of());
    return new Cost(median(all, Cost::wall), median(all, Cost::cpu));
  }

  private void add(Side side, Cost cost) {
    costs.computeIfAbsent(side, any -> new ArrayList<>()).add(cost);
  }

  private static Cost fresh(Workspace workspace, Side side, boolean changed)
      throws IOException, InterruptedException {
    double cpu = Cost.cpuOfChildren();
    long begin = System.nanoTime();
    try (Javac javac = Javac.start()) {
      workspace.build(side, changed, javac);
    }
    return new Cost((System.nanoTime() - begin) / 1e9, Cost.cpuOfChildren() - cpu);
  }

  private static Cost warm(Workspace workspace, Side side, boolean changed, Javac javac)
      throws IOException, InterruptedException {
    double cpu = Cost.cpuOfChildren() + javac.cpu();
    long begin = System.nanoTime();
    workspace.build(side, changed, javac);
    return new Cost((System.nanoTime() - begin) / 1e9, Cost.cpuOfChildren() + javac.cpu() - cpu);
  }

  private static double median(List<Cost> costs, ToDoubleFunction<Cost> figure) {
    double[] sorted = costs.stream().mapToDouble(figure).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
