package dev.farcall.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.farcall.call.Kind;
import dev.farcall.policy.Explanation;
import dev.farcall.processor.model.ErrorModel;
import dev.farcall.processor.model.HashKeyModel;
import dev.farcall.processor.model.MethodModel;
import dev.farcall.processor.model.ParameterModel;
import dev.farcall.processor.model.ServiceModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * Writes the client of a service: constants say what is known of each method, the constructor binds
 * them, a method makes its call. The constants are the dispatcher's too.
 */
final class ClientEmitter {

  private static final CodeBlock NOTHING = CodeBlock.of("");

  private final ServiceModel service;

  /** The service itself, or the one whose twin it is: it has the classes of the routes. */
  private final ServiceModel original;

  private final ClientNames names;
  private final FallbackCalls fallbacks;
  private final ClientCalls calls;

  private ClientEmitter(ServiceModel service, ServiceModel original) {
    this.service = service;
    this.original = original;
    this.names = new ClientNames(service);
    this.fallbacks =
        new FallbackCalls(
            service.javaType(),
            service.methods().stream()
                .map(MethodModel::fallback)
                .flatMap(Optional::stream)
                .toList(),
            service.methods().stream().map(names::caller).toList());
    this.calls = new ClientCalls(names, fallbacks);
  }

  static GeneratedFile emit(ServiceModel service) {
    return emit(service, service);
  }

  /** That of a twin. */
  static GeneratedFile emit(ServiceModel twin, ServiceModel original) {
    return Sources.file(twin.client(), new ClientEmitter(twin, original).type(), twin.site());
  }

  private TypeSpec type() {
    TypeSpec.Builder type =
        Sources.finalClass(service.client())
            .addModifiers(Modifier.PUBLIC)
            .addSuperinterface(service.javaType())
            .addJavadoc(
                "Calls {@link $T} on a remote peer. Safe for many threads.", service.javaType());
    if (service.deprecated()) {
      type.addAnnotation(Deprecated.class);
    }
    type.alwaysQualify(service.memberTypes().toArray(String[]::new));
    AdaptedTypes.constants(service, names).forEach(type::addField);
    service.methods().forEach(method -> type.addField(constant(method)));
    service.methods().forEach(method -> type.addField(caller(method)));
    fallbacks.fields().forEach(type::addField);
    type.addMethod(constructor());
    service.methods().forEach(method -> type.addMethod(method(method)));
    return type.addMethod(print()).build();
  }

  private FieldSpec constant(MethodModel method) {
    CodeBlock.Builder value =
        CodeBlock.builder()
            .add("$T.$L(\n$>$>$>$>", Core.OPERATION, isStream(method) ? "of" : "unary")
            .add(isStream(method) ? CodeBlock.of("$T.$L,\n", Core.KIND, method.kind()) : NOTHING)
            .add("$S,\n$S,\n", service.fullName(), method.rpcName())
            .add("$T.INSTANCE,\n", method.request().codec())
            .add("$T.INSTANCE)\n$<$<", method.response().codec());
    if (method.safe()) {
      value.add(".safe()\n");
    } else if (method.idempotent()) {
      value.add(".idempotent()\n");
    }
    List<CodeBlock> settings = settings(method);
    if (!settings.isEmpty()) {
      value.add(".policies(\n$>$>$L)\n$<$<", CodeBlock.join(settings, ",\n"));
    }
    if (method.detached()) {
      value.add(".detached()\n");
    }
    method.hashKey().ifPresent(key -> value.add("$L\n", hashKey(key)));
    if (!method.errors().isEmpty()) {
      value.add(
          ".errors(\n$>$>$L)\n$<$<",
          method.errors().stream().map(ClientEmitter::error).collect(CodeBlock.joining(",\n")));
    }
    if (!method.routes().isEmpty()) {
      value.add(".routes($T.of($L))\n", List.class, routes(method));
    }
    return FieldSpec.builder(
            typed(Core.OPERATION, method), names.constant(method), Modifier.STATIC, Modifier.FINAL)
        .initializer(value.add(".build()$<$<").build())
        .build();
  }

  private CodeBlock routes(MethodModel method) {
    List<CodeBlock> routes = new ArrayList<>();
    for (int i = 0; i < method.routes().size(); i++) {
      routes.add(CodeBlock.of("new $T()", RouteNames.route(original, method, i)));
    }
    return CodeBlock.join(routes, ",$W");
  }

  private static CodeBlock hashKey(HashKeyModel key) {
    return CodeBlock.of(
        ".hashKey(request -> $T.of(request.$N()$L))",
        Core.HASHING,
        key.component(),
        key.optional() ? ".orElse(null)" : "");
  }

  private static List<CodeBlock> settings(MethodModel method) {
    List<CodeBlock> settings = new ArrayList<>();
    method
        .policies()
        .all()
        .forEach((name, said) -> settings.add(CodeBlock.of("$S, $S", name, said.value())));
    method
        .fallback()
        .map(Limits::text)
        .ifPresent(text -> settings.add(CodeBlock.of("$S, $S", Explanation.FALLBACK, text)));
    return settings;
  }

  private static CodeBlock error(ErrorModel error) {
    CodeBlock.Builder value =
        CodeBlock.builder()
            .add(
                "new $T<>($T.class, $T.$L, $S, $T.INSTANCE",
                Core.DECLARED_ERROR,
                error.javaType(),
                Core.CODE,
                Names.identifier(error.code()),
                error.reason(),
                error.message().codec());
    error
        .retryAfter()
        .ifPresent(delay -> value.add(", $T.ofMillis($L)", Duration.class, delay.toMillis()));
    return value.add(")").build();
  }

  private FieldSpec caller(MethodModel method) {
    return FieldSpec.builder(
            typed(isStream(method) ? Core.STREAM_CALLER : Core.CALLER, method),
            names.caller(method),
            Modifier.PRIVATE,
            Modifier.FINAL)
        .build();
  }

  private static boolean isStream(MethodModel method) {
    return method.kind() != Kind.UNARY;
  }

  private static TypeName typed(ClassName raw, MethodModel method) {
    return ParameterizedTypeName.get(
        raw, method.request().javaType().box(), method.response().javaType().box());
  }

  private MethodSpec constructor() {
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc("Binds each method to the peer.")
            .addParameter(Core.PEER, "peer")
            .addStatement(
                "$T.requireVersion($L, $S)",
                Core.GENERATED_CODE,
                Core.VERSION,
                service.client().canonicalName());
    for (MethodModel method : service.methods()) {
      constructor.addStatement(
          "this.$N = peer.$L($N)",
          names.caller(method),
          isStream(method) ? "bindStream" : "bind",
          names.constant(method));
    }
    return constructor.build();
  }

  private MethodSpec method(MethodModel method) {
    MethodSpec.Builder spec =
        MethodSpec.methodBuilder(method.javaName())
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc(
                "{@code $L}$L: $L.", method.rpcName(), paths(method), Limits.describe(method))
            .returns(method.returnType())
            .addExceptions(method.exceptions());
    if (method.deprecated()) {
      spec.addAnnotation(Deprecated.class)
          .addJavadoc("\n\n@deprecated as in {@link $T}.\n", service.javaType());
    }
    for (ParameterModel parameter : method.parameters()) {
      spec.addParameter(parameter.type(), parameter.name());
    }
    spec.varargs(method.varargs());
    calls.add(spec, method);
    return spec.build();
  }

  /** As in {@code , GET /v1/users/{id}}, for Javadoc. */
  private static String paths(MethodModel method) {
    return method.routes().stream()
        .map(route -> ", {@code " + route.verb() + " " + route.template() + "}")
        .collect(Collectors.joining());
  }

  private MethodSpec print() {
    CodeBlock.Builder text = CodeBlock.builder().add("$S", service.client().simpleName());
    for (MethodModel method : service.methods()) {
      text.add("\n+ \"\\n  \" + $N", names.caller(method));
    }
    return MethodSpec.methodBuilder("toString")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("The stack of each method.")
        .returns(String.class)
        .addStatement("return $L", text.build())
        .build();
  }
}
