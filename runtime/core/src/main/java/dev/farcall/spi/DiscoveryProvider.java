package dev.farcall.spi;

import dev.farcall.time.Time;
import java.util.Set;
import java.util.concurrent.Executor;

/** Found by {@link java.util.ServiceLoader}: a kind of place that knows endpoints. */
public interface DiscoveryProvider {

  /** The schemes of its targets, as {@code dns}. */
  Set<String> schemes();

  /**
   * The place that a target names; nothing is opened before it is asked.
   *
   * @param time the clock and timer
   * @param background runs what blocks
   * @throws IllegalArgumentException if the target is not one of its own
   */
  Discovery open(TargetUri target, Time time, Executor background);
}
