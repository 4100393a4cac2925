package dev.farcall.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.farcall.processor.model.FallbackModel;
import dev.farcall.processor.model.MethodModel;
import dev.farcall.processor.model.MethodModel.Reply;
import dev.farcall.processor.model.ParameterModel;
import dev.farcall.processor.model.ParameterModel.ContextRole;
import dev.farcall.processor.model.ParameterModel.HeaderRole;
import dev.farcall.processor.model.ParameterModel.PayloadRole;
import java.util.List;
import java.util.Optional;

/** Writes the bodies of a client's methods. */
final class ClientCalls {

  private final ClientNames names;
  private final FallbackCalls fallbacks;

  ClientCalls(ClientNames names, FallbackCalls fallbacks) {
    this.names = names;
    this.fallbacks = fallbacks;
  }

  /** Adds what calls, and what answers in place of a call that failed. */
  void add(MethodSpec.Builder spec, MethodModel method) {
    String statement = method.returnType().equals(TypeName.VOID) ? "$L" : "return $L";
    if (method.fallback().isEmpty() || method.reply() != Reply.VALUE) {
      spec.addStatement(statement, within(method, promised(method)));
      return;
    }
    String failed = failed(method);
    spec.beginControlFlow("try")
        .addStatement(statement, within(method, call(method)))
        .nextControlFlow("catch ($T $N)", Throwable.class, failed)
        .beginControlFlow("if (!$T.fallsBack($N))", Core.GENERATED_CODE, failed)
        .addStatement("throw $N", failed)
        .endControlFlow()
        .addStatement(statement, fallback(method, method.fallback().get()))
        .endControlFlow();
  }

  private static CodeBlock within(MethodModel method, CodeBlock call) {
    return method.parameters().stream()
        .filter(parameter -> parameter.role() instanceof ContextRole)
        .findFirst()
        .map(
            context ->
                CodeBlock.of("$T.within($N, () -> $L)", Core.GENERATED_CODE, context.name(), call))
        .orElse(call);
  }

  /** The call with its fallback, in the type that the method returns. */
  private CodeBlock promised(MethodModel method) {
    Optional<FallbackModel> fallback = method.fallback();
    CodeBlock call =
        fallback.isEmpty()
            ? call(method)
            : CodeBlock.of(
                "$T.orElse($L, $N -> $L)",
                method.reply().isStream() ? Core.STREAMS : Core.GENERATED_CODE,
                call(method),
                failed(method),
                AdaptedTypes.ours(method, fallback(method, fallback.get()), names));
    return switch (method.reply()) {
      case SINGLE -> CodeBlock.of("$N.from(() -> $L)", names.adapted(method.returnType()), call);
      case ADAPTED_STREAM -> CodeBlock.of("$N.from($L)", names.adapted(method.returnType()), call);
      default -> call;
    };
  }

  private CodeBlock fallback(MethodModel method, FallbackModel fallback) {
    return fallbacks.call(fallback, parameters(method), failed(method));
  }

  private static String failed(MethodModel method) {
    return FallbackCalls.free("failed", parameters(method));
  }

  private static List<String> parameters(MethodModel method) {
    return method.parameters().stream().map(ParameterModel::name).toList();
  }

  private CodeBlock call(MethodModel method) {
    String caller = names.caller(method);
    boolean shadowed = parameters(method).contains(caller);
    List<CodeBlock> headers =
        method.parameters().stream()
            .filter(parameter -> parameter.role() instanceof HeaderRole)
            .map(parameter -> HeaderText.write(parameter, (HeaderRole) parameter.role()))
            .toList();
    CodeBlock metadata =
        headers.isEmpty()
            ? CodeBlock.of("")
            : CodeBlock.of(", new $T()$L.metadata()", Core.HEADERS, CodeBlock.join(headers, ""));
    return CodeBlock.of(
        "$L$N.$L($L$L)",
        shadowed ? "this." : "",
        caller,
        way(method),
        method.elements().map(this::elements).orElseGet(() -> request(method)),
        metadata);
  }

  private static String way(MethodModel method) {
    return switch (method.kind()) {
      case UNARY -> method.reply() == Reply.VALUE ? "call" : "start";
      case SERVER_STREAMING -> method.reply() == Reply.STREAM ? "stream" : "publish";
      case CLIENT_STREAMING -> method.reply() == Reply.VALUE ? "callWith" : "startWith";
      case BIDI_STREAMING -> "publishWith";
    };
  }

  private CodeBlock elements(ParameterModel parameter) {
    return AdaptedTypes.isAdapted(parameter)
        ? CodeBlock.of("$N.publisher($N)", names.adapted(parameter.type()), parameter.name())
        : CodeBlock.of("$N", parameter.name());
  }

  private static CodeBlock request(MethodModel method) {
    CodeBlock payload =
        method.parameters().stream()
            .filter(parameter -> parameter.role() instanceof PayloadRole)
            .map(parameter -> CodeBlock.of("$N", parameter.name()))
            .collect(CodeBlock.joining(", "));
    return method.requestIsParameter()
        ? payload
        : CodeBlock.of("new $T($L)", method.request().javaType(), payload);
  }
}
