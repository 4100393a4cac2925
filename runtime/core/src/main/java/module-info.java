import dev.farcall.spi.ConfigSource;
import dev.farcall.spi.DiscoveryProvider;
import dev.farcall.spi.ListenerProvider;
import dev.farcall.spi.LoadBalancer;
import dev.farcall.spi.RegistryProvider;
import dev.farcall.spi.SingleType;
import dev.farcall.spi.StreamType;
import dev.farcall.spi.TransportProvider;

/** The call pipeline, its policies, the wire formats and the in-process transport. */
module dev.farcall.core {
  requires transitive dev.farcall.annotations;
  requires static org.jspecify;
  // Generated code says that it is: javax.annotation.processing.Generated, for compilers only.
  requires static transitive java.compiler;

  exports dev.farcall;
  exports dev.farcall.balance;
  exports dev.farcall.call;
  exports dev.farcall.health;
  exports dev.farcall.intercept;
  exports dev.farcall.policy;
  exports dev.farcall.protocol;
  exports dev.farcall.registry;
  exports dev.farcall.resilience;
  exports dev.farcall.route;
  exports dev.farcall.security;
  exports dev.farcall.spi;
  exports dev.farcall.stream;
  exports dev.farcall.time;
  exports dev.farcall.wire;

  uses ConfigSource;
  uses DiscoveryProvider;
  uses ListenerProvider;
  uses LoadBalancer;
  uses RegistryProvider;
  uses SingleType;
  uses StreamType;
  uses TransportProvider;
}
