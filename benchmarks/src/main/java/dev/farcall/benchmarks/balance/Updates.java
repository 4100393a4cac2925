package dev.farcall.benchmarks.balance;

import dev.farcall.balance.Balancer;
import dev.farcall.call.Endpoint;
import java.util.Arrays;
import java.util.List;

/** How long a balancer takes for a list of which one endpoint has changed, and what it holds. */
final class Updates {

  private static final int WARM_UP = 30;
  private static final int MEASURED = 30;

  private Updates() {}

  /** Milliseconds on the clock. */
  record Figures(double best, double median, double worst) {}

  static Figures measure(String strategy, int count) {
    return measure(strategy, count, WARM_UP, MEASURED);
  }

  static Figures measure(String strategy, int count, int warmUp, int measured) {
    double[] millis = new double[measured];
    try (Balancer balancer = balancer(strategy)) {
      for (int i = 0; i < warmUp + measured; i++) {
        List<Endpoint> endpoints = Choices.endpoints(count, i);
        long start = System.nanoTime();
        balancer.replaceAll(endpoints);
        if (i >= warmUp) {
          millis[i - warmUp] = (System.nanoTime() - start) / 1e6;
        }
      }
    }
    Arrays.sort(millis);
    return new Figures(millis[0], millis[measured / 2], millis[measured - 1]);
  }

  private static Balancer balancer(String strategy) {
    return Balancer.of(strategy);
  }

  /** What an endpoint takes in the heap: description, statistics, its place in lists and tables. */
  static long bytes(String strategy, int count) {
    long before = used();
    Balancer balancer = balancer(strategy);
    balancer.replaceAll(Choices.endpoints(count, -1));
    long after = used();
    if (balancer.endpoints().size() != count) {
      throw new AssertionError(balancer);
    }
    balancer.close();
    return (after - before) / count;
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 5; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
