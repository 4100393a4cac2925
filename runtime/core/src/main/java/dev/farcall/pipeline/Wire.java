package dev.farcall.pipeline;

import dev.farcall.call.Channel;
import dev.farcall.policy.Policies;

/** What is below the policies of a method: the way to the peer. */
@FunctionalInterface
public interface Wire {

  /**
   * The way of calls with these policies.
   *
   * @throws IllegalArgumentException if it cannot be had, as of a strategy that there is not
   */
  Channel channel(Policies policies);
}
