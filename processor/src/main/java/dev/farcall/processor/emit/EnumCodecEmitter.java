package dev.farcall.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.farcall.processor.model.EnumModel;
import dev.farcall.processor.model.EnumModel.Constant;
import dev.farcall.processor.model.SchemaModel;
import javax.lang.model.element.Modifier;

/**
 * The numbers of an enum's constants, {@code number(E)} and {@code of(int)}, and their names in
 * JSON, {@code write} and {@code read}.
 */
final class EnumCodecEmitter {

  private EnumCodecEmitter() {}

  static GeneratedFile emit(EnumModel model, SchemaModel schema) {
    TypeSpec type =
        Sources.codecClass(model.codec(), model.fullName(), schema)
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc("The numbers of {@link $T}.", model.javaType())
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
            .addMethod(number(model))
            .addMethod(of(model))
            .addMethod(named(model))
            .addMethods(EnumJson.methods(model))
            .build();
    return Sources.file(model.codec(), type, model.site());
  }

  private static MethodSpec number(EnumModel model) {
    CodeBlock.Builder cases = CodeBlock.builder().add("return switch (value) {\n").indent();
    for (Constant constant : model.constants()) {
      cases.add("case $N -> $L;\n", constant.javaName(), constant.number());
    }
    return MethodSpec.methodBuilder("number")
        .addJavadoc("The number a constant is written as.")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(int.class)
        .addParameter(model.javaType(), "value")
        .addCode(cases.unindent().add("};\n").build())
        .build();
  }

  /** Keys of maps: proto has no keys of enums. */
  private static MethodSpec named(EnumModel model) {
    CodeBlock.Builder cases = CodeBlock.builder().add("return switch (name) {\n").indent();
    for (Constant constant : model.constants()) {
      cases.add("case $S -> $T.$N;\n", constant.javaName(), model.javaType(), constant.javaName());
    }
    if (model.unknown().isPresent()) {
      cases.add("default -> $T.$N;\n", model.javaType(), model.unknown().get().javaName());
    } else {
      cases.add(
          "default -> throw $T.invalid($S);\n",
          Wire.DECODE_EXCEPTION,
          "is not the name of a constant of " + model.label());
    }
    return MethodSpec.methodBuilder("named")
        .addJavadoc("The constant of a name, as the key of a map.\n\n")
        .addJavadoc("@throws $T if there is none\n", Wire.DECODE_EXCEPTION)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(model.javaType())
        .addParameter(String.class, "name")
        .addCode(cases.unindent().add("};\n").build())
        .build();
  }

  private static MethodSpec of(EnumModel model) {
    CodeBlock.Builder cases = CodeBlock.builder().add("return switch (number) {\n").indent();
    for (Constant constant : model.constants()) {
      cases.add("case $L -> $T.$N;\n", constant.number(), model.javaType(), constant.javaName());
    }
    if (model.zero().isEmpty()) {
      cases.add("case 0 -> throw $T.unspecifiedEnum($S);\n", Wire.DECODE_EXCEPTION, model.label());
    }
    if (model.unknown().isPresent()) {
      cases.add("default -> $T.$N;\n", model.javaType(), model.unknown().get().javaName());
    } else {
      cases.add(
          "default -> throw $T.unknownEnum($S, number);\n", Wire.DECODE_EXCEPTION, model.label());
    }
    return MethodSpec.methodBuilder("of")
        .addJavadoc("The constant of a number.\n\n")
        .addJavadoc("@throws $T if no constant stands for it\n", Wire.DECODE_EXCEPTION)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(model.javaType())
        .addParameter(int.class, "number")
        .addCode(cases.unindent().add("};\n").build())
        .build();
  }
}
