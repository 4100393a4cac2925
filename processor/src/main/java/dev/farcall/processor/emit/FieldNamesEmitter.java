package dev.farcall.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.farcall.processor.model.CaseModel;
import dev.farcall.processor.model.FieldModel;
import dev.farcall.processor.model.MessageModel;
import dev.farcall.processor.model.MessageModel.Body;
import dev.farcall.processor.model.Shape;
import dev.farcall.processor.model.ValueType;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The method that tells errors the names of fields. */
final class FieldNamesEmitter {

  private FieldNamesEmitter() {}

  static Optional<MethodSpec> emit(MessageModel model) {
    CodeBlock.Builder cases = CodeBlock.builder();
    if (model.body() instanceof Body.Oneof oneof) {
      for (CaseModel each : CodecEmitter.cases(oneof)) {
        cases.addStatement(
            "case $L -> $L", each.number(), name("of", each.protoName(), each.type()));
      }
    }
    for (FieldModel field : model.body().fields()) {
      cases.addStatement("case $L -> $L", field.number(), name(field));
    }
    if (cases.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        MethodSpec.methodBuilder("field")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(Wire.FIELD_NAME)
            .addParameter(TypeName.INT, "number")
            .addCode("return switch (number) {\n$>")
            .addCode(cases.build())
            .addStatement("default -> null")
            .addCode("$<};\n")
            .build());
  }

  private static CodeBlock name(FieldModel field) {
    Shape shape = field.shape();
    if (shape instanceof Shape.Singular singular) {
      return name("of", field.javaName(), singular.type());
    }
    if (shape instanceof Shape.Optional optional) {
      return name("of", field.javaName(), optional.type());
    }
    return shape instanceof Shape.Repeated repeated
        ? name("repeated", field.javaName(), repeated.element())
        : name("map", field.javaName(), ((Shape.Mapping) shape).value());
  }

  private static CodeBlock name(String kind, String name, ValueType type) {
    return Wire.base(type) instanceof ValueType.Message message
        ? CodeBlock.of("$T.$L($S, $T.INSTANCE)", Wire.FIELD_NAME, kind, name, message.codec())
        : CodeBlock.of("$T.$L($S)", Wire.FIELD_NAME, kind, name);
  }
}
