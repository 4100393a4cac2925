package dev.farcall.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.NameAllocator;
import dev.farcall.processor.model.FallbackModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** The objects that answer for methods that failed, and the calls of them. */
final class FallbackCalls {

  private final ClassName owner;
  private final Map<ClassName, String> fields = new LinkedHashMap<>();

  /**
   * Those of one class.
   *
   * @param owner the interface
   * @param taken the names of its other fields
   */
  FallbackCalls(ClassName owner, List<FallbackModel> fallbacks, List<String> taken) {
    this.owner = owner;
    NameAllocator names = new NameAllocator();
    taken.forEach(names::newName);
    for (FallbackModel fallback : fallbacks) {
      if (!fallback.isStatic()) {
        fallback
            .holder()
            .ifPresent(
                holder ->
                    fields.computeIfAbsent(
                        holder, each -> names.newName(Names.lowerFirst(each.simpleName()))));
      }
    }
  }

  /** An object of each class whose methods need one. */
  List<FieldSpec> fields() {
    List<FieldSpec> specs = new ArrayList<>();
    fields.forEach(
        (holder, name) ->
            specs.add(
                FieldSpec.builder(holder, name, Modifier.PRIVATE, Modifier.FINAL)
                    .initializer("new $T()", holder)
                    .build()));
    return specs;
  }

  /** The call. */
  CodeBlock call(FallbackModel fallback, List<String> parameters, String cause) {
    List<CodeBlock> arguments = new ArrayList<>();
    parameters.forEach(parameter -> arguments.add(CodeBlock.of("$N", parameter)));
    if (fallback.takesCause()) {
      arguments.add(CodeBlock.of("$N", cause));
    }
    CodeBlock all = CodeBlock.join(arguments, ", ");
    if (fallback.holder().isEmpty()) {
      return CodeBlock.of("$T.super.$N($L)", owner, fallback.method(), all);
    }
    ClassName holder = fallback.holder().get();
    return fallback.isStatic()
        ? CodeBlock.of("$T.$N($L)", holder, fallback.method(), all)
        : CodeBlock.of("this.$N.$N($L)", fields.get(holder), fallback.method(), all);
  }

  /** A name that no parameter has. */
  static String free(String wanted, List<String> parameters) {
    String name = wanted;
    while (parameters.contains(name)) {
      name += "_";
    }
    return name;
  }
}
