package dev.farcall.grpc;

import static java.util.Objects.requireNonNull;

import dev.farcall.ServiceEndpoints;
import dev.farcall.balance.Attachment;
import dev.farcall.balance.EndpointGroup;
import dev.farcall.balance.EndpointPicker;
import dev.farcall.call.Endpoint;
import dev.farcall.call.LiveEndpoint;
import dev.farcall.policy.LoadBalancedPolicy;
import dev.farcall.time.Time;
import io.grpc.ConnectivityState;
import io.grpc.ConnectivityStateInfo;
import io.grpc.EquivalentAddressGroup;
import io.grpc.LoadBalancer;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Balances the calls of other people's stubs as those of our clients: one connection for each
 * endpoint, held by grpc-java; who is called is our group's choice. All but picking runs in the
 * channel's synchronization context.
 */
final class FarcallLoadBalancer extends LoadBalancer implements Attachment {

  private static final System.Logger LOG = System.getLogger(FarcallLoadBalancer.class.getName());

  private final Helper helper;
  private @Nullable EndpointGroup group;
  private @Nullable EndpointPicker picker;
  private @Nullable FollowedSubchannels followed;
  private boolean watched;

  FarcallLoadBalancer(Helper helper) {
    this.helper = helper;
  }

  @Override
  public Status acceptResolvedAddresses(ResolvedAddresses resolved) {
    ServiceEndpoints service = resolved.getAttributes().get(FarcallNameResolver.SERVICE);
    if (service == null) {
      return failed(
          "the load balancing policy 'farcall' is for targets as farcall:///users, which say how"
              + " it is to be used");
    }
    if (group == null) {
      group =
          new EndpointGroup(
              service.options(), this, Time.system(), helper.getSynchronizationContext());
      followed = service.isHealthChecked() ? new FollowedSubchannels(group) : null;
      service.follow(policy -> helper.getSynchronizationContext().execute(() -> follow(policy)));
      try {
        picker = new EndpointPicker(group, service.policy());
      } catch (IllegalArgumentException noSuchStrategy) {
        return failed(String.valueOf(noSuchStrategy.getMessage()));
      }
    }
    List<Endpoint> endpoints = new ArrayList<>();
    for (EquivalentAddressGroup address : resolved.getAddresses()) {
      endpoints.add(requireNonNull(address.getAttributes().get(FarcallNameResolver.ENDPOINT)));
    }
    group.found(endpoints);
    if (!watched) {
      watched = true;
      group.watch(known -> tell());
    }
    return Status.OK;
  }

  /** Calls are spread so from here on. */
  private void follow(LoadBalancedPolicy policy) {
    EndpointGroup known = requireNonNull(group);
    try {
      if (picker == null) {
        picker = new EndpointPicker(known, policy);
        tell();
      } else {
        picker.follow(policy);
      }
    } catch (IllegalArgumentException noSuchStrategy) {
      LOG.log(
          System.Logger.Level.ERROR,
          "{0}: calls are spread as before: {1}",
          known,
          noSuchStrategy.getMessage());
    }
  }

  /** It tells why there are none; grpc-java asks still, whatever its documentation says. */
  @Override
  @SuppressWarnings("deprecation")
  public boolean canHandleEmptyAddressListFromNameResolution() {
    return true;
  }

  private Status failed(String why) {
    Status status = Status.UNAVAILABLE.withDescription(why);
    handleNameResolutionError(status);
    return status;
  }

  /** Those that are known are called on. */
  @Override
  public void handleNameResolutionError(Status error) {
    if (group == null || group.endpoints().isEmpty()) {
      helper.updateBalancingState(
          ConnectivityState.TRANSIENT_FAILURE, new FixedResultPicker(PickResult.withError(error)));
    }
  }

  @Override
  public LiveEndpoint attach(Endpoint endpoint) {
    Subchannel subchannel =
        helper.createSubchannel(
            CreateSubchannelArgs.newBuilder()
                .setAddresses(FarcallNameResolver.address(endpoint))
                .build());
    SubchannelEndpoint live = new SubchannelEndpoint(endpoint, subchannel);
    boolean unused = live.add(LiveEndpoint.Trouble.UNREACHABLE); // until it is connected
    subchannel.start(state -> changed(live, state));
    subchannel.requestConnection();
    return live;
  }

  @Override
  public void detach(LiveEndpoint endpoint) {
    helper
        .getSynchronizationContext()
        .execute(() -> ((SubchannelEndpoint) endpoint).subchannel().shutdown());
  }

  /** grpc-java connects again by itself. */
  @Override
  public CompletionStage<Boolean> probe(LiveEndpoint endpoint) {
    return CompletableFuture.completedFuture(((SubchannelEndpoint) endpoint).isReady());
  }

  private void changed(SubchannelEndpoint endpoint, ConnectivityStateInfo state) {
    EndpointGroup known = group;
    if (known == null) {
      return;
    }
    endpoint.is(state);
    switch (state.getState()) {
      case READY -> known.reachable(endpoint);
      case IDLE -> {
        known.unreachable(endpoint);
        endpoint.subchannel().requestConnection();
      }
      case TRANSIENT_FAILURE -> known.unreachable(endpoint);
      case CONNECTING, SHUTDOWN -> {}
    }
    tell();
  }

  /** Calls that wait ask again. */
  private void tell() {
    EndpointGroup known = group;
    EndpointPicker from = picker;
    if (known == null || from == null) {
      return;
    }
    if (followed != null) {
      followed.follow(known.endpoints());
    }
    boolean connecting = false;
    Status last = Status.UNAVAILABLE.withDescription(known.whyNone());
    for (LiveEndpoint each : known.endpoints()) {
      SubchannelEndpoint endpoint = (SubchannelEndpoint) each;
      switch (endpoint.state().getState()) {
        case READY -> {
          helper.updateBalancingState(
              ConnectivityState.READY, new FarcallPicker(known, from, PickResult.withNoResult()));
          return;
        }
        case CONNECTING, IDLE -> connecting = true;
        case TRANSIENT_FAILURE -> last = endpoint.state().getStatus();
        case SHUTDOWN -> {}
      }
    }
    PickResult otherwise = connecting ? PickResult.withNoResult() : PickResult.withError(last);
    helper.updateBalancingState(
        connecting ? ConnectivityState.CONNECTING : ConnectivityState.TRANSIENT_FAILURE,
        new FixedResultPicker(otherwise));
  }

  @Override
  public void shutdown() {
    if (followed != null) {
      followed.close();
    }
    if (group != null) {
      group.close();
    }
  }
}
