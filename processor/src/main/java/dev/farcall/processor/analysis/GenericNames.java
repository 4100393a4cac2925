package dev.farcall.processor.analysis;

import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Names of generic types with their arguments: {@code PageOfUser}, {@code PairOfAAndB}. */
final class GenericNames {

  private GenericNames() {}

  /** What is added to the name of the generic type; empty if it is not generic. */
  static String suffix(DeclaredType type) {
    List<? extends TypeMirror> arguments = type.getTypeArguments();
    return arguments.isEmpty()
        ? ""
        : arguments.stream().map(GenericNames::name).collect(Collectors.joining("And", "Of", ""));
  }

  /** How deep type arguments are nested: 0 for a type that is not generic. */
  static int depth(TypeMirror type) {
    if (type instanceof DeclaredType declared) {
      return declared.getTypeArguments().stream()
          .mapToInt(argument -> 1 + depth(argument))
          .max()
          .orElse(0);
    }
    return 0;
  }

  private static String name(TypeMirror type) {
    if (type instanceof DeclaredType declared) {
      String flat = Names.label((TypeElement) declared.asElement()).replace(".", "");
      return Names.upperCamel(flat) + suffix(declared);
    }
    if (type instanceof ArrayType array) {
      return name(array.getComponentType()) + "Array";
    }
    return Names.upperCamel(Names.brief(type));
  }
}
