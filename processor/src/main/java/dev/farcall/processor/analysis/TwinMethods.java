package dev.farcall.processor.analysis;

import com.palantir.javapoet.TypeName;
import dev.farcall.policy.Traits;
import dev.farcall.processor.model.MethodModel;
import dev.farcall.processor.model.ParameterModel;
import dev.farcall.processor.model.ParameterModel.ContextRole;
import dev.farcall.processor.model.ParameterModel.HeaderRole;
import dev.farcall.processor.model.ParameterModel.PayloadRole;
import dev.farcall.processor.model.ParameterModel.Role;
import dev.farcall.processor.model.ParameterModel.StreamRole;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.ServiceModel;
import dev.farcall.processor.model.Site;
import dev.farcall.processor.model.StreamForm;
import dev.farcall.processor.model.Texts;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads the methods of a twin: each is one of the service, but for its shape. */
final class TwinMethods {

  /** What is said once, where the service is declared. */
  private static final List<String> OF_SCHEMA =
      List.of(
          Annotations.HTTP,
          Annotations.GET,
          Annotations.POST,
          Annotations.PUT,
          Annotations.PATCH,
          Annotations.DELETE,
          Annotations.STATUS,
          Annotations.ENCODING,
          Annotations.TAG,
          Annotations.WAS,
          Annotations.JSON,
          Annotations.QUERY,
          Annotations.BODY,
          Annotations.HASH_KEY);

  private final Compilation compilation;
  private final Problems problems;
  private final MethodReader methods;
  private final StreamRules streams;
  private final TwinLikeness likeness;
  private final PolicyReader policies;
  private final FallbackReader fallbacks;
  private final Docs docs;

  TwinMethods(Compilation compilation, Problems problems, MethodReader methods) {
    this.compilation = compilation;
    this.problems = problems;
    this.methods = methods;
    this.streams = new StreamRules(problems);
    this.likeness = new TwinLikeness(problems);
    this.policies = new PolicyReader(problems);
    this.fallbacks = new FallbackReader(compilation, problems);
    this.docs = new Docs(compilation.elements());
  }

  /**
   * A method and the one that it is in another shape.
   *
   * @param original null if there is none of its RPC's name
   */
  record Pair(
      ExecutableElement method,
      TypeElement twin,
      @Nullable ExecutableElement original,
      TypeElement service) {}

  /** Tells of what a twin says of paths. */
  void refuseHttp(TypeElement twin, ServiceNames names, TypeElement service) {
    refuse(twin, names.label(), names.scope(), service);
  }

  /** The method, or nothing if it is none of the service, which is then told. */
  Optional<MethodModel> read(Pair pair, ServiceNames names, ServiceModel service) {
    MethodReader.Call call = methods.call(pair.method(), pair.twin(), names);
    if (!pair.method().getTypeParameters().isEmpty()) {
      problems.add(Texts.generic(call.scope().site(pair.method()), call.label()));
      return Optional.empty();
    }
    Optional<MethodModel> original =
        service.methods().stream().filter(each -> each.rpcName().equals(call.rpc())).findFirst();
    if (original.isEmpty()) {
      refuse(pair, call, service);
      return Optional.empty();
    }
    refuseSchema(call, pair.service());
    return streams.fit(call)
            && likeness.isSame(call, parameters(call, original.get()), original.get(), service)
        ? Optional.of(model(call, pair, original.get()))
        : Optional.empty();
  }

  /** What is wrong with a method of this module has been told, so that it is known to be there. */
  private void refuse(Pair pair, MethodReader.Call call, ServiceModel service) {
    Site site = call.scope().site(pair.method());
    ExecutableElement original = pair.original();
    if (original == null) {
      problems.add(
          Texts.noTwinMethod(
              site,
              call.label(),
              call.rpc(),
              Names.label(pair.service()),
              service.methods().stream()
                  .map(MethodModel::rpcName)
                  .collect(Collectors.joining(", "))));
    } else if (Parameters.areNameless(original)) {
      problems.add(
          Texts.noParameterNames(
              site,
              Enclosing.typeOf(original).getQualifiedName() + "." + original.getSimpleName()));
    }
  }

  private void refuseSchema(MethodReader.Call call, TypeElement service) {
    refuse(call.method(), call.label(), call.scope(), service);
    Mark.on(call.method(), Annotations.RPC)
        .filter(mark -> mark.flag("wrap"))
        .ifPresent(
            mark ->
                problems.add(
                    Texts.noEffect(
                        call.scope().site(mark.site("wrap")),
                        "Rpc(wrap)",
                        call.label(),
                        instead(service))));
    for (VariableElement parameter : call.method().getParameters()) {
      Use use = RequestReader.use(parameter, call);
      refuse(parameter, use.label(), call.scope(), service);
    }
  }

  private void refuse(Element element, String label, Scope scope, TypeElement service) {
    for (String annotation : OF_SCHEMA) {
      Mark.on(element, annotation)
          .or(() -> Mark.on(element, annotation + Annotations.REPEATED))
          .ifPresent(
              mark ->
                  problems.add(
                      Texts.noEffect(
                          scope.site(mark.site()),
                          annotation.substring(annotation.lastIndexOf('.') + 1),
                          label,
                          instead(service))));
    }
  }

  private static String instead(TypeElement service) {
    return "that of " + Names.label(service) + " holds for its twins. Remove it";
  }

  /** Its parameters; as headers they are read as those of the original, which have been judged. */
  private List<ParameterModel> parameters(MethodReader.Call call, MethodModel original) {
    Iterator<HeaderRole> headers =
        original.parameters().stream()
            .map(ParameterModel::role)
            .filter(HeaderRole.class::isInstance)
            .map(HeaderRole.class::cast)
            .iterator();
    List<ParameterModel> parameters = new ArrayList<>();
    for (int i = 0; i < call.method().getParameters().size(); i++) {
      VariableElement element = call.method().getParameters().get(i);
      TypeMirror type = call.type().getParameterTypes().get(i);
      String name = element.getSimpleName().toString();
      parameters.add(
          new ParameterModel(
              name,
              TypeName.get(type),
              role(type, RequestReader.use(element, call), headers),
              docs.ofParameter(call.method(), name)));
    }
    return List.copyOf(parameters);
  }

  private static Role role(TypeMirror type, Use use, Iterator<HeaderRole> headers) {
    Optional<Mark> header = use.mark(Annotations.HEADER);
    if (header.isPresent()) {
      String name = header.get().text("value");
      HeaderRole known = headers.hasNext() ? headers.next() : null;
      return known != null && known.header().equals(name) ? known : Headers.unread(name);
    }
    if (!RequestReader.isData(type, use)) {
      return new ContextRole();
    }
    Optional<StreamForm> stream = Shapes.stream(type);
    return stream.isPresent() ? new StreamRole(stream.get()) : new PayloadRole();
  }

  private MethodModel model(MethodReader.Call call, Pair pair, MethodModel original) {
    ExecutableElement method = call.method();
    boolean safe = original.safe() || Mark.has(method, Annotations.SAFE);
    boolean idempotent = safe || original.idempotent() || Mark.has(method, Annotations.IDEMPOTENT);
    PolicyReader.Subject subject =
        new PolicyReader.Subject(call.label(), call.scope().via(), call.type(), false);
    PolicyReader.Places places = PolicyReader.Places.of(method, pair.twin());
    if (pair.original() != null) {
      places = places.inheriting(PolicyReader.Places.of(pair.original(), pair.service()));
    }
    Traits traits =
        new Traits(idempotent, original.kind().requestStream(), original.kind().responseStream());
    PolicyReader.MethodPolicies policy = policies.read(places, subject, traits);
    return new MethodModel(
        method.getSimpleName().toString(),
        original.rpcName(),
        parameters(call, original),
        method.isVarArgs(),
        TypeName.get(call.type().getReturnType()),
        Shapes.reply(call.type().getReturnType()),
        original.request(),
        original.requestIsParameter(),
        original.response(),
        MethodReader.exceptions(call.type()),
        original.errors(),
        safe,
        idempotent,
        policy.nonBlocking(),
        policy.settings(),
        fallbacks.read(method, pair.twin(), call.type(), subject),
        original.hashKey(),
        policy.detached(),
        original.routes(),
        docs.of(method),
        compilation.elements().isDeprecated(method),
        call.scope().site(method));
  }
}
