package dev.farcall.balance;

import dev.farcall.annotation.LoadBalanced;
import dev.farcall.call.LiveEndpoint;
import dev.farcall.spi.LoadBalancer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The one of all with the fewest calls on their way to it, for its weight; which of equals is left
 * to chance.
 */
final class LeastConnections implements LoadBalancer {

  /** Looking at more costs more than it brings. */
  static final int MAX = 32;

  @Override
  public String name() {
    return LoadBalanced.LEAST_CONNECTIONS;
  }

  @Override
  public Picker picker(List<LiveEndpoint> list, @Nullable Picker before) {
    if (list.size() > MAX) {
      throw new IllegalArgumentException(
          list.size()
              + " endpoints (expected: at most "
              + MAX
              + ", each of which is looked at for each call; for more there is "
              + LoadBalanced.LEAST_REQUEST
              + ")");
    }
    LiveEndpoint[] endpoints = list.toArray(LiveEndpoint[]::new);
    return (now, word) -> {
      int count = endpoints.length;
      int at = Words.upper(word, count);
      LiveEndpoint best = endpoints[at];
      double least = load(best);
      for (int i = 1; i < count; i++) {
        at = at + 1 == count ? 0 : at + 1;
        double load = load(endpoints[at]);
        if (load < least) {
          best = endpoints[at];
          least = load;
        }
      }
      return best;
    };
  }

  @Override
  public String score(LiveEndpoint endpoint, long now) {
    return String.format(Locale.ROOT, "load %.2f", OfTwo.LeastRequest.load(endpoint));
  }

  private static double load(LiveEndpoint endpoint) {
    double load = OfTwo.LeastRequest.load(endpoint);
    return endpoint.isAvailable() ? load : load + 1e9;
  }
}
