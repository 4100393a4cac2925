package dev.farcall.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.farcall.processor.model.ValueType;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.lang.model.element.Modifier;

/**
 * The private methods of a codec that turn the types of protoc into JSON and back. Messages go
 * through protobuf's own {@code JsonFormat}; where that is not on the class path, using them in
 * JSON is an error that says so.
 */
final class ForeignJson {

  private static final ClassName JSON_FORMAT =
      ClassName.get("com.google.protobuf.util", "JsonFormat");
  private static final ClassName ENUM_VALUE =
      ClassName.get("com.google.protobuf", "Descriptors", "EnumValueDescriptor");

  private final Map<String, MethodSpec> methods = new LinkedHashMap<>();
  private final ForeignHelpers helpers;
  private final boolean jsonFormat;

  /**
   * @param helpers the methods of the protobuf form
   * @param jsonFormat whether protobuf-java-util is on the class path
   */
  ForeignJson(ForeignHelpers helpers, boolean jsonFormat) {
    this.helpers = helpers;
    this.jsonFormat = jsonFormat;
  }

  ForeignHelpers helpers() {
    return helpers;
  }

  Collection<MethodSpec> methods() {
    return methods.values();
  }

  /** Writes a message. */
  CodeBlock print(ClassName type, CodeBlock message) {
    String name = "print" + ForeignHelpers.identifier(type);
    methods.computeIfAbsent(
        name,
        key -> {
          MethodSpec.Builder method =
              method(name).addParameter(type, "value").addParameter(Wire.JSON_WRITER, "out");
          if (!jsonFormat) {
            return method.addCode(unsupported(type)).build();
          }
          return method
              .beginControlFlow("try")
              .addStatement(
                  "out.raw($T.printer().omittingInsignificantWhitespace().print(value)"
                      + ".getBytes($T.UTF_8))",
                  JSON_FORMAT,
                  StandardCharsets.class)
              .nextControlFlow(
                  "catch ($T | $T e)",
                  ForeignHelpers.INVALID_PROTOCOL_BUFFER,
                  IllegalArgumentException.class)
              .addStatement(
                  "throw $T.outOfRange($S, $S)",
                  Wire.ENCODE_EXCEPTION,
                  type.simpleName(),
                  "has no JSON form (expected: no Any, and well-known types in their range)")
              .endControlFlow()
              .build();
        });
    return CodeBlock.of("$N($L, out)", name, message);
  }

  /** Reads a message. */
  CodeBlock parse(ClassName type) {
    String name = "parse" + ForeignHelpers.identifier(type);
    methods.computeIfAbsent(
        name,
        key -> {
          MethodSpec.Builder method =
              method(name).returns(type).addParameter(Wire.JSON_READER, "in");
          if (!jsonFormat) {
            return method.addCode(unsupported(type)).build();
          }
          return method
              .addStatement("$T.Builder builder = $T.newBuilder()", type, type)
              .addStatement("$T.Parser parser = $T.parser()", JSON_FORMAT, JSON_FORMAT)
              .beginControlFlow("if (!in.profile().refusesUnknown())")
              .addStatement("parser = parser.ignoringUnknownFields()")
              .endControlFlow()
              .beginControlFlow("try")
              .addStatement(
                  "parser.merge(new $T(in.raw(), $T.UTF_8), builder)",
                  String.class,
                  StandardCharsets.class)
              .nextControlFlow("catch ($T e)", ForeignHelpers.INVALID_PROTOCOL_BUFFER)
              .addStatement(
                  "throw $T.invalid($S)",
                  Wire.DECODE_EXCEPTION,
                  "is not a " + type.simpleName() + " in JSON")
              .endControlFlow()
              .addStatement("return builder.build()")
              .build();
        });
    return CodeBlock.of("$N(in)", name);
  }

  private static CodeBlock unsupported(ClassName type) {
    return CodeBlock.of(
        "throw new $T(\n$S\n+ $S);\n",
        UnsupportedOperationException.class,
        type.simpleName() + " has no JSON form here (expected: com.google.protobuf:",
        "protobuf-java-util on the class path when this codec is generated)");
  }

  /** Writes the name of a constant. */
  CodeBlock name(ValueType.ForeignEnum type, CodeBlock value, String where) {
    ClassName javaType = type.javaType();
    String name = "print" + ForeignHelpers.identifier(javaType);
    CodeBlock number = helpers.number(type, CodeBlock.of("value"), where);
    methods.computeIfAbsent(
        name,
        key ->
            method(name)
                .addParameter(javaType, "value")
                .addParameter(Wire.JSON_WRITER, "out")
                .addStatement(
                    "$T known = $T.getDescriptor().findValueByNumber($L)",
                    ENUM_VALUE,
                    javaType,
                    number)
                .addStatement("out.string(known.getName())")
                .build());
    return CodeBlock.of("$N($L, out)", name, value);
  }

  /** Reads a constant of its name or number. */
  CodeBlock constant(ValueType.ForeignEnum type) {
    ClassName javaType = type.javaType();
    String name = "parse" + ForeignHelpers.identifier(javaType);
    CodeBlock ofNumber = helpers.constant(type, CodeBlock.of("in.int32()"));
    methods.computeIfAbsent(
        name,
        key ->
            method(name)
                .returns(javaType)
                .addParameter(Wire.JSON_READER, "in")
                .beginControlFlow("if (in.isNumber())")
                .addStatement("return $L", ofNumber)
                .endControlFlow()
                .addStatement("$T name = in.string()", String.class)
                .addStatement(
                    "$T known = $T.getDescriptor().findValueByName(name)", ENUM_VALUE, javaType)
                .beginControlFlow("if (known == null)")
                .addStatement(
                    "throw $T.unknownEnum($S, name)", Wire.DECODE_EXCEPTION, javaType.simpleName())
                .endControlFlow()
                .addStatement("return $T.forNumber(known.getNumber())", javaType)
                .build());
    return CodeBlock.of("$N(in)", name);
  }

  private static MethodSpec.Builder method(String name) {
    return MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE, Modifier.STATIC);
  }
}
