package dev.farcall.grpc;

import dev.farcall.balance.EndpointGroup;
import dev.farcall.call.LiveEndpoint;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The connections whose peers are asked how they are: those that are there, as long as there are
 * two endpoints or more, and not too many. Runs in the channel's synchronization context.
 */
final class FollowedSubchannels {

  /** With more endpoints than these, none is asked how it is; calls tell. */
  private static final int MAX_FOLLOWED = 100;

  private final EndpointGroup group;
  private final Map<SubchannelEndpoint, SubchannelHealth> followed = new HashMap<>();

  FollowedSubchannels(EndpointGroup group) {
    this.group = group;
  }

  /** These are all endpoints from here on. */
  void follow(List<LiveEndpoint> endpoints) {
    Set<SubchannelEndpoint> wanted = new HashSet<>();
    if (endpoints.size() > 1 && endpoints.size() <= MAX_FOLLOWED) {
      for (LiveEndpoint each : endpoints) {
        SubchannelEndpoint endpoint = (SubchannelEndpoint) each;
        if (endpoint.isReady()) {
          wanted.add(endpoint);
        }
      }
    }
    Set<SubchannelEndpoint> gone = new HashSet<>(followed.keySet());
    gone.removeAll(wanted);
    gone.forEach(this::leave);
    wanted.forEach(this::begin);
  }

  private void begin(SubchannelEndpoint endpoint) {
    if (!followed.containsKey(endpoint)) {
      SubchannelHealth health =
          new SubchannelHealth(group, endpoint, endpoint.subchannel().asChannel());
      followed.put(endpoint, health);
      health.begin();
    }
  }

  private void leave(SubchannelEndpoint endpoint) {
    SubchannelHealth health = followed.remove(endpoint);
    if (health != null) {
      health.close();
    }
  }

  void close() {
    Set.copyOf(followed.keySet()).forEach(this::leave);
  }
}
