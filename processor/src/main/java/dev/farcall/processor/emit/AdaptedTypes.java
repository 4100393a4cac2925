package dev.farcall.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.farcall.processor.model.MethodModel;
import dev.farcall.processor.model.MethodModel.Reply;
import dev.farcall.processor.model.ParameterModel;
import dev.farcall.processor.model.ParameterModel.StreamRole;
import dev.farcall.processor.model.ServiceModel;
import dev.farcall.processor.model.StreamForm;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** The types of other libraries in the methods of a service, and the constants that know them. */
final class AdaptedTypes {

  private AdaptedTypes() {}

  /** All of a service, each once. */
  static Set<ClassName> of(ServiceModel service) {
    Set<ClassName> all = new LinkedHashSet<>();
    service.methods().forEach(method -> of(method).forEach(all::add));
    return all;
  }

  private static Stream<ClassName> of(MethodModel method) {
    Stream<ClassName> taken =
        method.elements().filter(AdaptedTypes::isAdapted).stream()
            .map(parameter -> raw(parameter.type()));
    return isAdapted(method.reply())
        ? Stream.concat(taken, Stream.of(raw(method.returnType())))
        : taken;
  }

  /** The constants. */
  static List<FieldSpec> constants(ServiceModel service, ClientNames names) {
    return of(service).stream().map(type -> constant(service, type, names)).toList();
  }

  private static FieldSpec constant(ServiceModel service, ClassName type, ClientNames names) {
    boolean single =
        service.methods().stream()
            .anyMatch(
                method -> method.reply() == Reply.SINGLE && raw(method.returnType()).equals(type));
    return FieldSpec.builder(
            single ? Core.ADAPTED_SINGLE : Core.ADAPTED_STREAM,
            names.adapted(type),
            Modifier.PRIVATE,
            Modifier.STATIC,
            Modifier.FINAL)
        .initializer("$T.$L($S)", Core.ADAPTED, single ? "single" : "stream", type.canonicalName())
        .build();
  }

  /** What a method returns as a publisher or a stage, if it is neither. */
  static CodeBlock ours(MethodModel method, CodeBlock returned, ClientNames names) {
    return isAdapted(method.reply())
        ? CodeBlock.of(
            "$N.$L($L)",
            names.adapted(method.returnType()),
            method.reply() == Reply.SINGLE ? "stage" : "publisher",
            returned)
        : returned;
  }

  private static boolean isAdapted(Reply reply) {
    return reply == Reply.SINGLE || reply == Reply.ADAPTED_STREAM;
  }

  /** Whether a parameter is a stream of another library. */
  static boolean isAdapted(ParameterModel parameter) {
    return parameter.role() instanceof StreamRole stream && stream.form() == StreamForm.ADAPTED;
  }

  /** The type without its arguments. */
  static ClassName raw(TypeName type) {
    return ((ParameterizedTypeName) type).rawType();
  }
}
