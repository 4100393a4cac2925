package dev.farcall.processor.emit;

import dev.farcall.processor.model.EnumModel;
import dev.farcall.processor.model.MessageModel;
import dev.farcall.processor.model.MethodModel;
import dev.farcall.processor.model.SchemaModel;
import dev.farcall.processor.model.ServiceModel;
import java.util.HashSet;
import java.util.Set;

/**
 * How a {@code .proto} file refers to a type: by the shortest name that means it where it stands. A
 * reference is looked up as protoc does, from the innermost scope outward by its first part; a name
 * that something nearer hides is spelt with a leading dot.
 */
final class ProtoNames {

  private final String protoPackage;
  private final Set<String> types = new HashSet<>();
  private final Set<String> others = new HashSet<>();

  ProtoNames(SchemaModel schema) {
    this.protoPackage = schema.protoPackage();
    addPackage(protoPackage);
    for (MessageModel message : schema.messages()) {
      types.add(message.fullName());
    }
    for (EnumModel anEnum : schema.enums()) {
      types.add(anEnum.fullName());
    }
    for (ServiceModel service : schema.services()) {
      others.add(service.fullName());
      for (MethodModel method : service.methods()) {
        others.add(service.fullName() + '.' + method.rpcName());
      }
    }
  }

  private void addPackage(String name) {
    for (int dot = name.length(); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
      others.add(name.substring(0, dot));
    }
  }

  /**
   * The spelling of a type.
   *
   * @param fullName of the type, which may be declared in another file
   * @param scope the full name of the message or RPC in which the reference stands
   */
  String reference(String fullName, String scope) {
    Names.qualified(fullName);
    if (types.contains(fullName)) {
      String local =
          protoPackage.isEmpty() ? fullName : fullName.substring(protoPackage.length() + 1);
      for (int dot = local.lastIndexOf('.'); ; dot = local.lastIndexOf('.', dot - 1)) {
        String candidate = local.substring(dot + 1);
        if (means(candidate, fullName, scope)) {
          return candidate;
        }
        if (dot < 0) {
          return '.' + fullName;
        }
      }
    }
    return hidden(firstPart(fullName), scope) ? '.' + fullName : fullName;
  }

  /** Whether a name, looked up from a scope outward, is found first where it is the type. */
  private boolean means(String name, String fullName, String scope) {
    for (String around = scope; ; around = parent(around)) {
      String first = join(around, firstPart(name));
      if (types.contains(first) || others.contains(first)) {
        return join(around, name).equals(fullName);
      }
      if (around.isEmpty()) {
        return false;
      }
    }
  }

  /** Whether the first part of a name from another file means something in this one. */
  private boolean hidden(String first, String scope) {
    for (String around = scope; !around.isEmpty(); around = parent(around)) {
      String found = join(around, first);
      if (types.contains(found) || others.contains(found)) {
        return true;
      }
    }
    return types.contains(first);
  }

  private static String firstPart(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  private static String parent(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(0, dot);
  }

  private static String join(String scope, String name) {
    return scope.isEmpty() ? name : scope + '.' + name;
  }
}
