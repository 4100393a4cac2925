package dev.farcall.balance;

import dev.farcall.annotation.LoadBalanced;
import dev.farcall.call.LiveEndpoint;
import dev.farcall.spi.LoadBalancer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The better one of two by lot (Mitzenmacher, "The Power of Two Choices in Randomized Load
 * Balancing"): nearly as good as the best of all, at the price of looking at two; and nobody runs
 * to the one that looks best from everywhere. One that is to be called is better than one that is
 * not.
 */
abstract class OfTwo implements LoadBalancer {

  /** How often what looks worse by far is taken. */
  private static final double TRIED = 0.001;

  /** Up to which ratio two are about alike. */
  private static final double ALIKE = 1.5;

  /** By the calls on their way to it, for its weight. */
  static final class LeastRequest extends OfTwo {
    @Override
    public String name() {
      return LoadBalanced.LEAST_REQUEST;
    }

    @Override
    Picker of(LiveEndpoint[] endpoints) {
      return (now, word) -> {
        LiveEndpoint a = first(endpoints, word);
        LiveEndpoint b = second(endpoints, word);
        if (a.isAvailable() != b.isAvailable()) {
          return a.isAvailable() ? a : b;
        }
        return load(b) < load(a) ? b : a;
      };
    }

    @Override
    public String score(LiveEndpoint endpoint, long now) {
      return String.format(Locale.ROOT, "load %.2f", load(endpoint));
    }

    static double load(LiveEndpoint endpoint) {
      return (endpoint.inFlight() + 1) / endpoint.weight();
    }
  }

  /** By {@link LiveEndpoint#cost}. */
  static final class PeakEwma extends OfTwo {
    private static final double MILLI = 1e6;

    @Override
    public String score(LiveEndpoint endpoint, long now) {
      return String.format(Locale.ROOT, "cost %.2f ms", endpoint.cost(now) / MILLI);
    }

    @Override
    public String name() {
      return LoadBalanced.PEAK_EWMA;
    }

    @Override
    Picker of(LiveEndpoint[] endpoints) {
      return (now, word) -> {
        LiveEndpoint a = first(endpoints, word);
        LiveEndpoint b = second(endpoints, word);
        if (a.isAvailable() != b.isAvailable()) {
          return a.isAvailable() ? a : b;
        }
        // One that starts is slow by that: were it left alone for it, it would never be faster.
        boolean starting = a.isStarting() || b.isStarting();
        return starting
            ? isBetter(LeastRequest.load(b), LeastRequest.load(a), word) ? b : a
            : isBetter(b.cost(now), a.cost(now), word) ? b : a;
      };
    }
  }

  /**
   * Where both are about alike, each is as good: what they differ by is chance, and were the better
   * one always taken it would get all that the other is compared for. One that is twice as slow is
   * taken once in seventeen times, and one that is five times as slow or worse once in six hundred
   * to a thousand: to find out whether it still is.
   */
  private static boolean isBetter(double cost, double other, long word) {
    double lot = Words.fraction(Words.next(word));
    if (cost < other * ALIKE && other < cost * ALIKE) {
      return lot < 0.5;
    }
    double mine = cost * cost * cost * cost;
    double others = other * other * other * other;
    return lot < Math.min(1 - TRIED, Math.max(TRIED, others / (mine + others)));
  }

  @Override
  public final Picker picker(List<LiveEndpoint> endpoints, @Nullable Picker before) {
    if (endpoints.size() == 1) {
      LiveEndpoint only = endpoints.get(0);
      return (now, word) -> only;
    }
    return of(endpoints.toArray(LiveEndpoint[]::new));
  }

  /** A picker of two or more. */
  abstract Picker of(LiveEndpoint[] endpoints);

  static LiveEndpoint first(LiveEndpoint[] endpoints, long word) {
    return endpoints[Words.upper(word, endpoints.length)];
  }

  /** Never the first. */
  static LiveEndpoint second(LiveEndpoint[] endpoints, long word) {
    int index = Words.lower(word, endpoints.length - 1);
    return endpoints[index >= Words.upper(word, endpoints.length) ? index + 1 : index];
  }
}
