package dev.farcall.grpc;

import dev.farcall.balance.EndpointGroup;
import dev.farcall.balance.EndpointPicker;
import dev.farcall.call.LiveEndpoint;
import io.grpc.LoadBalancer.PickResult;
import io.grpc.LoadBalancer.PickSubchannelArgs;
import io.grpc.LoadBalancer.SubchannelPicker;
import io.grpc.Metadata;

/**
 * Picks the connection of a call. By many threads at once. What a call is keyed by, for the
 * strategies that look at that, stands in its metadata, {@code farcall-hash-key}.
 */
final class FarcallPicker extends SubchannelPicker {

  private static final Metadata.Key<String> HASH_KEY =
      Metadata.Key.of("farcall-hash-key", Metadata.ASCII_STRING_MARSHALLER);

  private final EndpointGroup group;
  private final EndpointPicker picker;
  private final PickResult otherwise;

  /**
   * One.
   *
   * @param otherwise for a call that finds none that is connected
   */
  FarcallPicker(EndpointGroup group, EndpointPicker picker, PickResult otherwise) {
    this.group = group;
    this.picker = picker;
    this.otherwise = otherwise;
  }

  @Override
  public PickResult pickSubchannel(PickSubchannelArgs args) {
    Metadata headers = args.getHeaders();
    LiveEndpoint picked =
        picker.pick(
            picker.readsMetadata()
                ? MetadataMapping.read(headers)
                : dev.farcall.call.Metadata.EMPTY,
            headers.get(HASH_KEY));
    return picked instanceof SubchannelEndpoint endpoint && endpoint.isReady()
        ? PickResult.withSubchannel(endpoint.subchannel(), new CallTracer.Factory(group, endpoint))
        : otherwise;
  }
}
