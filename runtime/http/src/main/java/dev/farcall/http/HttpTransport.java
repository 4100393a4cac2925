package dev.farcall.http;

import dev.farcall.call.Endpoint;
import dev.farcall.spi.Link;
import dev.farcall.spi.Transport;
import dev.farcall.spi.TransportOptions;
import dev.farcall.time.Time;
import dev.farcall.wire.DecodeLimits;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.internal.VertxInternal;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The client side: connections are made when they are first needed, used again, and dropped after
 * five idle minutes. All connections to one endpoint stand on one event loop, on which its calls
 * run from their first byte to their last: nothing is handed from one loop to another, which is
 * worth a third of the CPU.
 */
final class HttpTransport implements Transport {

  private final ClientSettings settings;
  private final TransportOptions options;
  private final ClientProtocol protocol;
  private final Vertx loops = SharedLoops.acquire();
  private final LiveCalls live = new LiveCalls();
  private final HttpClientAgent client;
  private final AtomicBoolean closed = new AtomicBoolean();

  HttpTransport(ClientSettings settings, TransportOptions options) {
    this.settings = settings;
    this.options = options;
    DecodeLimits limits =
        new DecodeLimits(
            options.maxMessageBytes(),
            DecodeLimits.DEFAULT.maxDepth(),
            DecodeLimits.DEFAULT.maxElements());
    this.protocol = settings.rest() ? new RestClient(limits) : new ConnectClient(settings, limits);
    try {
      this.client = ClientEngine.open(loops, settings, options.tls(), live);
    } catch (RuntimeException e) {
      SharedLoops.release();
      throw e;
    }
  }

  @Override
  public Link connect(Endpoint endpoint) {
    if (closed.get()) {
      throw new IllegalStateException(this + " is closed (asked for " + endpoint + ")");
    }
    return new HttpChannel(this, endpoint, ((VertxInternal) loops).createEventLoopContext());
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      client.close().onComplete(done -> SharedLoops.release());
    }
  }

  boolean isClosed() {
    return closed.get();
  }

  HttpClientAgent client() {
    return client;
  }

  LiveCalls live() {
    return live;
  }

  ClientProtocol protocol() {
    return protocol;
  }

  Time time() {
    return options.time();
  }

  int maxMessageBytes() {
    return options.maxMessageBytes();
  }

  /** Whether requests are compressed. */
  boolean gzip() {
    return options.gzip();
  }

  @Override
  public String toString() {
    return settings + (options.tls() == null ? "" : " over TLS");
  }
}
