package dev.farcall.grpc;

import dev.farcall.call.Kind;
import dev.farcall.call.Operation;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;

/** Operations as gRPC names them. */
final class Methods {

  private Methods() {}

  /** The operation, with messages as bytes. */
  static MethodDescriptor<byte[], byte[]> describe(
      Operation<?, ?> operation, BytesMarshaller marshaller) {
    return MethodDescriptor.newBuilder(marshaller, marshaller)
        .setType(type(operation.kind()))
        .setFullMethodName(operation.path())
        .setSafe(operation.safe())
        .setIdempotent(operation.idempotent())
        .build();
  }

  private static MethodType type(Kind kind) {
    return switch (kind) {
      case UNARY -> MethodType.UNARY;
      case SERVER_STREAMING -> MethodType.SERVER_STREAMING;
      case CLIENT_STREAMING -> MethodType.CLIENT_STREAMING;
      case BIDI_STREAMING -> MethodType.BIDI_STREAMING;
    };
  }
}
