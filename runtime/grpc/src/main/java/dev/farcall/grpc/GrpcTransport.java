package dev.farcall.grpc;

import dev.farcall.call.Endpoint;
import dev.farcall.call.Operation;
import dev.farcall.protocol.Gzip;
import dev.farcall.spi.Link;
import dev.farcall.spi.Transport;
import dev.farcall.spi.TransportOptions;
import dev.farcall.time.Time;
import dev.farcall.wire.DecodeLimits;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The client side: for each channel one connection, made when it is first needed, dropped after
 * five idle minutes, probed when it has been silent for half a minute with a call in flight.
 */
final class GrpcTransport implements Transport {

  /** Of each connection and stream; fixed, since measuring it costs a ping with each message. */
  static final int FLOW_CONTROL_WINDOW = 4 << 20;

  private static final int CONNECT_TIMEOUT_MILLIS = 5_000;

  /** Foreign servers may send more than the 8 KiB that gRPC takes by default. */
  private static final int MAX_METADATA_BYTES = 32 << 10;

  private final TransportOptions options;
  private final DecodeLimits limits;
  private final @Nullable SslContext ssl;
  private final EventLoopGroup loops = EventLoops.acquire();
  private final CallOptions callOptions;
  private final BytesMarshaller marshaller;
  private final ConcurrentHashMap<Operation<?, ?>, MethodDescriptor<byte[], byte[]>> methods =
      new ConcurrentHashMap<>();
  private final Set<EndpointChannel> channels = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean closed = new AtomicBoolean();

  GrpcTransport(TransportOptions options, @Nullable SslContext ssl) {
    this.options = options;
    this.ssl = ssl;
    this.limits =
        new DecodeLimits(
            options.maxMessageBytes(),
            DecodeLimits.DEFAULT.maxDepth(),
            DecodeLimits.DEFAULT.maxElements());
    this.marshaller = new BytesMarshaller(options.maxMessageBytes());
    this.callOptions =
        options.gzip() ? CallOptions.DEFAULT.withCompression(Gzip.NAME) : CallOptions.DEFAULT;
  }

  @Override
  public Link connect(Endpoint endpoint) {
    if (closed.get()) {
      throw new IllegalStateException("the gRPC transport is closed (asked for " + endpoint + ")");
    }
    EndpointChannel channel = new EndpointChannel(this, endpoint, open(endpoint));
    // Those that were closed are remembered while their calls go on, which end with all of this.
    channels.removeIf(EndpointChannel::isTerminated);
    channels.add(channel);
    return channel;
  }

  private ManagedChannel open(Endpoint endpoint) {
    NettyChannelBuilder builder =
        NettyChannelBuilder.forAddress(endpoint.host(), endpoint.port())
            .channelType(NioSocketChannel.class)
            .eventLoopGroup(loops)
            .directExecutor()
            .withOption(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_TIMEOUT_MILLIS)
            .flowControlWindow(FLOW_CONTROL_WINDOW)
            .maxInboundMessageSize(options.maxMessageBytes())
            .maxInboundMetadataSize(MAX_METADATA_BYTES)
            .keepAliveTime(30, TimeUnit.SECONDS)
            .keepAliveTimeout(10, TimeUnit.SECONDS)
            .idleTimeout(5, TimeUnit.MINUTES)
            .disableServiceConfigLookUp()
            .maxTraceEvents(0)
            .userAgent("farcall-java");
    if (!endpoint.serverName().equals(endpoint.host())) {
      builder.overrideAuthority(Endpoint.of(endpoint.serverName(), endpoint.port()).toString());
    }
    return (ssl == null ? builder.usePlaintext() : builder.sslContext(ssl)).build();
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      channels.forEach(EndpointChannel::closeNow);
      EventLoops.release();
    }
  }

  boolean isClosed() {
    return closed.get();
  }

  MethodDescriptor<byte[], byte[]> method(Operation<?, ?> operation) {
    MethodDescriptor<byte[], byte[]> method = methods.get(operation);
    return method != null
        ? method
        : methods.computeIfAbsent(operation, o -> Methods.describe(o, marshaller));
  }

  CallOptions callOptions() {
    return callOptions;
  }

  Time time() {
    return options.time();
  }

  int maxMessageBytes() {
    return options.maxMessageBytes();
  }

  DecodeLimits limits() {
    return limits;
  }

  /** Compresses the next message, or does not, by its size. */
  void compress(ClientCall<?, ?> call, byte[] message) {
    if (options.gzip()) {
      call.setMessageCompression(message.length >= Gzip.MIN_BYTES);
    }
  }

  @Override
  public String toString() {
    return "grpc" + (ssl == null ? "" : " over TLS");
  }
}
