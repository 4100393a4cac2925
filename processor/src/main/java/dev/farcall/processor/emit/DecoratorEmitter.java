package dev.farcall.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import dev.farcall.policy.Explanation;
import dev.farcall.processor.model.FallbackModel;
import dev.farcall.processor.model.GuardedMethodModel;
import dev.farcall.processor.model.GuardedMethodModel.Parameter;
import dev.farcall.processor.model.GuardedModel;
import dev.farcall.processor.model.MethodModel.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * Writes the decorator of an interface of this process: each method is one flat piece of code that
 * keeps its policies around the call of another implementation.
 */
final class DecoratorEmitter {

  private static final ClassName LOCAL_POLICIES = ClassName.get("dev.farcall", "LocalPolicies");
  private static final ClassName TIME = ClassName.get("dev.farcall.time", "Time");
  private static final ClassName GUARD = ClassName.get("dev.farcall.resilience", "LocalGuard");
  private static final ClassName PERMIT = ClassName.get("dev.farcall.resilience", "Permit");
  private static final ClassName LIMITS = ClassName.get("dev.farcall.resilience", "CallLimits");

  private final GuardedModel model;
  private final NameAllocator names = new NameAllocator();
  private final FallbackCalls fallbacks;
  private final String target;
  private final String policies;

  private DecoratorEmitter(GuardedModel model) {
    this.model = model;
    this.target = names.newName("target", "the target");
    this.policies = names.newName("policies", "the policies");
    List<String> taken = new ArrayList<>(List.of(target, policies));
    for (GuardedMethodModel method : guarded()) {
      taken.add(names.newName(method.javaName(), method));
    }
    this.fallbacks =
        new FallbackCalls(
            model.javaType(),
            model.methods().stream()
                .map(GuardedMethodModel::fallback)
                .flatMap(Optional::stream)
                .toList(),
            taken);
  }

  static GeneratedFile emit(GuardedModel model) {
    return Sources.file(model.decorator(), new DecoratorEmitter(model).type(), model.site());
  }

  private List<GuardedMethodModel> guarded() {
    return model.methods().stream().filter(GuardedMethodModel::isGuarded).toList();
  }

  private TypeName type(ClassName raw) {
    return model.typeVariables().isEmpty()
        ? raw
        : ParameterizedTypeName.get(raw, model.typeVariables().toArray(TypeVariableName[]::new));
  }

  private TypeSpec type() {
    TypeSpec.Builder type =
        Sources.finalClass(model.decorator())
            .addTypeVariables(model.typeVariables())
            .addSuperinterface(type(model.javaType()))
            .addJavadoc(
                "Keeps the policies of {@link $T} around another implementation of it. Safe for"
                    + " many threads, if that is.",
                model.javaType());
    if (model.isPublic()) {
      type.addModifiers(Modifier.PUBLIC);
    }
    if (model.deprecated()) {
      type.addAnnotation(Deprecated.class);
    }
    type.alwaysQualify(model.memberTypes().toArray(String[]::new));
    type.addField(type(model.javaType()), target, Modifier.PRIVATE, Modifier.FINAL);
    type.addField(LOCAL_POLICIES, policies, Modifier.PRIVATE, Modifier.FINAL);
    for (GuardedMethodModel method : guarded()) {
      type.addField(
          FieldSpec.builder(
                  LOCAL_POLICIES.nestedClass("Method"),
                  names.get(method),
                  Modifier.PRIVATE,
                  Modifier.FINAL)
              .build());
    }
    fallbacks.fields().forEach(type::addField);
    type.addMethod(shortConstructor()).addMethod(constructor());
    model.methods().forEach(method -> type.addMethod(method(method)));
    return type.addMethod(policies()).addMethod(print()).build();
  }

  private MethodSpec.Builder anyConstructor(String doc) {
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addJavadoc(doc)
            .addParameter(type(model.javaType()), "target");
    return model.isPublic() ? constructor.addModifiers(Modifier.PUBLIC) : constructor;
  }

  private MethodSpec shortConstructor() {
    return anyConstructor("Around an implementation, in the time of this JVM.")
        .addStatement("this(target, $T.system())", TIME)
        .build();
  }

  private MethodSpec constructor() {
    MethodSpec.Builder constructor =
        anyConstructor(
                "Around an implementation, on another clock.\n\n@throws IllegalStateException if"
                    + " what is configured cannot be kept\n")
            .addParameter(TIME, "time")
            .addStatement(
                "this.$N = $T.requireNonNull(target, $S)", target, Objects.class, "target")
            .addStatement(
                "this.$N = $T.of($T.class, time)", policies, LOCAL_POLICIES, model.javaType());
    for (GuardedMethodModel method : guarded()) {
      CodeBlock.Builder settings = CodeBlock.builder();
      method.policies().all().forEach((key, said) -> settings.add(",\n$S, $S", key, said.value()));
      method
          .fallback()
          .map(Limits::text)
          .ifPresent(text -> settings.add(",\n$S, $S", Explanation.FALLBACK, text));
      constructor.addStatement(
          "this.$N =\n$N.$L(\n$S,\n$L$L)",
          names.get(method),
          "this." + policies,
          method.reply() == Reply.VALUE ? "method" : "asyncMethod",
          method.javaName(),
          method.idempotent(),
          settings.build());
    }
    return constructor.addStatement("this.$N.complete()", policies).build();
  }

  private MethodSpec method(GuardedMethodModel method) {
    MethodSpec.Builder spec =
        MethodSpec.methodBuilder(method.javaName())
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .addTypeVariables(method.typeVariables())
            .returns(method.returnType())
            .varargs(method.varargs())
            .addExceptions(method.exceptions());
    method.parameters().forEach(each -> spec.addParameter(each.type(), each.name()));
    if (method.deprecated()) {
      spec.addAnnotation(Deprecated.class);
    }
    if (!method.isGuarded()) {
      return spec.addStatement(
              method.returnType().equals(TypeName.VOID) ? "$L" : "return $L", call(method))
          .build();
    }
    spec.addJavadoc("$L.", Limits.describeLocal(method));
    if (method.reply() == Reply.VALUE) {
      waiting(spec, method);
    } else {
      later(spec, method);
    }
    return spec.build();
  }

  private CodeBlock call(GuardedMethodModel method) {
    CodeBlock arguments =
        method.parameters().stream()
            .map(parameter -> CodeBlock.of("$N", parameter.name()))
            .collect(CodeBlock.joining(", "));
    return CodeBlock.of("this.$N.$N($L)", target, method.javaName(), arguments);
  }

  private static List<String> parameters(GuardedMethodModel method) {
    return method.parameters().stream().map(Parameter::name).toList();
  }

  private void waiting(MethodSpec.Builder spec, GuardedMethodModel method) {
    List<String> taken = parameters(method);
    String guard = FallbackCalls.free("guard", taken);
    String limits = FallbackCalls.free("limits", taken);
    String attempt = FallbackCalls.free("attempt", taken);
    String start = FallbackCalls.free("start", taken);
    String permit = FallbackCalls.free("permit", taken);
    String thrown = FallbackCalls.free("thrown", taken);
    spec.addStatement("$T $N = this.$N.guard()", GUARD, guard, names.get(method))
        .addStatement("$T $N = $N.begin()", LIMITS, limits, guard)
        .beginControlFlow("try")
        .beginControlFlow("for (int $N = 1; ; $N++)", attempt, attempt)
        .addStatement("long $N = $N.now()", start, guard)
        .addStatement(
            "$T $N = $N.enter($N, $N, $N)", PERMIT, permit, guard, limits, start, attempt);
    boolean isVoid = method.returnType().equals(TypeName.VOID);
    String result = FallbackCalls.free("result", taken);
    if (!isVoid) {
      spec.addStatement("$T $N", method.returnType(), result);
    }
    spec.beginControlFlow("try");
    if (isVoid) {
      spec.addStatement(call(method));
    } else {
      spec.addStatement("$N = $L", result, call(method));
    }
    spec.nextControlFlow("catch ($T $N)", Throwable.class, thrown)
        .addStatement(
            "$N.failed($N, $N, $N, $N, $N)", guard, limits, permit, start, thrown, attempt)
        .addStatement("continue")
        .endControlFlow()
        .addStatement("$N.succeeded($N, $N, $N)", guard, limits, permit, start);
    if (isVoid) {
      spec.addStatement("return");
    } else {
      spec.addStatement("return $N", result);
    }
    spec.endControlFlow().nextControlFlow("catch ($T $N)", Throwable.class, thrown);
    if (method.fallback().isEmpty()) {
      spec.addStatement("throw $N.ended($N, $N)", guard, limits, thrown);
    } else {
      spec.addStatement("$N.end($N)", guard, limits)
          .beginControlFlow("if ($T.fallsBack($N))", GUARD, thrown);
      CodeBlock answer = fallback(method.fallback().get(), method, thrown);
      if (isVoid) {
        spec.addStatement(answer).addStatement("return");
      } else {
        spec.addStatement("return $L", answer);
      }
      spec.endControlFlow().addStatement("throw $T.sneaky($N)", GUARD, thrown);
    }
    spec.endControlFlow();
  }

  private void later(MethodSpec.Builder spec, GuardedMethodModel method) {
    String why = FallbackCalls.free("why", parameters(method));
    CodeBlock.Builder call =
        CodeBlock.builder()
            .add("return this.$N.guard().callAsync(() -> $L", names.get(method), call(method));
    method
        .fallback()
        .ifPresent(fallback -> call.add(", $N -> $L", why, fallback(fallback, method, why)));
    call.add(")");
    if (method.reply() == Reply.COMPLETABLE_FUTURE && method.fallback().isEmpty()) {
      call.add(".toCompletableFuture()");
    }
    spec.addStatement(call.build());
  }

  private CodeBlock fallback(FallbackModel fallback, GuardedMethodModel method, String cause) {
    return fallbacks.call(fallback, parameters(method), cause);
  }

  private MethodSpec policies() {
    MethodSpec.Builder spec =
        MethodSpec.methodBuilder("policies")
            .addJavadoc(
                "The policies of each method: to explain them, and, by their objects, to read what"
                    + " they counted or to open a breaker by hand.")
            .returns(LOCAL_POLICIES)
            .addStatement("return this.$N", policies);
    return model.isPublic() ? spec.addModifiers(Modifier.PUBLIC).build() : spec.build();
  }

  private MethodSpec print() {
    return MethodSpec.methodBuilder("toString")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("The policies of each method, and what they are kept around.")
        .returns(String.class)
        .addStatement("return this.$N + \"\\n  around \" + this.$N", policies, target)
        .build();
  }
}
