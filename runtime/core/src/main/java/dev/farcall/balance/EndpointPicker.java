package dev.farcall.balance;

import static java.util.Objects.requireNonNull;

import dev.farcall.call.Hashing;
import dev.farcall.call.LiveEndpoint;
import dev.farcall.call.Metadata;
import dev.farcall.policy.LoadBalancedPolicy;
import dev.farcall.spi.LoadBalancer.Picker;
import org.jspecify.annotations.Nullable;

/**
 * Picks endpoints of a group for whoever calls them by other means than our wires; he tells the
 * endpoint of the beginning and the end of the call, and the group of how it ended. Safe for many
 * threads; never waits.
 */
public final class EndpointPicker {

  private final EndpointGroup group;
  private volatile Spread spread;

  /**
   * One.
   *
   * @throws IllegalArgumentException if there is no such strategy
   */
  public EndpointPicker(EndpointGroup group, LoadBalancedPolicy policy) {
    this.group = requireNonNull(group, "group");
    this.spread = group.spread(requireNonNull(policy, "policy"));
  }

  /**
   * Picks by another policy from here on; calls that come meanwhile are picked by the one or the
   * other.
   *
   * @throws IllegalArgumentException if there is no such strategy, or it cannot work with the
   *     endpoints that are known; then all stays as it was
   */
  public void follow(LoadBalancedPolicy policy) {
    spread = group.spread(requireNonNull(policy, "policy"));
  }

  /** Whether it matters what calls say: there is a split by it. */
  public boolean readsMetadata() {
    return spread.readsMetadata();
  }

  /**
   * The endpoint of a call that says nothing; null if there is none.
   *
   * @param key equal keys have the same endpoint, if the strategy is one of keys; null for none
   */
  public @Nullable LiveEndpoint pick(@Nullable String key) {
    return pick(Metadata.EMPTY, key);
  }

  /**
   * The endpoint of a call; null if there is none.
   *
   * @param metadata what the call says; anything, unless it {@linkplain #readsMetadata is read}
   * @param key equal keys have the same endpoint, if the strategy is one of keys; null for none
   */
  public @Nullable LiveEndpoint pick(Metadata metadata, @Nullable String key) {
    Spread now = spread;
    Picker picker = now.pickers().of(metadata);
    if (picker == null) {
      return null;
    }
    boolean keyed = key != null && now.isKeyed();
    long word = keyed ? Hashing.of(key) : group.time().word();
    return Choice.of(picker, group.time().now(), word, keyed);
  }

  @Override
  public String toString() {
    return spread + " over " + group;
  }
}
