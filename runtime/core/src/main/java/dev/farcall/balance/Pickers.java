package dev.farcall.balance;

import dev.farcall.call.Metadata;
import dev.farcall.spi.LoadBalancer.Picker;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that the calls of a policy are picked by at one moment, and whom they are picked of: one
 * thing that is put in the place of another one, so that no call sees the endpoints of one moment
 * and the pickers of another. Immutable, but for what pickers count.
 */
final class Pickers {

  static final Pickers UNKNOWN = new Pickers(Members.UNKNOWN, null, List.of(), Map.of());

  private final Members members;
  private final @Nullable Picker rest;

  /** Not a list: that would have each call make an iterator. */
  private final ByHeader[] byHeader;

  private final Map<String, Picker> parts;

  /**
   * All.
   *
   * @param rest for calls that no header sends elsewhere; null if there is nobody to call
   * @param byHeader for calls that say something
   * @param parts each picker of the strategy, by the part of the calls that it is for
   */
  Pickers(
      Members members, @Nullable Picker rest, List<ByHeader> byHeader, Map<String, Picker> parts) {
    this.members = members;
    this.rest = rest;
    this.byHeader = byHeader.toArray(ByHeader[]::new);
    this.parts = parts;
  }

  /** Calls that say something go elsewhere. */
  record ByHeader(String header, String value, Picker picker) {}

  Members members() {
    return members;
  }

  Map<String, Picker> parts() {
    return parts;
  }

  /** What calls with this metadata are picked by; null if there is nobody to call. */
  @Nullable Picker of(Metadata metadata) {
    for (ByHeader rule : byHeader) {
      if (rule.value.equals(metadata.get(rule.header))) {
        return rule.picker;
      }
    }
    return rest;
  }
}
