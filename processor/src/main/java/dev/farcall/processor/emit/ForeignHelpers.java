package dev.farcall.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.farcall.processor.model.ValueType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** The private methods of a codec that turn the types of protoc, those that it uses. */
final class ForeignHelpers {

  static final ClassName INVALID_PROTOCOL_BUFFER =
      ClassName.get("com.google.protobuf", "InvalidProtocolBufferException");

  private final Map<String, MethodSpec> methods = new LinkedHashMap<>();

  Collection<MethodSpec> methods() {
    return methods.values();
  }

  /** A message of its bytes. */
  CodeBlock parse(ClassName type, CodeBlock bytes) {
    String name = "parse" + identifier(type);
    methods.computeIfAbsent(
        name,
        key ->
            MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(type)
                .addParameter(byte[].class, "bytes")
                .beginControlFlow("try")
                .addStatement("return $T.parseFrom(bytes)", type)
                .nextControlFlow("catch ($T e)", INVALID_PROTOCOL_BUFFER)
                .addStatement(
                    "throw $T.malformed($S)",
                    Wire.DECODE_EXCEPTION,
                    "is not a " + type.simpleName())
                .endControlFlow()
                .build());
    return CodeBlock.of("$N($L)", name, bytes);
  }

  /** A constant of its number. */
  CodeBlock constant(ValueType.ForeignEnum type, CodeBlock number) {
    ClassName javaType = type.javaType();
    String name = Names.lowerFirst(identifier(javaType)) + "Of";
    methods.computeIfAbsent(
        name,
        key ->
            MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(javaType)
                .addParameter(int.class, "number")
                .addStatement("$T known = $T.forNumber(number)", javaType, javaType)
                .addStatement("return known == null ? $T.UNRECOGNIZED : known", javaType)
                .build());
    return CodeBlock.of("$N($L)", name, number);
  }

  /** The number of a constant; {@code UNRECOGNIZED} has none. */
  CodeBlock number(ValueType.ForeignEnum type, CodeBlock value, String where) {
    ClassName javaType = type.javaType();
    String name = "numberOf" + identifier(javaType);
    methods.computeIfAbsent(
        name,
        key ->
            MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(int.class)
                .addParameter(javaType, "value")
                .addParameter(String.class, "where")
                .beginControlFlow("if (value == $T.UNRECOGNIZED)", javaType)
                .addStatement(
                    "throw $T.outOfRange(where, $S)",
                    Wire.ENCODE_EXCEPTION,
                    "is UNRECOGNIZED, whose number is not known (expected: another constant)")
                .endControlFlow()
                .addStatement("return value.getNumber()")
                .build());
    return CodeBlock.of("$N($L, $S)", name, value, where);
  }

  /** The names of a nested type joined. */
  static String identifier(ClassName type) {
    return String.join("_", type.simpleNames());
  }
}
