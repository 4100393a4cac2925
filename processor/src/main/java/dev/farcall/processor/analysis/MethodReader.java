package dev.farcall.processor.analysis;

import static java.util.stream.Collectors.toSet;

import com.palantir.javapoet.TypeName;
import dev.farcall.policy.Traits;
import dev.farcall.processor.analysis.RouteMarks.VerbMark;
import dev.farcall.processor.model.ErrorModel;
import dev.farcall.processor.model.FallbackModel;
import dev.farcall.processor.model.HashKeyModel;
import dev.farcall.processor.model.MessageRef;
import dev.farcall.processor.model.MethodModel;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.Texts;
import dev.farcall.route.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;

/** Reads a method as an RPC. */
final class MethodReader {

  private final Compilation compilation;
  private final Problems problems;
  private final RequestReader requests;
  private final ReplyReader replies;
  private final ErrorReader errors;
  private final StreamRules streams;
  private final PolicyReader policies;
  private final FallbackReader fallbacks;
  private final HashKeyReader hashKeys;
  private final Routes routes;
  private final Docs docs;

  MethodReader(
      Compilation compilation,
      Problems problems,
      RequestReader requests,
      ReplyReader replies,
      ErrorReader errors,
      Routes routes) {
    this.compilation = compilation;
    this.problems = problems;
    this.requests = requests;
    this.replies = replies;
    this.errors = errors;
    this.routes = routes;
    this.streams = new StreamRules(problems);
    this.policies = new PolicyReader(problems);
    this.fallbacks = new FallbackReader(compilation, problems);
    this.hashKeys = new HashKeyReader(problems);
    this.docs = new Docs(compilation.elements());
  }

  /**
   * What is being read.
   *
   * @param type the method as a member of the service, type variables resolved
   * @param label {@code OrderService.get}
   * @param rpc the RPC's name
   * @param wrap whether {@code @Rpc(wrap = true)} says so
   */
  record Call(
      ExecutableElement method,
      ExecutableType type,
      ServiceNames service,
      String label,
      String rpc,
      boolean wrap,
      Scope scope) {

    /** The beginning of the names of its own request and response in Java. */
    String flat() {
      return service.flat() + rpc;
    }
  }

  /** Whether a call may be made twice, by its marks or its verb. */
  private record Repetition(boolean safe, boolean idempotent) {

    static Repetition of(Call call) {
      Set<Verb> verbs = RouteMarks.verbs(call).stream().map(VerbMark::verb).collect(toSet());
      boolean safe = Mark.has(call.method(), Annotations.SAFE) || verbs.contains(Verb.GET);
      boolean repeatable = verbs.contains(Verb.PUT) || verbs.contains(Verb.DELETE);
      return new Repetition(
          safe, safe || repeatable || Mark.has(call.method(), Annotations.IDEMPOTENT));
    }
  }

  /** The RPC, or nothing if a part of it cannot be sent, which is then told. */
  Optional<MethodModel> read(ExecutableElement method, TypeElement service, ServiceNames names) {
    Call call = call(method, service, names);
    if (!method.getTypeParameters().isEmpty()) {
      problems.add(Texts.generic(call.scope().site(method), call.label()));
      return Optional.empty();
    }
    if (Parameters.areNameless(method)) {
      TypeElement owner = Enclosing.typeOf(method);
      problems.add(
          Texts.noParameterNames(
              call.scope().site(method), owner.getQualifiedName() + "." + method.getSimpleName()));
      return Optional.empty();
    }
    if (!streams.fit(call)) {
      return Optional.empty();
    }
    RequestReader.Request request = requests.read(call);
    Optional<ReplyReader.Result> reply = replies.read(call);
    List<ErrorModel> declared = errors.read(call);
    Repetition repetition = Repetition.of(call);
    PolicyReader.Subject subject =
        new PolicyReader.Subject(call.label(), call.scope().via(), call.type(), false);
    Traits traits = traits(call, repetition);
    PolicyReader.MethodPolicies policy =
        policies.read(PolicyReader.Places.of(method, service), subject, traits);
    Optional<FallbackModel> fallback = fallbacks.read(method, service, call.type(), subject);
    Optional<HashKeyModel> hashKey = hashKeys.read(call, request.parameters());
    Optional<MethodModel> model =
        reply.flatMap(
            result ->
                request
                    .message()
                    .map(
                        message ->
                            model(
                                call,
                                request,
                                message,
                                result,
                                declared,
                                repetition,
                                policy,
                                fallback,
                                hashKey)));
    model.ifPresent(read -> routes.note(read, RouteMarks.of(call, service, read)));
    return model;
  }

  private static Traits traits(Call call, Repetition repetition) {
    boolean takesStream =
        call.type().getParameterTypes().stream().anyMatch(type -> Shapes.stream(type).isPresent());
    return new Traits(
        repetition.idempotent(), takesStream, Shapes.reply(call.type().getReturnType()).isStream());
  }

  private MethodModel model(
      Call call,
      RequestReader.Request request,
      MessageRef message,
      ReplyReader.Result result,
      List<ErrorModel> declared,
      Repetition repetition,
      PolicyReader.MethodPolicies policy,
      Optional<FallbackModel> fallback,
      Optional<HashKeyModel> hashKey) {
    ExecutableElement method = call.method();
    return new MethodModel(
        method.getSimpleName().toString(),
        call.rpc(),
        request.parameters(),
        method.isVarArgs(),
        TypeName.get(call.type().getReturnType()),
        result.reply(),
        message,
        request.isParameter(),
        result.message(),
        exceptions(call.type()),
        declared,
        repetition.safe(),
        repetition.idempotent(),
        policy.nonBlocking(),
        policy.settings(),
        fallback,
        hashKey,
        policy.detached(),
        List.of(),
        docs.of(method),
        compilation.elements().isDeprecated(method),
        call.scope().site(method));
  }

  /** A method as a member of an interface. */
  Call call(ExecutableElement method, TypeElement service, ServiceNames names) {
    String name = method.getSimpleName().toString();
    String label = names.label() + "." + name;
    Optional<Mark> rpc = Mark.on(method, Annotations.RPC);
    TypeElement owner = Enclosing.typeOf(method);
    Scope scope =
        compilation.isRoot(owner)
            ? names.scope()
            : new Scope(names.scope().home(), JavacSite.of(service));
    return new Call(
        method,
        (ExecutableType) compilation.types().asMemberOf((DeclaredType) service.asType(), method),
        names,
        label,
        rpcName(rpc, name, label, scope),
        rpc.map(mark -> mark.flag("wrap")).orElse(false),
        scope);
  }

  /** The name of a method's RPC, if it is one. */
  static String rpcName(ExecutableElement method) {
    String given = Mark.on(method, Annotations.RPC).map(mark -> mark.text("name")).orElse("");
    return Names.isIdentifier(given) ? given : Names.upperCamel(method.getSimpleName().toString());
  }

  private String rpcName(Optional<Mark> rpc, String method, String label, Scope scope) {
    String given = rpc.map(mark -> mark.text("name")).orElse("");
    if (given.isEmpty()) {
      return Names.upperCamel(method);
    }
    if (!Names.isIdentifier(given)) {
      problems.add(
          Texts.badRpc(
              scope.site(rpc.orElseThrow().site("name")),
              label,
              "'" + given + "' is no name (expected: an identifier in upper camel case)"));
      return Names.upperCamel(method);
    }
    return given;
  }

  static List<TypeName> exceptions(ExecutableType type) {
    List<TypeName> exceptions = new ArrayList<>();
    for (TypeMirror thrown : type.getThrownTypes()) {
      exceptions.add(TypeName.get(thrown));
    }
    return List.copyOf(exceptions);
  }
}
