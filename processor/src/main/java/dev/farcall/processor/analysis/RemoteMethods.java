package dev.farcall.processor.analysis;

import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Which methods of an interface are remote: the abstract ones, those of super-interfaces first, and
 * the default ones that carry {@code @Rpc}.
 */
final class RemoteMethods {

  private final Compilation compilation;
  private final Problems problems;
  private final Set<TypeElement> lifted = new HashSet<>();

  RemoteMethods(Compilation compilation, Problems problems) {
    this.compilation = compilation;
    this.problems = problems;
  }

  /** Whether methods of an interface are remote in one of those that were asked for. */
  boolean isLifted(TypeElement type) {
    return lifted.contains(type);
  }

  List<ExecutableElement> of(TypeElement service) {
    List<ExecutableElement> all = new ArrayList<>();
    collect(service, service, new HashSet<>(), all);
    all.removeIf(method -> !isRemote(method));
    return all;
  }

  /**
   * All methods that an object of an interface has, those of super-interfaces first; it is not
   * lifted by that.
   */
  List<ExecutableElement> membersOf(TypeElement type) {
    Set<TypeElement> before = Set.copyOf(lifted);
    List<ExecutableElement> all = new ArrayList<>();
    collect(type, type, new HashSet<>(), all);
    lifted.retainAll(before);
    all.removeIf(method -> method.getModifiers().contains(Modifier.STATIC));
    return all;
  }

  private void collect(
      TypeElement type, TypeElement service, Set<TypeElement> seen, List<ExecutableElement> all) {
    if (!seen.add(type)) {
      return;
    }
    lifted.add(type);
    for (TypeMirror parent : type.getInterfaces()) {
      if (parent.getKind() == TypeKind.ERROR) {
        throw new UnresolvedTypeException(parent.toString());
      }
      collect((TypeElement) ((DeclaredType) parent).asElement(), service, seen, all);
    }
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      if (!method.getModifiers().contains(Modifier.PRIVATE) && !isOfObject(method)) {
        add(method, service, all);
      }
    }
  }

  private void add(ExecutableElement method, TypeElement service, List<ExecutableElement> all) {
    for (int i = 0; i < all.size(); i++) {
      if (isSame(method, all.get(i), service)) {
        all.set(i, method);
        return;
      }
    }
    all.add(method);
  }

  private boolean isSame(ExecutableElement first, ExecutableElement second, TypeElement service) {
    if (!first.getSimpleName().equals(second.getSimpleName())
        || first.getModifiers().contains(Modifier.STATIC)
        || second.getModifiers().contains(Modifier.STATIC)) {
      return false;
    }
    DeclaredType type = (DeclaredType) service.asType();
    ExecutableType one = (ExecutableType) compilation.types().asMemberOf(type, first);
    ExecutableType other = (ExecutableType) compilation.types().asMemberOf(type, second);
    return compilation.types().isSubsignature(one, other)
        || compilation.types().isSubsignature(other, one);
  }

  private boolean isOfObject(ExecutableElement method) {
    TypeElement object = compilation.elements().getTypeElement("java.lang.Object");
    return ElementFilter.methodsIn(object.getEnclosedElements()).stream()
        .filter(each -> each.getModifiers().contains(Modifier.PUBLIC))
        .anyMatch(each -> compilation.elements().overrides(method, each, Enclosing.typeOf(method)));
  }

  private boolean isRemote(ExecutableElement method) {
    boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
    if (isStatic) {
      Mark.on(method, Annotations.RPC)
          .ifPresent(
              mark ->
                  problems.add(
                      Texts.badRpc(
                          mark.site(),
                          label(method),
                          "a static method has no instance to call. Remove it")));
      return false;
    }
    return isMarkedRemote(method);
  }

  /** Whether a method that is not static is remote. */
  static boolean isMarkedRemote(ExecutableElement method) {
    return method.getModifiers().contains(Modifier.ABSTRACT) || Mark.has(method, Annotations.RPC);
  }

  private static String label(ExecutableElement method) {
    return Names.label(Enclosing.typeOf(method)) + "." + method.getSimpleName();
  }
}
