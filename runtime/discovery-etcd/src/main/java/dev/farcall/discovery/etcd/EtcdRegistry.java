package dev.farcall.discovery.etcd;

import dev.farcall.registry.Instance;
import dev.farcall.spi.Discovery;
import dev.farcall.spi.RegistryClient;
import dev.farcall.time.Time;
import io.etcd.jetcd.ByteSequence;
import io.etcd.jetcd.Client;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A way to etcd. jetcd would connect again by itself, but less and less often; so a client that has
 * failed is thrown away, and the next question asks through a new one, at once.
 */
final class EtcdRegistry implements RegistryClient {

  /** How long etcd may take to answer. */
  static final Duration ANSWER = Duration.ofSeconds(1);

  private static final String ROOT = "/farcall/services/";
  private static final Duration PING = Duration.ofSeconds(5);

  private final String authority;
  private final List<URI> servers;
  private final Time time;
  private @Nullable Client client;
  private boolean closed;

  EtcdRegistry(String authority, List<URI> servers, Time time) {
    this.authority = authority;
    this.servers = servers;
    this.time = time;
  }

  /** The client of now. */
  synchronized Client client() {
    if (closed) {
      throw new IllegalStateException(this + " is closed");
    }
    Client known = client;
    if (known == null) {
      known =
          Client.builder()
              .endpoints(servers)
              .waitForReady(false)
              .connectTimeout(ANSWER)
              .keepaliveTime(PING)
              .keepaliveTimeout(ANSWER)
              .keepaliveWithoutCalls(true)
              .retryMaxAttempts(1)
              .build();
      client = known;
    }
    return known;
  }

  /** It has failed: the next question goes through another one. */
  void broken(Client failed) {
    synchronized (this) {
      if (client != failed) {
        return;
      }
      client = null;
    }
    failed.close();
  }

  Time time() {
    return time;
  }

  /** What the keys of a service begin with. */
  static String prefix(String service) {
    return ROOT + URLEncoder.encode(service, StandardCharsets.UTF_8) + "/";
  }

  static ByteSequence bytes(String text) {
    return ByteSequence.from(text, StandardCharsets.UTF_8);
  }

  @Override
  public CompletionStage<Lease> announce(String service, Instance instance, Consumer<String> lost) {
    String key = prefix(service) + URLEncoder.encode(instance.id(), StandardCharsets.UTF_8);
    return new KeptKey(this, client(), bytes(key), lost).enter(instance);
  }

  @Override
  public Discovery.Watch watch(String service, Listener listener) {
    PrefixWatch watch = new PrefixWatch(this, client(), prefix(service), listener);
    watch.begin();
    return watch;
  }

  @Override
  public void close() {
    Client open;
    synchronized (this) {
      closed = true;
      open = client;
      client = null;
    }
    if (open != null) {
      open.close();
    }
  }

  @Override
  public String toString() {
    return "etcd://" + authority;
  }
}
