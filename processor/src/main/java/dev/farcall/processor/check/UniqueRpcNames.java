package dev.farcall.processor.check;

import dev.farcall.processor.model.MethodModel;
import dev.farcall.processor.model.ParameterModel;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.SchemaModel;
import dev.farcall.processor.model.ServiceModel;
import dev.farcall.processor.model.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The RPCs of a service have distinct names: overloads need {@code @Rpc(name)}. */
final class UniqueRpcNames implements Check {

  @Override
  public void check(List<SchemaModel> schemas, Problems problems) {
    for (SchemaModel schema : schemas) {
      schema.services().forEach(service -> check(service, problems));
    }
  }

  private static void check(ServiceModel service, Problems problems) {
    String label = String.join(".", service.javaType().simpleNames());
    Map<String, MethodModel> known = new HashMap<>();
    for (MethodModel method : service.methods()) {
      MethodModel other = known.putIfAbsent(method.rpcName(), method);
      if (other == null) {
        continue;
      }
      problems.add(
          other.javaName().equals(method.javaName())
              ? Texts.sameRpc(method.site(), label, method.javaName(), proposed(method))
              : Texts.sameRpcName(
                  method.site(), label, other.javaName(), method.javaName(), method.rpcName()));
    }
  }

  private static String proposed(MethodModel method) {
    return method.parameters().stream()
        .filter(parameter -> parameter.role() instanceof ParameterModel.PayloadRole)
        .findFirst()
        .map(parameter -> method.rpcName() + "By" + upperFirst(parameter.name()))
        .orElse(method.rpcName() + "All");
  }

  private static String upperFirst(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
