package dev.farcall.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.farcall.processor.model.FieldModel;
import dev.farcall.processor.model.MessageModel;
import dev.farcall.processor.model.MessageModel.Body;
import dev.farcall.processor.model.MethodModel;
import dev.farcall.processor.model.SchemaModel;
import dev.farcall.processor.model.Shape;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import javax.lang.model.element.Modifier;

/** Writes the methods of a route that write and read the result: bare, without a message around. */
final class ResultEmitter {

  private final MethodModel method;
  private final Optional<Body.Result> wrapper;

  private ResultEmitter(SchemaModel schema, MethodModel method) {
    this.method = method;
    this.wrapper =
        schema.messages().stream()
            .filter(message -> message.fullName().equals(method.response().fullName()))
            .map(MessageModel::body)
            .filter(Body.Result.class::isInstance)
            .map(Body.Result.class::cast)
            .findFirst();
  }

  static List<MethodSpec> emit(SchemaModel schema, MethodModel method) {
    ResultEmitter emitter = new ResultEmitter(schema, method);
    return List.of(emitter.write(), emitter.read(), emitter.absent());
  }

  private MethodSpec write() {
    MethodSpec.Builder spec =
        method("writeResult")
            .returns(boolean.class)
            .addParameter(result(), "result")
            .addParameter(Wire.JSON_WRITER, "out");
    if (wrapper.isEmpty()) {
      return spec.addStatement("out.message(result, $T.INSTANCE)", method.response().codec())
          .addStatement("return true")
          .build();
    }
    return wrapper.get().field().isEmpty()
        ? spec.addStatement("return false").build()
        : spec.addStatement(
                "return $T.write($T.INSTANCE, result, out)", Core.BARE, method.response().codec())
            .build();
  }

  private MethodSpec read() {
    MethodSpec.Builder spec =
        method("readResult").returns(result()).addParameter(Wire.JSON_READER, "in");
    if (wrapper.isEmpty()) {
      return spec.addStatement("return in.message($T.INSTANCE)", method.response().codec()).build();
    }
    Optional<FieldModel> field = wrapper.get().field();
    return field.isEmpty()
        ? spec.addStatement("in.raw()").addStatement("return null").build()
        : spec.addStatement(
                "return $T.read($T.INSTANCE, $S, in)",
                Core.BARE,
                method.response().codec(),
                field.get().jsonName())
            .build();
  }

  private MethodSpec absent() {
    MethodSpec.Builder spec = method("absentResult").returns(result());
    if (wrapper.isPresent() && wrapper.get().field().isEmpty()) {
      return spec.addStatement("return null").build();
    }
    Optional<Shape.Optional> optional =
        wrapper
            .flatMap(Body.Result::field)
            .map(FieldModel::shape)
            .filter(Shape.Optional.class::isInstance)
            .map(Shape.Optional.class::cast);
    return optional.isPresent()
        ? spec.addStatement("return $L", absent(optional.get())).build()
        : spec.addStatement("throw $T.missing($S)", Wire.DECODE_EXCEPTION, "result").build();
  }

  /** What Java has where an optional value is not there. */
  static CodeBlock absent(Shape.Optional shape) {
    return switch (shape.form()) {
      case OPTIONAL -> CodeBlock.of("$T.empty()", Optional.class);
      case OPTIONAL_INT -> CodeBlock.of("$T.empty()", OptionalInt.class);
      case OPTIONAL_LONG -> CodeBlock.of("$T.empty()", OptionalLong.class);
      case OPTIONAL_DOUBLE -> CodeBlock.of("$T.empty()", OptionalDouble.class);
      case NULLABLE -> CodeBlock.of("null");
    };
  }

  private TypeName result() {
    return method.response().javaType().box();
  }

  private static MethodSpec.Builder method(String name) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC);
  }
}
