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

/**
 * Calls of one policy, spread over the members of a group: the pickers of its strategy, one for
 * each part that a split or a zone makes. Made anew when the members change; read without a lock.
 */
final class Spread {

  private static final System.Logger LOG = System.getLogger(Spread.class.getName());

  private final LoadBalancedPolicy policy;
  private final LoadBalancer strategy;
  private final String zone;
  private final boolean readsMetadata;
  private volatile Pickers pickers = Pickers.UNKNOWN;
  private boolean warned;

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
    this.readsMetadata = policy.split().stream().anyMatch(TrafficSplit::isByHeader);
  }

  boolean isKeyed() {
    return strategy.isKeyed();
  }

  /** Whether it matters what calls say. */
  boolean readsMetadata() {
    return readsMetadata;
  }

  /** All that calls are picked by at this moment, and whom they are picked of. */
  Pickers pickers() {
    return pickers;
  }

  /**
   * The members are these at first.
   *
   * @throws IllegalArgumentException if the strategy cannot work with them
   */
  void begin(Members members) {
    pickers = new Builder(pickers.parts(), true).build(members);
  }

  /**
   * The members are these from here on; where the strategy cannot work with them another one does.
   * For one thread at a time.
   */
  void rebuild(Members members) {
    pickers = new Builder(pickers.parts(), false).build(members);
  }

  /** By what the strategy compares an endpoint with others, for people. */
  String score(LiveEndpoint endpoint, long now) {
    return strategy.score(endpoint, now);
  }

  /** Where a call with this metadata may be sent. */
  Reach reach(Members members, Metadata metadata) {
    return new Reach(policy.split(), members.active(), zone, metadata);
  }

  /** Makes pickers that go on where those before stood. */
  private final class Builder {
    private final Map<String, Picker> before;
    private final boolean strict;
    private final Map<String, Picker> parts = new HashMap<>();

    Builder(Map<String, Picker> before, boolean strict) {
      this.before = before;
      this.strict = strict;
    }

    Pickers build(Members members) {
      List<Pickers.ByHeader> byHeader = new ArrayList<>();
      Map<Picker, Double> shares = new LinkedHashMap<>();
      for (Part part : Part.of(policy.split(), members.active())) {
        Picker picker = ofZones(part.name(), part.endpoints());
        TrafficSplit split = part.split();
        if (split != null && split.isByHeader()) {
          byHeader.add(new Pickers.ByHeader(split.header(), split.headerValue(), picker));
        } else {
          shares.put(picker, part.percent());
        }
      }
      return new Pickers(members, shares.isEmpty() ? null : shared(shares), byHeader, parts);
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
        if (strict && unusable instanceof IllegalArgumentException) {
          throw new IllegalArgumentException(
              "the strategy " + strategy.name() + " cannot work: " + unusable.getMessage(),
              unusable);
        }
        picker = other(unusable).picker(endpoints, null);
      }
      parts.put(part, picker);
      return picker;
    }
  }

  /** What is taken in place of a strategy that cannot work; said once. */
  private LoadBalancer other(RuntimeException unusable) {
    LoadBalancer other = new OfTwo.LeastRequest();
    if (!warned) {
      warned = true;
      LOG.log(
          System.Logger.Level.ERROR,
          "the strategy {0} cannot work: {1}. {2} is taken in its place",
          strategy.name(),
          unusable.getMessage(),
          other.name());
    }
    return other;
  }

  @Override
  public String toString() {
    return policy.toString();
  }
}
