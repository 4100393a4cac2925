package dev.farcall.grpc;

import dev.farcall.call.Operation;
import dev.farcall.spi.ServedServices;
import io.grpc.HandlerRegistry;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerMethodDefinition;
import io.grpc.Status;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The methods of a server by their path. What is not among them is answered with UNIMPLEMENTED. */
final class ServedMethods extends HandlerRegistry {

  private static final int MAX_NAME = 200;

  private final Map<String, ServerMethodDefinition<byte[], byte[]>> byPath = new HashMap<>();
  private final Set<String> services = new HashSet<>();
  private final BytesMarshaller marshaller;

  ServedMethods(ServedServices served, boolean gzip) {
    this.marshaller = new BytesMarshaller(served.maxMessageBytes());
    ServerSettings settings = new ServerSettings(served, gzip);
    for (ServedServices.Method method : served.methods()) {
      Operation<?, ?> operation = method.operation();
      services.add(operation.service());
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
    String name = path.length() <= MAX_NAME ? path : path.substring(0, MAX_NAME) + "...";
    int slash = path.lastIndexOf('/');
    String known =
        slash > 0 && services.contains(path.substring(0, slash))
            ? "the service has no such method"
            : "there is no such service here";
    Status status = Status.UNIMPLEMENTED.withDescription(name + ": " + known);
    return ServerMethodDefinition.create(
        MethodDescriptor.newBuilder(marshaller, marshaller)
            .setType(MethodType.UNKNOWN)
            .setFullMethodName(path)
            .build(),
        new Refuse(status));
  }

  private record Refuse(Status status) implements ServerCallHandler<byte[], byte[]> {
    @Override
    public ServerCall.Listener<byte[]> startCall(
        ServerCall<byte[], byte[]> call, Metadata headers) {
      call.close(status, new Metadata());
      return new ServerCall.Listener<>() {};
    }
  }
}
