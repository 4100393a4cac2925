package dev.farcall.grpc;

import dev.farcall.spi.Listener;
import dev.farcall.spi.ServedServices;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.SslContext;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * An open gRPC port. Handlers are called on the event loops; whether they may stay there is decided
 * by the channels they are given.
 */
final class GrpcServer implements Listener.Running {

  /** How often clients may ping; more than that is taken for an attack. */
  private static final long PERMITTED_PING_SECONDS = 10;

  /** A client that opens and cancels calls at a higher rate loses its connection. */
  private static final int MAX_RESETS = 100_000;

  private static final int MAX_RESETS_SECONDS = 10;
  private static final int MAX_METADATA_BYTES = 8 << 10;
  private static final long HANDSHAKE_SECONDS = 20;
  private static final long CLOSE_SECONDS = 5;

  private final Grpc.Settings settings;
  private final Server server;
  private final int port; // gRPC forgets it when it shuts down
  private final AtomicBoolean closed = new AtomicBoolean();

  private GrpcServer(Grpc.Settings settings, Server server) {
    this.settings = settings;
    this.server = server;
    this.port = server.getPort();
  }

  static GrpcServer start(Grpc.Settings settings, @Nullable SslContext ssl, ServedServices services)
      throws IOException {
    EventLoopGroup loops = EventLoops.acquire();
    try {
      Server server = build(settings, ssl, services, loops).start();
      return new GrpcServer(settings, server);
    } catch (IOException e) {
      EventLoops.release();
      throw new IOException(
          "cannot listen on "
              + settings.address()
              + ": "
              + reason(e)
              + " (end the process that has the port, or choose another; 0 lets the system choose)",
          e);
    } catch (RuntimeException e) {
      EventLoops.release();
      throw e;
    }
  }

  private static Server build(
      Grpc.Settings settings,
      @Nullable SslContext ssl,
      ServedServices services,
      EventLoopGroup loops) {
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(address(settings))
            .channelType(NioServerSocketChannel.class)
            .bossEventLoopGroup(loops)
            .workerEventLoopGroup(loops)
            .directExecutor()
            .fallbackHandlerRegistry(new ServedMethods(services, settings.gzip()))
            .addStreamTracerFactory(new TimeoutHandover())
            .addTransportFilter(new ConnectionOrigin())
            .flowControlWindow(GrpcTransport.FLOW_CONTROL_WINDOW)
            .maxInboundMessageSize(services.maxMessageBytes())
            .maxInboundMetadataSize(MAX_METADATA_BYTES)
            .maxConcurrentCallsPerConnection(settings.maxCalls())
            .maxRstFramesPerWindow(MAX_RESETS, MAX_RESETS_SECONDS)
            .handshakeTimeout(HANDSHAKE_SECONDS, TimeUnit.SECONDS)
            .keepAliveTime(settings.pingAfter().toNanos(), TimeUnit.NANOSECONDS)
            .keepAliveTimeout(settings.pingTimeout().toNanos(), TimeUnit.NANOSECONDS)
            .permitKeepAliveTime(PERMITTED_PING_SECONDS, TimeUnit.SECONDS)
            .permitKeepAliveWithoutCalls(true);
    Duration age = settings.maxAge();
    if (age != null) {
      builder
          .maxConnectionAge(age.toNanos(), TimeUnit.NANOSECONDS)
          .maxConnectionAgeGrace(settings.maxAgeGrace().toNanos(), TimeUnit.NANOSECONDS);
    }
    if (ssl != null) {
      builder.sslContext(ssl);
    }
    return builder.build();
  }

  private static InetSocketAddress address(Grpc.Settings settings) {
    String host = settings.host();
    return host == null
        ? new InetSocketAddress(settings.port())
        : new InetSocketAddress(host, settings.port());
  }

  private static String reason(IOException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return String.valueOf(cause.getMessage());
  }

  @Override
  public String kind() {
    return "grpc";
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
    return "grpc " + settings.address(port) + (settings.tls() == null ? "" : " with TLS");
  }

  @Override
  public void refuse() {
    server.shutdown();
  }

  @Override
  public boolean awaitDrained(long timeoutNanos) throws InterruptedException {
    return server.awaitTermination(timeoutNanos, TimeUnit.NANOSECONDS);
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    server.shutdownNow();
    try {
      server.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      EventLoops.release();
    }
  }

  @Override
  public String toString() {
    return describe();
  }
}
