package dev.farcall.discovery.dns;

import dev.farcall.call.Endpoint;
import java.util.ArrayList;
import java.util.List;

/**
 * What a name stands for.
 *
 * @param timeToLive seconds until it is to be asked for again
 */
record Answer(List<Endpoint> endpoints, long timeToLive) {

  /** How soon to ask again for what is not there. */
  static final Answer NONE = new Answer(List.of(), 5);

  Answer {
    endpoints = List.copyOf(endpoints);
  }

  /** Both, for as long as both hold. */
  Answer and(Answer other) {
    if (endpoints.isEmpty() || other.endpoints.isEmpty()) {
      return endpoints.isEmpty() ? other : this;
    }
    List<Endpoint> all = new ArrayList<>(endpoints);
    all.addAll(other.endpoints);
    return new Answer(all, Math.min(timeToLive, other.timeToLive));
  }
}
