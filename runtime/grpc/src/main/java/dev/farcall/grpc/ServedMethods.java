package dev.farcall.grpc;

import dev.farcall.call.Operation;
import dev.farcall.spi.ServedServices;
import io.grpc.HandlerRegistry;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerMethodDefinition;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The methods of a server by their path. What is not among them is {@link Unimplemented}. */
final class ServedMethods extends HandlerRegistry {

  private final Map<String, ServerMethodDefinition<byte[], byte[]>> byPath = new HashMap<>();
  private final ServedServices served;
  private final BytesMarshaller marshaller;

  ServedMethods(ServedServices served, boolean gzip) {
    this.served = served;
    this.marshaller = new BytesMarshaller(served.maxMessageBytes());
    ServerSettings settings = new ServerSettings(served, gzip);
    for (ServedServices.Method method : served.methods()) {
      Operation<?, ?> operation = method.operation();
      byPath.put(
          operation.path(),
          ServerMethodDefinition.create(
              Methods.describe(operation, marshaller),
              (call, headers) ->
                  GrpcServerCall.begin(settings, operation, method.channel(), call, headers)));
    }
  }

  @Override
  public ServerMethodDefinition<?, ?> lookupMethod(String path, @Nullable String authority) {
    ServerMethodDefinition<byte[], byte[]> found = byPath.get(path);
    return found != null ? found : unimplemented(path);
  }

  private ServerMethodDefinition<byte[], byte[]> unimplemented(String path) {
    return ServerMethodDefinition.create(
        MethodDescriptor.newBuilder(marshaller, marshaller)
            .setType(MethodType.UNKNOWN)
            .setFullMethodName(path)
            .build(),
        new Unimplemented(served, path));
  }
}
