package dev.farcall.processor.analysis;

import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.Texts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;

/** Finds annotations where they do nothing, so that nobody relies on them. */
final class Placement {

  private static final List<String> OF_METHODS =
      List.of(
          Annotations.RPC,
          Annotations.SAFE,
          Annotations.IDEMPOTENT,
          Annotations.NON_BLOCKING,
          Annotations.TIMEOUT,
          Annotations.RETRY,
          Annotations.HEDGE,
          Annotations.CIRCUIT_BREAKER,
          Annotations.RATE_LIMIT,
          Annotations.BULKHEAD,
          Annotations.CONCURRENCY_LIMIT,
          Annotations.LOAD_BALANCED,
          Annotations.FALLBACK,
          Annotations.DEADLINE,
          Annotations.ENCODING,
          Annotations.GET,
          Annotations.POST,
          Annotations.PUT,
          Annotations.PATCH,
          Annotations.DELETE,
          Annotations.STATUS);

  private static final List<String> OF_SERVICES =
      List.of(
          Annotations.NON_BLOCKING,
          Annotations.TIMEOUT,
          Annotations.RETRY,
          Annotations.HEDGE,
          Annotations.CIRCUIT_BREAKER,
          Annotations.RATE_LIMIT,
          Annotations.BULKHEAD,
          Annotations.CONCURRENCY_LIMIT,
          Annotations.LOAD_BALANCED,
          Annotations.FALLBACK,
          Annotations.DEADLINE,
          Annotations.HTTP);

  private static final List<String> OF_PARAMETERS =
      List.of(
          Annotations.HEADER,
          Annotations.HASH_KEY,
          Annotations.TAG,
          Annotations.WAS,
          Annotations.JSON,
          Annotations.ENCODING,
          Annotations.QUERY,
          Annotations.BODY);

  private static final List<String> OF_CONSTANTS =
      List.of(
          Annotations.TAG,
          Annotations.WAS,
          Annotations.JSON,
          Annotations.UNKNOWN_VALUE,
          Annotations.UNSPECIFIED);

  private static final List<String> OF_MEMBERS =
      List.of(Annotations.TAG, Annotations.UNKNOWN_VALUE);

  private final Problems problems;
  private final RemoteMethods remoteMethods;
  private final GuardedReader guarded;

  Placement(Problems problems, RemoteMethods remoteMethods, GuardedReader guarded) {
    this.problems = problems;
    this.remoteMethods = remoteMethods;
    this.guarded = guarded;
  }

  /** Judges a type and all it encloses. */
  void check(TypeElement type) {
    checkType(type);
    for (Element each : type.getEnclosedElements()) {
      if (each instanceof TypeElement nested) {
        check(nested);
      } else if (each instanceof VariableElement field) {
        checkField(field, type);
      } else if (each instanceof ExecutableElement method) {
        checkMethod(method, type);
      }
    }
  }

  private void checkType(TypeElement type) {
    if (!isService(type)) {
      refuse(
          withoutEffect(OF_SERVICES, type),
          type,
          Names.label(type),
          "it is no @Remote interface. Remove it");
    }
    if (!isMember(type)) {
      refuse(
          OF_MEMBERS, type, Names.label(type), "it is no member of a sealed interface. Remove it");
    }
    Mark.on(type, Annotations.SCALAR)
        .filter(mark -> type.getKind() != ElementKind.RECORD)
        .ifPresent(
            mark -> problems.add(Texts.badScalar(mark.site(), Names.label(type), "is no record")));
    Mark.on(type, Annotations.MESSAGE)
        .filter(mark -> !type.getTypeParameters().isEmpty())
        .ifPresent(
            mark ->
                problems.add(
                    Texts.noEffect(
                        mark.site(),
                        "Message",
                        Names.label(type),
                        "a generic type gets a message for each use, where it is used. Remove it")));
  }

  /** On an interface of this process some annotations have an effect all the same. */
  private List<String> withoutEffect(List<String> annotations, TypeElement type) {
    return guarded.isGuarded(type)
        ? annotations.stream().filter(each -> !GuardedReader.isLocal(each)).toList()
        : annotations;
  }

  private void checkField(VariableElement field, TypeElement type) {
    boolean isComponent = type.getKind() == ElementKind.RECORD;
    if (field.getKind() != ElementKind.ENUM_CONSTANT && !isComponent) {
      refuse(
          OF_CONSTANTS,
          field,
          Names.label(type) + "." + field.getSimpleName(),
          "it is neither an enum constant nor a record component. Remove it");
    }
  }

  private void checkMethod(ExecutableElement method, TypeElement type) {
    if (type.getKind() == ElementKind.RECORD || Mark.has(type, Annotations.REMOTE_ERROR)) {
      return;
    }
    Optional<String> reason = notRemote(method, type);
    if (reason.isEmpty()) {
      return;
    }
    String label = Names.label(type) + "." + method.getSimpleName();
    refuse(withoutEffect(OF_METHODS, type), method, label, reason.get());
    for (VariableElement parameter : method.getParameters()) {
      refuse(OF_PARAMETERS, parameter, label + "(" + parameter.getSimpleName() + ")", reason.get());
    }
  }

  /** Why a method is not remote; empty if it is, or if it may be one of an interface elsewhere. */
  private Optional<String> notRemote(ExecutableElement method, TypeElement type) {
    if (type.getKind() != ElementKind.INTERFACE) {
      return Optional.of(
          "only methods of a @Remote interface are remote. Move it to the interface");
    }
    Set<Modifier> modifiers = method.getModifiers();
    if (modifiers.contains(Modifier.PRIVATE)) {
      return Optional.of("a private method is not remote. Remove it");
    }
    boolean mayBeRemote = isService(type) || !type.getTypeParameters().isEmpty();
    if (!mayBeRemote) {
      return Optional.of(
          Names.label(type)
              + " is no @Remote interface, and none of this module extends it. Annotate it with"
              + " @Remote");
    }
    boolean isLocalCode =
        modifiers.contains(Modifier.DEFAULT) || modifiers.contains(Modifier.STATIC);
    return isLocalCode && !Mark.has(method, Annotations.RPC)
        ? Optional.of("the method runs where it is called. Add @Rpc if it is to be remote")
        : Optional.empty();
  }

  private void refuse(List<String> annotations, Element element, String label, String reason) {
    for (String annotation : annotations) {
      Mark.on(element, annotation)
          .or(() -> Mark.on(element, annotation + Annotations.REPEATED))
          .ifPresent(
              mark ->
                  problems.add(
                      Texts.noEffect(
                          mark.site(),
                          annotation.substring(annotation.lastIndexOf('.') + 1),
                          label,
                          reason)));
    }
  }

  private boolean isService(TypeElement type) {
    return Mark.has(type, Annotations.REMOTE) || remoteMethods.isLifted(type);
  }

  private static boolean isMember(TypeElement type) {
    return type.getInterfaces().stream()
        .filter(DeclaredType.class::isInstance)
        .map(parent -> ((DeclaredType) parent).asElement())
        .anyMatch(parent -> parent.getModifiers().contains(Modifier.SEALED));
  }
}
