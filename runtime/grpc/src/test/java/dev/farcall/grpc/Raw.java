package dev.farcall.grpc;

import dev.farcall.call.Operation;
import io.grpc.CallOptions;
import io.grpc.Codec;
import io.grpc.Compressor;
import io.grpc.CompressorRegistry;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import java.util.concurrent.TimeUnit;

/** A gRPC client that is not ours, and that sends any bytes as a message. */
public final class Raw implements AutoCloseable {

  private final ManagedChannel channel;

  public Raw(int port) {
    this(port, new Codec.Gzip());
  }

  Raw(int port, Compressor gzip) {
    CompressorRegistry compressors = CompressorRegistry.newEmptyInstance();
    compressors.register(gzip);
    channel =
        NettyChannelBuilder.forAddress("127.0.0.1", port)
            .usePlaintext()
            .compressorRegistry(compressors)
            .maxInboundMessageSize(64 << 20)
            .build();
  }

  ManagedChannel channel() {
    return channel;
  }

  static MethodDescriptor<byte[], byte[]> method(String path) {
    BytesMarshaller any = new BytesMarshaller(64 << 20);
    return MethodDescriptor.newBuilder(any, any)
        .setType(MethodDescriptor.MethodType.UNARY)
        .setFullMethodName(path)
        .build();
  }

  byte[] call(Operation<?, ?> operation, byte[] message) {
    return call(operation.path(), message, CallOptions.DEFAULT);
  }

  public byte[] call(String path, byte[] message) {
    return call(path, message, CallOptions.DEFAULT);
  }

  byte[] call(String path, byte[] message, CallOptions options) {
    return ClientCalls.blockingUnaryCall(
        channel, method(path), options.withDeadlineAfter(20, TimeUnit.SECONDS), message);
  }

  /** {@code google.rpc.Status} of a failed call. */
  static byte[] details(StatusRuntimeException e) {
    Metadata trailers = e.getTrailers();
    return trailers == null ? null : trailers.get(ServerStatus.DETAILS);
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }
}
