package dev.farcall.balance;

import dev.farcall.call.LiveEndpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keeps calls in the zone they come from, as far as that can bear them. Callers are taken to be
 * spread evenly over the zones; so a zone that has its part of all endpoints, or more, answers its
 * callers alone, and one that has less gives what is too much for it to those that have more, each
 * by what it has to spare (Envoy, "Zone aware routing").
 */
final class Zones {

  private Zones() {}

  /** What a zone gets: endpoints, and the part of the calls that goes to them. */
  record Share(String zone, List<LiveEndpoint> endpoints, double part) {}

  /**
   * The zones that are called, the own one first; all endpoints as one where zones make no
   * difference.
   *
   * @param own the zone of the caller; empty if it is not known
   */
  static List<Share> shares(List<LiveEndpoint> endpoints, String own) {
    Map<String, List<LiveEndpoint>> byZone = new TreeMap<>();
    for (LiveEndpoint endpoint : endpoints) {
      byZone.computeIfAbsent(endpoint.endpoint().zone(), z -> new ArrayList<>()).add(endpoint);
    }
    List<LiveEndpoint> near = byZone.get(own);
    if (own.isEmpty() || near == null || byZone.size() == 1) {
      return List.of(new Share("", endpoints, 1));
    }
    double fair = 1.0 / byZone.size();
    double all = weight(endpoints);
    double kept = Math.min(1, weight(near) / all / fair);
    List<Share> shares = new ArrayList<>();
    shares.add(new Share(own, near, kept));
    if (kept < 1) {
      byZone.forEach(
          (zone, there) -> {
            double spare = weight(there) / all - fair;
            if (spare > 0) {
              shares.add(new Share(zone, there, spare));
            }
          });
      scale(shares.subList(1, shares.size()), 1 - kept);
    }
    return shares;
  }

  /** Makes the parts add up to so much. */
  private static void scale(List<Share> shares, double whole) {
    double sum = shares.stream().mapToDouble(Share::part).sum();
    shares.replaceAll(
        share -> new Share(share.zone(), share.endpoints(), share.part() * whole / sum));
  }

  private static double weight(List<LiveEndpoint> endpoints) {
    return endpoints.stream().mapToDouble(LiveEndpoint::weight).sum();
  }
}
