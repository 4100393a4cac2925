package dev.farcall.benchmarks.balance;

import dev.farcall.balance.Balancer;
import dev.farcall.call.Endpoint;
import dev.farcall.policy.LoadBalancedPolicy;
import dev.farcall.time.Time;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How long a balancer takes for a list of which one endpoint has changed, and what it holds. */
final class Updates {

  private static final int WARM_UP = 30;
  private static final int MEASURED = 30;

  private Updates() {}

  /** Milliseconds on the clock. */
  record Figures(double median, double worst) {}

  static Figures measure(String strategy, int count) {
    double[] millis = new double[MEASURED];
    try (Balancer balancer = balancer(strategy)) {
      for (int i = 0; i < WARM_UP + MEASURED; i++) {
        List<Endpoint> endpoints = endpoints(count, i);
        long start = System.nanoTime();
        balancer.replaceAll(endpoints);
        if (i >= WARM_UP) {
          millis[i - WARM_UP] = (System.nanoTime() - start) / 1e6;
        }
      }
    }
    Arrays.sort(millis);
    return new Figures(millis[MEASURED / 2], millis[MEASURED - 1]);
  }

  private static Balancer balancer(String strategy) {
    return Balancer.of(new LoadBalancedPolicy(strategy, List.of()), Time.system());
  }

  private static List<Endpoint> endpoints(int count, int round) {
    List<Endpoint> endpoints = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String host = i == round ? "new" + round : "h" + i;
      endpoints.add(Endpoint.of(host, 1).withWeight(i % 5 + 1));
    }
    return endpoints;
  }

  /** What an endpoint takes in the heap, its description and its place in the lists included. */
  static long bytes(int count) {
    long before = used();
    Balancer balancer = balancer("peak_ewma");
    balancer.replaceAll(endpoints(count, -1));
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
