package dev.farcall.grpc;

import dev.farcall.protocol.GrpcTimeout;
import io.grpc.Metadata;
import io.grpc.ServerStreamTracer;

/**
 * Takes {@code grpc-timeout} out of grpc-java's sight, which would schedule a task for each call
 * that has one and, when it is due, reset the stream without a status. {@link GrpcServerCall} finds
 * it under {@link #KEY}.
 */
final class TimeoutHandover extends ServerStreamTracer.Factory {

  /** As the peer sends it. */
  static final Metadata.Key<String> SENT =
      Metadata.Key.of(GrpcTimeout.NAME, Metadata.ASCII_STRING_MARSHALLER);

  /** A name that no client's metadata can bring: the old value is dropped. */
  static final Metadata.Key<String> KEY =
      Metadata.Key.of("grpc-timeout-farcall", Metadata.ASCII_STRING_MARSHALLER);

  private static final ServerStreamTracer SILENT = new ServerStreamTracer() {};

  @Override
  public ServerStreamTracer newServerStreamTracer(String method, Metadata headers) {
    headers.discardAll(KEY);
    String timeout = headers.get(SENT);
    if (timeout != null) {
      headers.discardAll(SENT);
      headers.put(KEY, timeout);
    }
    return SILENT;
  }
}
