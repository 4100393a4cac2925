package dev.farcall.processor.analysis;

import dev.farcall.processor.model.HashKeyModel;
import dev.farcall.processor.model.ParameterModel;
import dev.farcall.processor.model.ParameterModel.PayloadRole;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.Texts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads by which parameter the endpoint of a call is chosen. */
final class HashKeyReader {

  private static final Set<TypeKind> PRIMITIVES =
      Set.of(TypeKind.BOOLEAN, TypeKind.BYTE, TypeKind.SHORT, TypeKind.INT, TypeKind.LONG);

  private static final Set<String> CLASSES =
      Set.of(
          "java.lang.String",
          "java.lang.Boolean",
          "java.lang.Byte",
          "java.lang.Short",
          "java.lang.Integer",
          "java.lang.Long",
          "java.util.UUID");

  private final Problems problems;

  HashKeyReader(Problems problems) {
    this.problems = problems;
  }

  /** The key, or nothing if there is none, or none that can be used, which is then told. */
  Optional<HashKeyModel> read(MethodReader.Call call, List<ParameterModel> parameters) {
    Optional<HashKeyModel> key = Optional.empty();
    List<? extends VariableElement> declared = call.method().getParameters();
    for (int i = 0; i < declared.size(); i++) {
      VariableElement parameter = declared.get(i);
      Optional<Mark> mark = Mark.on(parameter, Annotations.HASH_KEY);
      if (mark.isEmpty()) {
        continue;
      }
      String name = parameter.getSimpleName().toString();
      TypeMirror type = call.type().getParameterTypes().get(i);
      TypeMirror value = Shapes.nameOf(type).equals("java.util.Optional") ? argument(type) : type;
      String wrong =
          key.isPresent()
              ? "the method has another one"
              : Shapes.stream(type).isPresent()
                  ? "it is a stream, and the endpoint is chosen before its first element"
                  : !isPayload(name, parameters)
                      ? "it is no part of the request"
                      : isKey(value) ? "" : type + " is no key";
      if (wrong.isEmpty()) {
        key = Optional.of(new HashKeyModel(name, value != type));
      } else {
        problems.add(
            Texts.badHashKey(
                call.scope().site(mark.get().site()), call.label() + "(" + name + ")", wrong));
      }
    }
    return key;
  }

  private static boolean isPayload(String name, List<ParameterModel> parameters) {
    return parameters.stream()
        .anyMatch(each -> each.name().equals(name) && each.role() instanceof PayloadRole);
  }

  private static TypeMirror argument(TypeMirror optional) {
    List<? extends TypeMirror> arguments = ((DeclaredType) optional).getTypeArguments();
    return arguments.isEmpty() ? optional : arguments.get(0);
  }

  private static boolean isKey(TypeMirror type) {
    if (PRIMITIVES.contains(type.getKind())) {
      return true;
    }
    if (!(type instanceof DeclaredType declared)) {
      return false;
    }
    TypeElement element = (TypeElement) declared.asElement();
    return element.getKind() == ElementKind.ENUM
        || CLASSES.contains(element.getQualifiedName().toString());
  }
}
