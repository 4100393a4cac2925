package dev.farcall.processor.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Finds the type arguments of a sealed interface's member from those of the interface. */
final class Members {

  private final Compilation compilation;

  Members(Compilation compilation) {
    this.compilation = compilation;
  }

  /** The member as a member of that very interface type; empty if its arguments do not follow. */
  Optional<DeclaredType> bind(TypeElement member, TypeElement sealedInterface, DeclaredType type) {
    if (member.getTypeParameters().isEmpty()) {
      return Optional.of((DeclaredType) member.asType());
    }
    Map<String, TypeMirror> arguments = new HashMap<>();
    for (TypeMirror each : member.getInterfaces()) {
      DeclaredType parent = (DeclaredType) each;
      if (parent.asElement().equals(sealedInterface)) {
        for (int i = 0; i < parent.getTypeArguments().size(); i++) {
          arguments.put(
              parent.getTypeArguments().get(i).toString(), type.getTypeArguments().get(i));
        }
      }
    }
    List<TypeMirror> bound =
        member.getTypeParameters().stream()
            .map(TypeParameterElement::asType)
            .filter(parameter -> arguments.containsKey(parameter.toString()))
            .map(parameter -> arguments.get(parameter.toString()))
            .toList();
    return bound.size() == member.getTypeParameters().size()
        ? Optional.of(compilation.types().getDeclaredType(member, bound.toArray(TypeMirror[]::new)))
        : Optional.empty();
  }
}
