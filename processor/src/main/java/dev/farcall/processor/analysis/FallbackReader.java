package dev.farcall.processor.analysis;

import com.palantir.javapoet.ClassName;
import dev.farcall.processor.model.FallbackModel;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.Site;
import dev.farcall.processor.model.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/**
 * Finds the method that answers in place of one that failed, so that nothing is left to run time.
 */
final class FallbackReader {

  private final Compilation compilation;
  private final Problems problems;

  FallbackReader(Compilation compilation, Problems problems) {
    this.compilation = compilation;
    this.problems = problems;
  }

  /**
   * The fallback of a method: what its own annotation says; else that of the interface, where a
   * class that has no method of the name has no fallback for it.
   *
   * @param type the method as a member of the interface
   */
  Optional<FallbackModel> read(
      ExecutableElement method,
      TypeElement owner,
      ExecutableType type,
      PolicyReader.Subject subject) {
    Optional<Mark> own = Mark.on(method, Annotations.FALLBACK);
    Optional<Mark> mark =
        own.or(() -> Mark.on(List.of(owner, Enclosing.typeOf(method)), Annotations.FALLBACK));
    if (mark.isEmpty()) {
      return Optional.empty();
    }
    String label = subject.label();
    Site site = subject.site(mark.get().site());
    Optional<TypeElement> holder =
        mark.get()
            .type("value")
            .filter(value -> value.getKind() == TypeKind.DECLARED)
            .map(value -> (TypeElement) ((DeclaredType) value).asElement());
    if (holder.isEmpty()) {
      return ownBody(method, own.isPresent(), label, site);
    }
    if (own.isEmpty() && named(method, holder.get()).isEmpty()) {
      return Optional.empty();
    }
    return inClass(method, owner, type, label, site, holder.get());
  }

  private Optional<FallbackModel> ownBody(
      ExecutableElement method, boolean isOwn, String label, Site site) {
    if (method.getModifiers().contains(Modifier.DEFAULT)) {
      return Optional.of(
          new FallbackModel(Optional.empty(), method.getSimpleName().toString(), false, false));
    }
    if (isOwn) {
      problems.add(Texts.noFallback(site, label));
    }
    return Optional.empty();
  }

  private Optional<FallbackModel> inClass(
      ExecutableElement method,
      TypeElement owner,
      ExecutableType type,
      String label,
      Site site,
      TypeElement holder) {
    List<ExecutableElement> named = named(method, holder);
    for (ExecutableElement candidate : named) {
      if (fits(candidate, holder, type, owner)) {
        boolean isStatic = candidate.getModifiers().contains(Modifier.STATIC);
        if (!isStatic) {
          Optional<String> unusable = unusable(holder, owner);
          if (unusable.isPresent()) {
            problems.add(Texts.badFallbackClass(site, Names.label(holder), label, unusable.get()));
            return Optional.empty();
          }
        }
        return Optional.of(
            new FallbackModel(
                Optional.of(ClassName.get(holder)),
                candidate.getSimpleName().toString(),
                isStatic,
                candidate.getParameters().size() > type.getParameterTypes().size()));
      }
    }
    problems.add(
        Texts.badFallback(
            site, Names.label(holder), label, expected(method, type), found(named, holder)));
    return Optional.empty();
  }

  private List<ExecutableElement> named(ExecutableElement method, TypeElement holder) {
    List<ExecutableElement> named = new ArrayList<>();
    for (ExecutableElement each :
        ElementFilter.methodsIn(compilation.elements().getAllMembers(holder))) {
      if (each.getSimpleName().equals(method.getSimpleName())) {
        named.add(each);
      }
    }
    return named;
  }

  private boolean fits(
      ExecutableElement candidate, TypeElement holder, ExecutableType method, TypeElement owner) {
    if (candidate.getModifiers().contains(Modifier.ABSTRACT)
        || !isVisible(candidate, owner)
        || !candidate.getTypeParameters().isEmpty()) {
      return false;
    }
    Types types = compilation.types();
    ExecutableType type =
        (ExecutableType) types.asMemberOf((DeclaredType) holder.asType(), candidate);
    List<? extends TypeMirror> wanted = method.getParameterTypes();
    List<? extends TypeMirror> taken = type.getParameterTypes();
    boolean takesCause = taken.size() == wanted.size() + 1 && isThrowable(taken.get(wanted.size()));
    if (taken.size() != wanted.size() && !takesCause) {
      return false;
    }
    for (int i = 0; i < wanted.size(); i++) {
      if (!types.isSubtype(types.erasure(wanted.get(i)), types.erasure(taken.get(i)))
          || !types.isAssignable(wanted.get(i), taken.get(i))) {
        return false;
      }
    }
    return answersAs(type.getReturnType(), method.getReturnType())
        && throwsNoMore(type.getThrownTypes(), method.getThrownTypes());
  }

  private boolean answersAs(TypeMirror given, TypeMirror wanted) {
    if (wanted.getKind() == TypeKind.VOID || given.getKind() == TypeKind.VOID) {
      return wanted.getKind() == given.getKind();
    }
    return compilation.types().isAssignable(given, wanted);
  }

  private boolean throwsNoMore(
      List<? extends TypeMirror> given, List<? extends TypeMirror> allowed) {
    Types types = compilation.types();
    TypeMirror unchecked = type("java.lang.RuntimeException");
    TypeMirror error = type("java.lang.Error");
    return given.stream()
        .allMatch(
            each ->
                types.isSubtype(each, unchecked)
                    || types.isSubtype(each, error)
                    || allowed.stream().anyMatch(one -> types.isSubtype(each, one)));
  }

  private TypeMirror type(String name) {
    TypeElement found = compilation.find(name);
    if (found == null) {
      throw new UnresolvedTypeException(name);
    }
    return found.asType();
  }

  private boolean isThrowable(TypeMirror type) {
    return compilation.types().isSameType(type, type("java.lang.Throwable"));
  }

  private boolean isVisible(Element element, TypeElement from) {
    if (element.getModifiers().contains(Modifier.PUBLIC)) {
      return true;
    }
    boolean samePackage = compilation.packageOf(element).equals(compilation.packageOf(from));
    return samePackage && !element.getModifiers().contains(Modifier.PRIVATE);
  }

  /** Why no object of a class can be made, if that is so. */
  private Optional<String> unusable(TypeElement holder, TypeElement from) {
    if ((holder.getKind() != ElementKind.CLASS && holder.getKind() != ElementKind.RECORD)
        || holder.getModifiers().contains(Modifier.ABSTRACT)) {
      return Optional.of("is abstract");
    }
    if (holder.getNestingKind() == NestingKind.MEMBER
        && !holder.getModifiers().contains(Modifier.STATIC)) {
      return Optional.of("is an inner class");
    }
    for (Element each = holder; each instanceof TypeElement; each = each.getEnclosingElement()) {
      if (!isVisible(each, from)) {
        return Optional.of("cannot be seen from " + Names.label(from));
      }
    }
    boolean constructible =
        ElementFilter.constructorsIn(holder.getEnclosedElements()).stream()
            .anyMatch(each -> each.getParameters().isEmpty() && isVisible(each, from));
    return constructible
        ? Optional.empty()
        : Optional.of("has no constructor without parameters that can be seen");
  }

  private static String expected(ExecutableElement method, ExecutableType type) {
    return Names.brief(type.getReturnType())
        + " "
        + method.getSimpleName()
        + "("
        + parameters(type)
        + "), with Throwable as a last parameter if it likes";
  }

  private static String parameters(ExecutableType type) {
    return String.join(", ", type.getParameterTypes().stream().map(Names::brief).toList());
  }

  private static String found(List<ExecutableElement> named, TypeElement holder) {
    List<ExecutableElement> shown =
        named.isEmpty() ? ElementFilter.methodsIn(holder.getEnclosedElements()) : named;
    if (shown.isEmpty()) {
      return "no method at all";
    }
    return String.join("; ", shown.stream().map(FallbackReader::signature).toList());
  }

  private static String signature(ExecutableElement method) {
    String text =
        Names.brief(method.getReturnType())
            + " "
            + method.getSimpleName()
            + "("
            + parameters((ExecutableType) method.asType())
            + ")";
    if (!method.getThrownTypes().isEmpty()) {
      text +=
          " throws "
              + String.join(", ", method.getThrownTypes().stream().map(Names::brief).toList());
    }
    return method.getModifiers().contains(Modifier.PRIVATE) ? "private " + text : text;
  }
}
