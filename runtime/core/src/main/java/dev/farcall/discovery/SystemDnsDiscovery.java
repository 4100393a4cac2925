package dev.farcall.discovery;

import dev.farcall.call.Endpoint;
import dev.farcall.spi.Discovery;
import dev.farcall.time.Time;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of a host as the system resolves it, with its hosts file and search domains. Asked
 * again each thirty seconds, which is how long Java keeps an answer; a system's resolver tells no
 * time to live.
 */
final class SystemDnsDiscovery implements Discovery {

  static final String EXAMPLE = "dns:///users:9090";
  private static final Duration REFRESH = Duration.ofSeconds(30);

  /** Asks the system; may block. */
  @FunctionalInterface
  interface Resolver {
    InetAddress[] resolve(String host) throws UnknownHostException;
  }

  private final Endpoint named;
  private final Resolver resolver;
  private final Time time;
  private final Executor background;

  /**
   * One.
   *
   * @param named the host and the port
   * @param background runs what blocks
   */
  SystemDnsDiscovery(Endpoint named, Resolver resolver, Time time, Executor background) {
    this.named = named;
    this.resolver = resolver;
    this.time = time;
    this.background = background;
  }

  @Override
  public Watch watch(Listener listener) {
    Session session = new Session(listener);
    session.ask();
    return session;
  }

  @Override
  public void close() {}

  /** One watch; asks until it fails or is closed. */
  private final class Session implements Watch {
    private final Listener listener;
    private volatile boolean closed;
    private volatile Time.@Nullable Timer timer;

    Session(Listener listener) {
      this.listener = listener;
    }

    void ask() {
      background.execute(this::resolve);
    }

    private void resolve() {
      if (closed) {
        return;
      }
      List<Endpoint> found = new ArrayList<>();
      try {
        for (InetAddress address : resolver.resolve(named.host())) {
          found.add(
              Endpoint.of(address.getHostAddress(), named.port()).withServerName(named.host()));
        }
      } catch (UnknownHostException unknown) {
        listener.failed("the host " + named.host() + " is not known");
        return;
      } catch (RuntimeException failed) { // as of a provider of addresses
        listener.failed("the host " + named.host() + " cannot be looked up: " + failed);
        return;
      }
      timer = time.schedule(REFRESH, this::ask);
      if (closed) {
        close(); // while it was looked up
      }
      listener.found(found);
    }

    @Override
    public void close() {
      closed = true;
      Time.Timer waiting = timer;
      if (waiting != null) {
        waiting.cancel();
      }
    }
  }

  @Override
  public String toString() {
    return "dns " + named;
  }
}
