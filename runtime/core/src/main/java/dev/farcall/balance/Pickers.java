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
 *
 * @param members those that there are
 * @param rest for calls that no header sends elsewhere; null if there is nobody to call
 * @param byHeader for calls that say something
 * @param parts each picker of the strategy, by the part of the calls that it is for
 */
record Pickers(
    Members members, @Nullable Picker rest, List<ByHeader> byHeader, Map<String, Picker> parts) {

  static final Pickers UNKNOWN = new Pickers(Members.UNKNOWN, null, List.of(), Map.of());

  /** Calls that say something go elsewhere. */
  record ByHeader(String header, String value, Picker picker) {}

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
