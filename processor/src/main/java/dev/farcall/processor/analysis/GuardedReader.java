package dev.farcall.processor.analysis;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import dev.farcall.policy.Settings;
import dev.farcall.policy.Traits;
import dev.farcall.processor.model.FallbackModel;
import dev.farcall.processor.model.GuardedMethodModel;
import dev.farcall.processor.model.GuardedMethodModel.Parameter;
import dev.farcall.processor.model.GuardedModel;
import dev.farcall.processor.model.MethodModel.Reply;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Parameterizable;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads interfaces of this process that have policies. */
final class GuardedReader {

  private static final List<String> LOCAL =
      List.of(
          Annotations.TIMEOUT,
          Annotations.RETRY,
          Annotations.CIRCUIT_BREAKER,
          Annotations.RATE_LIMIT,
          Annotations.BULKHEAD,
          Annotations.CONCURRENCY_LIMIT,
          Annotations.FALLBACK);

  private final Compilation compilation;
  private final Problems problems;
  private final RemoteMethods remoteMethods;
  private final PolicyReader policies;
  private final FallbackReader fallbacks;
  private final List<GuardedModel> read = new ArrayList<>();

  GuardedReader(Compilation compilation, Problems problems, RemoteMethods remoteMethods) {
    this.compilation = compilation;
    this.problems = problems;
    this.remoteMethods = remoteMethods;
    this.policies = new PolicyReader(problems);
    this.fallbacks = new FallbackReader(compilation, problems);
  }

  /** Reads a type and all it encloses, where they have policies. */
  void read(TypeElement type) {
    if (isGuarded(type)) {
      read.add(model(type));
    }
    for (TypeElement nested : ElementFilter.typesIn(type.getEnclosedElements())) {
      read(nested);
    }
  }

  /** What was read. */
  List<GuardedModel> guarded() {
    return read;
  }

  /** Whether an annotation has an effect on an interface of this process. */
  static boolean isLocal(String annotation) {
    return LOCAL.contains(annotation)
        || annotation.equals(Annotations.SAFE)
        || annotation.equals(Annotations.IDEMPOTENT);
  }

  /** Whether it is an interface of this process that has policies. */
  boolean isGuarded(TypeElement type) {
    if (type.getKind() != ElementKind.INTERFACE
        || Mark.has(type, Annotations.REMOTE)
        || remoteMethods.isLifted(type)) {
      return false;
    }
    return hasPolicies(type)
        || ElementFilter.methodsIn(type.getEnclosedElements()).stream()
            .anyMatch(GuardedReader::hasPolicies);
  }

  private static boolean hasPolicies(Element element) {
    return LOCAL.stream().anyMatch(annotation -> Mark.has(element, annotation));
  }

  private GuardedModel model(TypeElement type) {
    String flat = Names.flat(type);
    List<GuardedMethodModel> methods = new ArrayList<>();
    for (ExecutableElement method : remoteMethods.membersOf(type)) {
      methods.add(method(method, type));
    }
    return new GuardedModel(
        ClassName.get(type),
        ClassName.get(compilation.packageOf(type), flat + "Resilient"),
        variables(type),
        isPublic(type),
        ElementFilter.typesIn(compilation.elements().getAllMembers(type)).stream()
            .map(each -> each.getSimpleName().toString())
            .toList(),
        List.copyOf(methods),
        compilation.elements().isDeprecated(type),
        JavacSite.of(type));
  }

  private static boolean isPublic(TypeElement type) {
    for (Element each = type; each instanceof TypeElement; each = each.getEnclosingElement()) {
      if (!each.getModifiers().contains(Modifier.PUBLIC)) {
        return false;
      }
    }
    return true;
  }

  private GuardedMethodModel method(ExecutableElement method, TypeElement type) {
    ExecutableType member =
        (ExecutableType) compilation.types().asMemberOf((DeclaredType) type.asType(), method);
    String label = Names.label(type) + "." + method.getSimpleName();
    JavacSite via = compilation.isRoot(Enclosing.typeOf(method)) ? null : JavacSite.of(type);
    boolean idempotent =
        Mark.has(method, Annotations.IDEMPOTENT) || Mark.has(method, Annotations.SAFE);
    PolicyReader.Subject subject = new PolicyReader.Subject(label, via, member, true);
    Settings settings = Settings.NONE;
    Optional<FallbackModel> fallback = Optional.empty();
    if (endsLater(member.getReturnType())) {
      refuseOwn(method, subject);
    } else {
      settings =
          policies
              .read(
                  PolicyReader.Places.of(method, type),
                  subject,
                  Traits.local(idempotent, Shapes.reply(member.getReturnType()) != Reply.VALUE))
              .settings();
      fallback = fallbacks.read(method, type, member, subject);
    }
    return new GuardedMethodModel(
        method.getSimpleName().toString(),
        variables(method),
        parameters(method, member),
        method.isVarArgs(),
        TypeName.get(member.getReturnType()),
        Shapes.reply(member.getReturnType()),
        member.getThrownTypes().stream().map(TypeName::get).toList(),
        idempotent,
        settings,
        fallback,
        compilation.elements().isDeprecated(method));
  }

  /** Whether what a method returns begins, or ends, after it has returned, unseen by policies. */
  private static boolean endsLater(TypeMirror type) {
    Reply reply = Shapes.reply(type);
    return reply.isStream() || reply == Reply.SINGLE;
  }

  /** On the type, policies are meant for the other methods. */
  private void refuseOwn(ExecutableElement method, PolicyReader.Subject subject) {
    for (String annotation : LOCAL) {
      Mark.on(method, annotation)
          .ifPresent(
              mark ->
                  problems.add(
                      Texts.noEffect(
                          subject.site(mark.site()),
                          mark.simpleName(),
                          subject.label(),
                          "the "
                              + Shapes.spoken(subject.type().getReturnType())
                              + " that it returns begins when the call has ended. Return"
                              + " CompletionStage, or remove it")));
    }
  }

  private static List<TypeVariableName> variables(Parameterizable element) {
    List<TypeVariableName> variables = new ArrayList<>();
    for (TypeParameterElement each : element.getTypeParameters()) {
      variables.add(TypeVariableName.get(each));
    }
    return List.copyOf(variables);
  }

  private static List<Parameter> parameters(ExecutableElement method, ExecutableType member) {
    List<Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < member.getParameterTypes().size(); i++) {
      TypeMirror type = member.getParameterTypes().get(i);
      String name = method.getParameters().get(i).getSimpleName().toString();
      parameters.add(new Parameter(name, TypeName.get(type)));
    }
    return List.copyOf(parameters);
  }
}
