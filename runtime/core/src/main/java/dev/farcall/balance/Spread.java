package dev.farcall.balance;

import dev.farcall.call.LiveEndpoint;
import dev.farcall.call.Metadata;
import dev.farcall.policy.LoadBalancedPolicy;
import dev.farcall.policy.TrafficSplit;
import dev.farcall.spi.LoadBalancer;
import dev.farcall.spi.LoadBalancer.Picker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Calls of one policy, spread over the members of a group: the pickers of its strategy, one for
 * each part that a split or a zone makes. Made anew when the members change; read without a lock.
 */
final class Spread {

  private static final System.Logger LOG = System.getLogger(Spread.class.getName());

  private final LoadBalancedPolicy policy;
  private final LoadBalancer strategy;
  private final String zone;
  private volatile Pickers pickers = new Pickers(Members.NONE, null, List.of(), Map.of());

  /**
   * One.
   *
   * @param zone that of the callers; empty if it is not known
   * @throws IllegalArgumentException if there is no such strategy
   */
  Spread(LoadBalancedPolicy policy, String zone) {
    this.policy = policy;
    this.strategy = Strategies.named(policy.strategy());
    this.zone = zone;
  }

  /** All that is picked by, at one moment. */
  private record Pickers(
      Members members, @Nullable Picker rest, List<ByHeader> byHeader, Map<String, Picker> parts) {}

  /** Calls that say something go elsewhere. */
  private record ByHeader(String header, String value, Picker picker) {}

  boolean isKeyed() {
    return strategy.isKeyed();
  }

  Members members() {
    return pickers.members;
  }

  /** What calls with this metadata are picked by; null if there is nobody to call. */
  @Nullable Picker picker(Metadata metadata) {
    Pickers now = pickers;
    for (ByHeader rule : now.byHeader) {
      if (rule.value.equals(metadata.get(rule.header))) {
        return rule.picker;
      }
    }
    return now.rest;
  }

  /** The members are these from here on. For one thread at a time. */
  void rebuild(Members members) {
    Builder builder = new Builder(pickers.parts);
    pickers = builder.build(members);
  }

  /** Makes pickers that go on where those before stood. */
  private final class Builder {
    private final Map<String, Picker> before;
    private final Map<String, Picker> parts = new HashMap<>();

    Builder(Map<String, Picker> before) {
      this.before = before;
    }

    Pickers build(Members members) {
      List<LiveEndpoint> rest = new ArrayList<>(members.active());
      List<ByHeader> byHeader = new ArrayList<>();
      Map<Picker, Double> shares = new LinkedHashMap<>();
      double left = 100;
      for (TrafficSplit split : policy.split()) {
        List<LiveEndpoint> tagged = new ArrayList<>();
        rest.removeIf(each -> isMeant(split, each) && tagged.add(each));
        if (!tagged.isEmpty()) {
          Picker picker = ofZones(split.toString(), tagged);
          if (split.isByHeader()) {
            byHeader.add(new ByHeader(split.header(), split.headerValue(), picker));
          } else {
            shares.put(picker, split.percent());
            left -= split.percent();
          }
        }
      }
      if (rest.isEmpty() && shares.isEmpty()) {
        rest = members.active(); // better there than nowhere
      }
      if (!rest.isEmpty()) {
        shares.put(ofZones("", rest), left);
      }
      return new Pickers(
          members, shares.isEmpty() ? null : shared(shares), List.copyOf(byHeader), parts);
    }

    private boolean isMeant(TrafficSplit split, LiveEndpoint endpoint) {
      return split.has(endpoint.endpoint().metadata(), endpoint.endpoint().zone());
    }

    private Picker ofZones(String part, List<LiveEndpoint> endpoints) {
      List<Zones.Share> shares = Zones.shares(endpoints, zone);
      if (shares.size() == 1) {
        return of(part, shares.get(0).endpoints());
      }
      Map<Picker, Double> pickers = new LinkedHashMap<>();
      for (Zones.Share share : shares) {
        pickers.put(of(part + "@" + share.zone(), share.endpoints()), share.part());
      }
      return shared(pickers);
    }

    private Picker shared(Map<Picker, Double> shares) {
      if (shares.size() == 1) {
        return shares.keySet().iterator().next();
      }
      return new Shares(
          shares.values().stream().mapToDouble(each -> each).toArray(),
          shares.keySet().toArray(Picker[]::new));
    }

    private Picker of(String part, List<LiveEndpoint> endpoints) {
      Picker picker;
      try {
        picker = strategy.picker(endpoints, before.get(part));
      } catch (RuntimeException unusable) {
        LoadBalancer other = new OfTwo.LeastRequest();
        LOG.log(
            System.Logger.Level.ERROR,
            "the strategy {0} cannot work: {1}. {2} is taken in its place",
            strategy.name(),
            unusable.getMessage(),
            other.name());
        picker = other.picker(endpoints, null);
      }
      parts.put(part, picker);
      return picker;
    }
  }

  @Override
  public String toString() {
    return policy.toString();
  }
}
