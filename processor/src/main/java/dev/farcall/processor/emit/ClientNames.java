package dev.farcall.processor.emit;

import com.palantir.javapoet.NameAllocator;
import dev.farcall.processor.model.MethodModel;
import dev.farcall.processor.model.ServiceModel;

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
  }

  /** As in {@code GET_USER}. */
  String constant(MethodModel method) {
    return allocator.get(constantTag(method));
  }

  /** As in {@code getUser}. */
  String caller(MethodModel method) {
    return allocator.get(callerTag(method));
  }

  private static String constantTag(MethodModel method) {
    return "constant " + method.rpcName();
  }

  private static String callerTag(MethodModel method) {
    return "caller " + method.rpcName();
  }
}
