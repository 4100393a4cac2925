package dev.farcall.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.farcall.processor.model.EnumModel;
import dev.farcall.processor.model.EnumModel.Constant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/**
 * The names of an enum's constants in JSON. Both names are read, and the number. Where one
 * constant's Java name is another's proto name, the name means what the profile would write.
 */
final class EnumJson {

  private EnumJson() {}

  static List<MethodSpec> methods(EnumModel model) {
    Map<String, Constant> javaFirst = names(model, false);
    Map<String, Constant> protoFirst = names(model, true);
    boolean same = javaFirst.equals(protoFirst);
    List<MethodSpec> methods = new ArrayList<>();
    methods.add(write(model));
    methods.add(read(model, same));
    methods.add(spelt(model, "ofName", javaFirst));
    if (!same) {
      methods.add(spelt(model, "ofProtoName", protoFirst));
    }
    return methods;
  }

  /** What each name means; the names of the first kind prevail. */
  private static Map<String, Constant> names(EnumModel model, boolean protoFirst) {
    Map<String, Constant> names = new LinkedHashMap<>();
    for (boolean proto : new boolean[] {protoFirst, !protoFirst}) {
      for (Constant constant : model.constants()) {
        names.putIfAbsent(proto ? constant.protoName() : constant.javaName(), constant);
      }
    }
    String prefix = Names.upperSnake(model.protoName()) + "_";
    for (Constant constant : model.constants()) {
      for (String alias : constant.aliases()) {
        names.putIfAbsent(alias, constant);
        if (alias.startsWith(prefix)) {
          names.putIfAbsent(alias.substring(prefix.length()), constant); // as in Java
        }
      }
    }
    return names;
  }

  private static MethodSpec write(EnumModel model) {
    CodeBlock.Builder cases = CodeBlock.builder();
    for (Constant constant : model.constants()) {
      cases.add("case $N -> $S;\n", constant.javaName(), constant.protoName());
    }
    return MethodSpec.methodBuilder("write")
        .addJavadoc("Writes the name of a constant as the profile has it.")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addParameter(model.javaType(), "value")
        .addParameter(Wire.JSON_WRITER, "out")
        .beginControlFlow("if (!out.profile().writesProtoEnumNames())")
        .addStatement("out.string(value.name())")
        .addStatement("return")
        .endControlFlow()
        .addCode("out.string(\n$>$>switch (value) {\n$>")
        .addCode(cases.build())
        .addCode("$<});\n$<$<")
        .build();
  }

  private static MethodSpec read(EnumModel model, boolean same) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("read")
            .addJavadoc("Reads a constant of its name or number.\n\n")
            .addJavadoc("@throws $T if no constant stands for it\n", Wire.DECODE_EXCEPTION)
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .returns(model.javaType())
            .addParameter(Wire.JSON_READER, "in")
            .beginControlFlow("if (in.isNumber())")
            .addStatement("return of(in.int32())")
            .endControlFlow();
    if (same) {
      return method.addStatement("return ofName(in.string())").build();
    }
    return method
        .addStatement("$T name = in.string()", String.class)
        .addStatement(
            "return in.profile().writesProtoEnumNames() ? ofProtoName(name) : ofName(name)")
        .build();
  }

  private static MethodSpec spelt(EnumModel model, String method, Map<String, Constant> names) {
    CodeBlock.Builder cases = CodeBlock.builder().add("return switch (name) {\n$>");
    names.forEach(
        (name, constant) ->
            cases.add("case $S -> $T.$N;\n", name, model.javaType(), constant.javaName()));
    String zero = Names.upperSnake(model.protoName()) + "_UNSPECIFIED";
    if (model.zero().isEmpty() && !names.containsKey(zero)) {
      cases.add("case $S -> of(0);\n", zero);
    }
    if (model.unknown().isPresent()) {
      cases.add("default -> $T.$N;\n", model.javaType(), model.unknown().get().javaName());
    } else {
      cases.add(
          "default -> throw $T.unknownEnum($S, name);\n", Wire.DECODE_EXCEPTION, model.label());
    }
    return MethodSpec.methodBuilder(method)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(model.javaType())
        .addParameter(String.class, "name")
        .addCode(cases.add("$<};\n").build())
        .build();
  }
}
