package dev.farcall.grpc;

import dev.farcall.ServiceEndpoints;
import dev.farcall.call.Endpoint;
import io.grpc.Attributes;
import io.grpc.EquivalentAddressGroup;
import io.grpc.NameResolver;
import io.grpc.Status;
import io.grpc.StatusOr;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells grpc-java the endpoints of a service, and that they are balanced by ours. */
final class FarcallNameResolver extends NameResolver {

  /** Of an address: the endpoint that it is of. */
  static final Attributes.Key<Endpoint> ENDPOINT = Attributes.Key.create("farcall.endpoint");

  /** Of all addresses: how they are used. */
  static final Attributes.Key<ServiceEndpoints> SERVICE = Attributes.Key.create("farcall.service");

  private static final Map<String, ?> BALANCED_BY_OURS =
      Map.of("loadBalancingConfig", List.of(Map.of(FarcallLoadBalancerProvider.NAME, Map.of())));

  private final String name;
  private final Args args;
  private @Nullable ServiceEndpoints service;

  FarcallNameResolver(String name, Args args) {
    this.name = name;
    this.args = args;
  }

  @Override
  public String getServiceAuthority() {
    return name;
  }

  @Override
  public void start(Listener2 listener) {
    ServiceEndpoints found;
    try {
      found = ServiceEndpoints.configured(name, "grpc");
    } catch (IllegalStateException notConfigured) {
      listener.onError(Status.UNAVAILABLE.withDescription(notConfigured.getMessage()));
      return;
    }
    service = found;
    found.begin(
        endpoints ->
            args.getSynchronizationContext()
                .execute(() -> listener.onResult(result(endpoints, found))),
        why ->
            args.getSynchronizationContext()
                .execute(
                    () ->
                        listener.onError(
                            Status.UNAVAILABLE.withDescription(
                                "no endpoint of " + found + ": " + why))));
  }

  private ResolutionResult result(List<Endpoint> endpoints, ServiceEndpoints found) {
    List<EquivalentAddressGroup> addresses =
        endpoints.stream().map(FarcallNameResolver::address).toList();
    return ResolutionResult.newBuilder()
        .setAddressesOrError(StatusOr.fromValue(addresses))
        .setAttributes(Attributes.newBuilder().set(SERVICE, found).build())
        .setServiceConfig(args.getServiceConfigParser().parseServiceConfig(BALANCED_BY_OURS))
        .build();
  }

  /** A name is resolved by the transport, when it connects. */
  static EquivalentAddressGroup address(Endpoint endpoint) {
    Attributes.Builder attributes = Attributes.newBuilder().set(ENDPOINT, endpoint);
    if (!endpoint.serverName().equals(endpoint.host())) {
      attributes.set(
          EquivalentAddressGroup.ATTR_AUTHORITY_OVERRIDE,
          Endpoint.of(endpoint.serverName(), endpoint.port()).toString());
    }
    return new EquivalentAddressGroup(
        new InetSocketAddress(endpoint.host(), endpoint.port()), attributes.build());
  }

  @Override
  public void shutdown() {
    if (service != null) {
      service.close();
    }
  }
}
