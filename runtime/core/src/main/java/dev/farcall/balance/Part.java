package dev.farcall.balance;

import dev.farcall.call.LiveEndpoint;
import dev.farcall.policy.TrafficSplit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Endpoints to which a part of the calls goes.
 *
 * @param split what says so; null of the rest
 * @param endpoints one or more
 * @param percent of the calls, where no other part is gone; 0 where they say themselves that they
 *     go there
 */
record Part(@Nullable TrafficSplit split, List<LiveEndpoint> endpoints, double percent) {

  /** The parts that splits make, those that are empty left out; none of no endpoints. */
  static List<Part> of(List<TrafficSplit> splits, List<LiveEndpoint> active) {
    List<LiveEndpoint> rest = new ArrayList<>(active);
    List<Part> parts = new ArrayList<>();
    double left = 100;
    for (TrafficSplit split : splits) {
      List<LiveEndpoint> tagged = new ArrayList<>();
      rest.removeIf(each -> isMeant(split, each) && tagged.add(each));
      if (!tagged.isEmpty()) {
        parts.add(new Part(split, tagged, split.percent()));
        left -= split.percent();
      }
    }
    if (rest.isEmpty() && parts.stream().allMatch(Part::isByHeader)) {
      rest = active; // better there than nowhere
    }
    if (!rest.isEmpty()) {
      parts.add(new Part(null, rest, left));
    }
    return parts;
  }

  private static boolean isMeant(TrafficSplit split, LiveEndpoint endpoint) {
    return split.has(endpoint.endpoint().metadata(), endpoint.endpoint().zone());
  }

  boolean isByHeader() {
    return split != null && split.isByHeader();
  }

  /** The same at each time; empty of the rest. */
  String name() {
    return split == null ? "" : split.toString();
  }
}
