package dev.farcall.discovery.dns;

import dev.farcall.call.Endpoint;
import dev.farcall.spi.Discovery;
import dev.farcall.spi.DiscoveryProvider;
import dev.farcall.spi.TargetUri;
import dev.farcall.time.Time;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Name;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.lookup.LookupSession;

/** Found by {@link java.util.ServiceLoader}: names of the domain name system. */
public final class DnsDiscoveryProvider implements DiscoveryProvider {

  private static final String EXAMPLE =
      "dns:///users:9090, dns:///_grpc._tcp.users or dns://10.0.0.2:53/users:9090";

  private static final int PORT = 53;
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  @Override
  public Set<String> schemes() {
    return Set.of("dns");
  }

  @Override
  public Discovery open(TargetUri target, Time time, Executor background) {
    boolean service = target.path().startsWith("_");
    Endpoint named = service ? null : hostAndPort(target, target.path());
    String name = named == null ? target.path() : named.host();
    LookupSession session = session(target, background);
    return new DnsDiscovery(target, name(target, name), named, session, time);
  }

  private static LookupSession session(TargetUri target, Executor background) {
    if (target.authority().isEmpty()) {
      return LookupSession.defaultBuilder().clearCaches().executor(background).build();
    }
    List<Resolver> servers = new ArrayList<>();
    for (String server : target.authority().split(",", -1)) {
      Endpoint address = server.contains(":") ? hostAndPort(target, server) : null;
      SimpleResolver resolver =
          new SimpleResolver(
              address == null
                  ? new InetSocketAddress(server, PORT)
                  : new InetSocketAddress(address.host(), address.port()));
      resolver.setTimeout(TIMEOUT);
      servers.add(resolver);
    }
    ExtendedResolver all = new ExtendedResolver(servers);
    all.setTimeout(TIMEOUT.multipliedBy(2));
    all.setRetries(2);
    return LookupSession.builder().resolver(all).executor(background).build();
  }

  private static Name name(TargetUri target, String text) {
    try {
      return Name.fromString(text, text.endsWith(".") || text.contains(".") ? Name.root : null);
    } catch (TextParseException noName) {
      throw target.bad("'" + text + "' is no name", EXAMPLE);
    }
  }

  private static Endpoint hostAndPort(TargetUri target, String text) {
    int colon = text.lastIndexOf(':');
    try {
      String host = colon < 0 ? text : text.substring(0, colon);
      boolean brackets = host.startsWith("[") && host.endsWith("]");
      return Endpoint.of(
          brackets ? host.substring(1, host.length() - 1) : host,
          Integer.parseInt(text.substring(colon + 1)));
    } catch (IllegalArgumentException noPort) {
      throw target.bad("there is no host and port from 1 to 65535 in '" + text + "'", EXAMPLE);
    }
  }
}
