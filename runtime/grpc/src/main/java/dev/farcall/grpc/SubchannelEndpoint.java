package dev.farcall.grpc;

import dev.farcall.call.Endpoint;
import dev.farcall.call.LiveEndpoint;
import io.grpc.ConnectivityState;
import io.grpc.ConnectivityStateInfo;
import io.grpc.LoadBalancer.Subchannel;

/** An endpoint with its connection, as grpc-java keeps it. */
final class SubchannelEndpoint extends LiveEndpoint {

  private final Subchannel subchannel;
  private volatile ConnectivityStateInfo state =
      ConnectivityStateInfo.forNonError(ConnectivityState.IDLE);

  SubchannelEndpoint(Endpoint endpoint, Subchannel subchannel) {
    super(endpoint);
    this.subchannel = subchannel;
  }

  Subchannel subchannel() {
    return subchannel;
  }

  ConnectivityStateInfo state() {
    return state;
  }

  void is(ConnectivityStateInfo now) {
    state = now;
  }

  boolean isReady() {
    return state.getState() == ConnectivityState.READY;
  }
}
