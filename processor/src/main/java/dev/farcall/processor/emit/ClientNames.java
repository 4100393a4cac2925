package dev.farcall.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import dev.farcall.processor.model.MethodModel;
import dev.farcall.processor.model.ParameterModel;
import dev.farcall.processor.model.ServiceModel;
import java.util.List;

/**
 * The names of a client's constants and fields, after those of the RPCs, which are unique where
 * overloads are not. Two RPCs whose names differ in case only still get two names.
 */
final class ClientNames {

  private final NameAllocator allocator = new NameAllocator();

  ClientNames(ServiceModel service) {
    for (MethodModel method : service.methods()) {
      String rpc = Names.identifier(method.rpcName());
      allocator.newName(Names.upperSnake(rpc), constantTag(method));
      allocator.newName(Names.lowerFirst(rpc), callerTag(method));
    }
    for (ClassName type : AdaptedTypes.of(service)) {
      String wanted = Names.upperSnake(type.simpleName());
      allocator.newName(FallbackCalls.free(wanted, parameters(service)), type);
    }
  }

  /** As in {@code GET_USER}. */
  String constant(MethodModel method) {
    return allocator.get(constantTag(method));
  }

  /** As in {@code getUser}. */
  String caller(MethodModel method) {
    return allocator.get(callerTag(method));
  }

  /** The constant of a type of another library, as in {@code FLUX}. */
  String adapted(TypeName type) {
    return allocator.get(type instanceof ClassName raw ? raw : AdaptedTypes.raw(type));
  }

  private static List<String> parameters(ServiceModel service) {
    return service.methods().stream()
        .flatMap(method -> method.parameters().stream())
        .map(ParameterModel::name)
        .toList();
  }

  private static String constantTag(MethodModel method) {
    return "constant " + method.rpcName();
  }

  private static String callerTag(MethodModel method) {
    return "caller " + method.rpcName();
  }
}
