package dev.farcall.grpc;

import io.grpc.LoadBalancer;
import io.grpc.LoadBalancer.Helper;
import io.grpc.LoadBalancerProvider;

/** Found by grpc-java: the balancing of {@code farcall:///} targets. */
public final class FarcallLoadBalancerProvider extends LoadBalancerProvider {

  static final String NAME = "farcall";

  private static final int USUAL = 5;

  @Override
  public boolean isAvailable() {
    return true;
  }

  @Override
  public int getPriority() {
    return USUAL;
  }

  @Override
  public String getPolicyName() {
    return NAME;
  }

  @Override
  public LoadBalancer newLoadBalancer(Helper helper) {
    return new FarcallLoadBalancer(helper);
  }
}
