package dev.farcall.policy;

import static java.util.Objects.requireNonNull;

import dev.farcall.annotation.LoadBalanced;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How calls are spread over endpoints.
 *
 * @param strategy its name
 * @param split what part goes to which of them
 */
public record LoadBalancedPolicy(String strategy, List<TrafficSplit> split) {

  /** Sooner of two, all alike. */
  public static final LoadBalancedPolicy DEFAULT =
      new LoadBalancedPolicy(LoadBalanced.PEAK_EWMA, List.of());

  public LoadBalancedPolicy {
    requireNonNull(strategy, "strategy");
    split = List.copyOf(split);
  }

  /** The split as it is spelled; empty if there is none. */
  public String splitText() {
    return split.stream().map(TrafficSplit::toString).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return split.isEmpty() ? strategy : strategy + ", " + splitText();
  }
}
