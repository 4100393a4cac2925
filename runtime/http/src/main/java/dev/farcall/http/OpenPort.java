package dev.farcall.http;

import dev.farcall.annotation.Code;
import dev.farcall.spi.Listener;
import dev.farcall.spi.ServedServices;
import io.netty.channel.Channel;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.impl.ConnectionBase;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** An open port of HTTP: one server of the engine on each event loop, all at the same socket. */
final class OpenPort implements Listener.Running {

  private static final long START_SECONDS = 30;
  private static final long CLOSE_SECONDS = 5;

  /** Longer than any drain; the end of one is told by {@link #close()}. */
  private static final Duration DRAIN = Duration.ofHours(1);

  private final HttpSettings settings;
  private final ServedServices services;
  private final FrontDoor doors;
  private final Vertx vertx;
  private final List<HttpServer> servers = new ArrayList<>();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicBoolean closed = new AtomicBoolean();
  private int port;
  private volatile boolean refusing;

  private OpenPort(HttpSettings settings, ServedServices services) {
    this.settings = settings;
    this.services = services;
    this.doors = FrontDoors.open(services, settings);
    this.vertx = Loops.start(new GuardedTransport(settings));
  }

  static OpenPort open(HttpSettings settings, ServedServices services) throws IOException {
    OpenPort open = new OpenPort(settings, services);
    try {
      open.listen();
      return open;
    } catch (IOException | RuntimeException e) {
      open.close();
      throw e;
    }
  }

  private void listen() throws IOException {
    int loops = Runtime.getRuntime().availableProcessors();
    for (int i = 0; i < loops; i++) {
      HttpServer server =
          vertx
              .createHttpServer(Engine.options(settings))
              .connectionHandler(this::connected)
              .invalidRequestHandler(this::invalid)
              .requestHandler(this::request);
      servers.add(server);
      await(((VertxInternal) vertx).createEventLoopContext(), server);
    }
    port = servers.get(0).actualPort();
  }

  private void await(ContextInternal loop, HttpServer server) throws IOException {
    Future<HttpServer> listening =
        loop.future(promise -> server.listen(address()).onComplete(promise));
    try {
      listening.toCompletionStage().toCompletableFuture().get(START_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new IOException(
          "cannot listen on "
              + settings.address(settings.port())
              + ": "
              + cause.getMessage()
              + " (end the process that has the port, or choose another; 0 lets the system choose)",
          cause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while it began to listen", e);
    }
  }

  /** The same for all of the servers, also if the system chooses the port. */
  private SocketAddress address() {
    String host = settings.host() == null ? "0.0.0.0" : settings.host();
    return settings.port() == 0
        ? SocketAddress.sharedRandomPort(1, host)
        : SocketAddress.inetSocketAddress(settings.port(), host);
  }

  private void connected(HttpConnection connection) {
    guard(connection).connected(connection);
  }

  private static ConnectionGuard guard(HttpConnection connection) {
    Channel channel = ((ConnectionBase) connection).channel();
    return ConnectionGuard.of(channel);
  }

  private void request(HttpServerRequest request) {
    HttpExchange exchange = exchange(request);
    exchange.guarded(() -> admit(exchange, request));
  }

  private void admit(HttpExchange exchange, HttpServerRequest request) {
    if (!exchange.readHeaders()) {
      tooManyHeaders(exchange);
    } else if (request.uri().length() > settings.maxUrlBytes()) {
      tooLongUrl(exchange); // of HTTP/2; the engine has measured the others
    } else if (!CorsHeaders.answer(exchange)) {
      boolean unused = doors.take(exchange);
    }
  }

  private HttpExchange exchange(HttpServerRequest request) {
    inFlight.incrementAndGet();
    HttpExchange exchange =
        new HttpExchange(this, guard(request.connection()), request, ContextInternal.current());
    exchange.open();
    return exchange;
  }

  /** What is not HTTP, or more of it than allowed. */
  private void invalid(HttpServerRequest request) {
    HttpExchange exchange = exchange(request);
    Throwable cause = request.decoderResult().cause();
    if (cause instanceof TooLongHttpLineException) {
      tooLongUrl(exchange);
    } else if (cause instanceof TooLongHttpHeaderException
        || cause instanceof TooLongFrameException) {
      tooManyHeaders(exchange);
    } else {
      refuse(exchange, 400, Code.INVALID_ARGUMENT, "the request is not HTTP");
    }
  }

  private static void tooLongUrl(HttpExchange exchange) {
    refuse(exchange, 414, Code.INVALID_ARGUMENT, "the URL is too long");
  }

  private static void tooManyHeaders(HttpExchange exchange) {
    refuse(exchange, 431, Code.RESOURCE_EXHAUSTED, "there are too many headers, or too long ones");
  }

  private static void refuse(HttpExchange exchange, int status, Code code, String message) {
    exchange.refuseAndClose(ErrorFormat.PROBLEM, status, Refusal.failure(code, message));
  }

  /** An exchange has ended. */
  void ended() {
    if (inFlight.decrementAndGet() == 0 && refusing) {
      synchronized (inFlight) {
        inFlight.notifyAll();
      }
    }
  }

  /** Whether it lets its clients go. */
  boolean isRefusing() {
    return refusing;
  }

  ServedServices services() {
    return services;
  }

  HttpSettings settings() {
    return settings;
  }

  @Override
  public String kind() {
    return "http";
  }

  @Override
  public String host() {
    String host = settings.host();
    return host == null ? "" : host;
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public String describe() {
    return "http " + settings.address(port) + (settings.tls() == null ? "" : " with TLS");
  }

  @Override
  public void refuse() {
    refusing = true;
    for (HttpServer server : servers) {
      var unused = server.shutdown(DRAIN);
    }
  }

  @Override
  public boolean awaitDrained(long timeoutNanos) throws InterruptedException {
    long end = System.nanoTime() + timeoutNanos;
    synchronized (inFlight) {
      while (inFlight.get() > 0) {
        long millis = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (millis <= 0) {
          return false;
        }
        inFlight.wait(millis);
      }
    }
    return true;
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    try {
      vertx.close().toCompletionStage().toCompletableFuture().get(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException ignored) {
      // The threads are daemons.
    }
  }

  @Override
  public String toString() {
    return describe();
  }
}
