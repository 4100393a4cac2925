package dev.farcall.spi;

import dev.farcall.call.LiveEndpoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A strategy of spreading calls over endpoints. One of one's own is found by {@link
 * java.util.ServiceLoader} and chosen by its name, as in {@code @LoadBalanced("nearest")}.
 *
 * <p>It makes a picker for each list of endpoints, off the path of calls; the picker is asked for
 * each call, by many threads at once. Slow start, zones, endpoints that are not to be called and
 * attempts that should go elsewhere are cared for around it.
 */
public interface LoadBalancer {

  /** What it is chosen by, as in {@code round_robin}. */
  String name();

  /** Whether equal keys should be sent to the same endpoint: then the word is made of the key. */
  default boolean isKeyed() {
    return false;
  }

  /**
   * A picker for these.
   *
   * @param endpoints one or more; immutable
   * @param before the one whose place it takes, to go on where that stood; null if it is the first
   * @throws IllegalArgumentException if it cannot work with these, naming a strategy that can
   */
  Picker picker(List<LiveEndpoint> endpoints, @Nullable Picker before);

  /**
   * By what it compares an endpoint with others at this moment, for people, as in {@code load 3.0};
   * empty if by nothing.
   *
   * @param now a reading of the clock, of {@link LiveEndpoint#cost}
   */
  default String score(LiveEndpoint endpoint, long now) {
    return "";
  }

  /** Chooses endpoints of one list. For many threads at once; must not block or allocate. */
  @FunctionalInterface
  interface Picker {

    /**
     * The endpoint of a call.
     *
     * @param now a reading of the clock, of {@link LiveEndpoint#cost}
     * @param word 64 bits by lot; or, if the strategy is keyed, made of the key of the call, the
     *     same for equal keys. Asked again for another endpoint the word is another one
     */
    LiveEndpoint pick(long now, long word);
  }
}
