package dev.farcall.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.farcall.processor.model.FieldModel;
import dev.farcall.processor.model.MessageModel;
import dev.farcall.processor.model.MethodModel;
import dev.farcall.processor.model.MethodModel.Reply;
import dev.farcall.processor.model.ParameterModel;
import dev.farcall.processor.model.ParameterModel.HeaderRole;
import dev.farcall.processor.model.ParameterModel.PayloadRole;
import dev.farcall.processor.model.ParameterModel.StreamRole;
import dev.farcall.processor.model.SchemaModel;
import dev.farcall.processor.model.ServiceModel;
import dev.farcall.processor.model.StreamForm;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * Writes the dispatcher of a service: one handler for each of the client's constants, which unpacks
 * the request and calls the implementation.
 */
final class DispatcherEmitter {

  private static final TypeName ANY_HANDLER =
      ParameterizedTypeName.get(
          Core.HANDLER,
          WildcardTypeName.subtypeOf(Object.class),
          WildcardTypeName.subtypeOf(Object.class));

  private static final TypeName HANDLERS =
      ParameterizedTypeName.get(ClassName.get(List.class), ANY_HANDLER);

  private final SchemaModel schema;
  private final ServiceModel service;

  /** The service itself, or the one whose twin it is. */
  private final ServiceModel original;

  private final ClientNames names;

  private DispatcherEmitter(SchemaModel schema, ServiceModel service, ServiceModel original) {
    this.schema = schema;
    this.service = service;
    this.original = original;
    this.names = new ClientNames(service);
  }

  static GeneratedFile emit(SchemaModel schema, ServiceModel service) {
    return emit(schema, service, service);
  }

  /** That of a twin. */
  static GeneratedFile emit(SchemaModel schema, ServiceModel twin, ServiceModel original) {
    return Sources.file(
        twin.dispatcher(), new DispatcherEmitter(schema, twin, original).type(), twin.site());
  }

  private TypeSpec type() {
    TypeSpec.Builder type =
        begun()
            .addModifiers(Modifier.PUBLIC)
            .addSuperinterface(Core.DISPATCHER)
            .addJavadoc(
                "Answers the calls of {@link $T} with an implementation.", service.javaType())
            .addFields(AdaptedTypes.constants(service, names))
            .addField(service.javaType(), "implementation", Modifier.PRIVATE, Modifier.FINAL)
            .addField(HANDLERS, "handlers", Modifier.PRIVATE, Modifier.FINAL);
    if (service.deprecated()) {
      type.addAnnotation(Deprecated.class);
    }
    if (service.methods().stream().anyMatch(method -> !method.routes().isEmpty())) {
      type.addMethod(openApi());
    }
    return type.addMethod(constructor())
        .addMethod(
            getter("service", ClassName.get(String.class), CodeBlock.of("$S", service.fullName())))
        .addMethod(getter("handlers", HANDLERS, CodeBlock.of("handlers")))
        .addMethod(
            getter("schema", Core.FILE_SCHEMA, CodeBlock.of("$T.FILE", schema.schemaClass())))
        .addMethod(
            getter(
                "toString",
                ClassName.get(String.class),
                CodeBlock.of(
                    "$S + implementation + $S", service.dispatcher().simpleName() + "[", "]")))
        .build();
  }

  /** Other modules learn from that of a service where its schema is. */
  private TypeSpec.Builder begun() {
    return service.equals(original)
        ? Sources.codecClass(service.dispatcher(), service.fullName(), schema)
        : Sources.finalClass(service.dispatcher());
  }

  private MethodSpec constructor() {
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("Binds each method to the implementation, which many threads may call at once.")
        .addParameter(service.javaType(), "implementation")
        .addStatement(
            "$T.requireVersion($L, $S)",
            Core.GENERATED_CODE,
            Core.VERSION,
            service.dispatcher().canonicalName())
        .addStatement(
            "this.implementation = $T.requireNonNull(implementation, $S)",
            Objects.class,
            "implementation")
        // Without the type, javac infers those of all handlers together, in quadratic time.
        .addStatement(
            "this.handlers = $T.<$T>of(\n$L)",
            List.class,
            ANY_HANDLER,
            service.methods().stream().map(this::handler).collect(CodeBlock.joining(",\n")))
        .build();
  }

  private CodeBlock handler(MethodModel method) {
    CodeBlock returned =
        CodeBlock.of("implementation.$N($L)", method.javaName(), arguments(method));
    CodeBlock call = AdaptedTypes.ours(method, returned, names);
    CodeBlock body =
        method.returnType().equals(TypeName.VOID)
            ? CodeBlock.of("{\n$>$L;\nreturn null;\n$<}", call)
            : call;
    return CodeBlock.of(
        "$T.$L(\n$>$>$T.$N,\n($L, context) -> $L)$<$<",
        Core.HANDLER,
        kind(method),
        service.client(),
        names.constant(method),
        method.elements().isPresent() ? "elements" : "request",
        body);
  }

  private static String kind(MethodModel method) {
    return switch (method.kind()) {
      case UNARY ->
          method.reply() != Reply.VALUE
              ? "async"
              : method.nonBlocking() ? "nonBlocking" : "blocking";
      case SERVER_STREAMING ->
          method.reply() == Reply.STREAM ? "blockingServerStream" : "serverStream";
      case CLIENT_STREAMING ->
          method.reply() == Reply.VALUE ? "blockingClientStream" : "clientStream";
      case BIDI_STREAMING -> "bidiStream";
    };
  }

  /** The stream that an implementation takes. */
  private CodeBlock elements(ParameterModel parameter, StreamForm form) {
    return switch (form) {
      case PUBLISHER -> CodeBlock.of("elements");
      case STREAM -> CodeBlock.of("$T.blocking(elements)", Core.STREAMS);
      case ADAPTED -> {
        TypeName type = parameter.type();
        yield CodeBlock.of("$N.<$T>from(elements)", names.adapted(type), type);
      }
    };
  }

  private CodeBlock arguments(MethodModel method) {
    Iterator<String> components = components(method).iterator();
    List<CodeBlock> arguments = new ArrayList<>();
    for (ParameterModel parameter : method.parameters()) {
      if (parameter.role() instanceof PayloadRole) {
        arguments.add(
            method.requestIsParameter()
                ? CodeBlock.of("request")
                : CodeBlock.of("request.$N()", components.next()));
      } else if (parameter.role() instanceof StreamRole role) {
        arguments.add(elements(parameter, role.form()));
      } else if (parameter.role() instanceof HeaderRole role) {
        arguments.add(HeaderText.read(role));
      } else {
        arguments.add(CodeBlock.of("context"));
      }
    }
    return CodeBlock.join(arguments, ", ");
  }

  /** The components of the request's record, in the order of the parameters. */
  private List<String> components(MethodModel method) {
    return schema.messages().stream()
        .filter(message -> message.fullName().equals(method.request().fullName()))
        .map(MessageModel::body)
        .flatMap(body -> body.fields().stream())
        .map(FieldModel::javaName)
        .toList();
  }

  /** A module's resources are found by its own classes only. */
  private MethodSpec openApi() {
    TypeName found =
        ParameterizedTypeName.get(ClassName.get(Optional.class), ClassName.get(InputStream.class));
    return getter(
        "openApi",
        found,
        CodeBlock.of(
            "$T.ofNullable(\n$T.class.getResourceAsStream($S))",
            Optional.class,
            original.dispatcher(),
            OpenApiEmitter.fileName(original)));
  }

  private static MethodSpec getter(String name, TypeName type, CodeBlock value) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(type)
        .addStatement("return $L", value)
        .build();
  }
}
