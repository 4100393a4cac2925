package dev.farcall.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.farcall.processor.model.ParameterModel;
import dev.farcall.processor.model.ParameterModel.HeaderRole;
import dev.farcall.processor.model.Shape;
import dev.farcall.processor.model.ValueType;

/** The code that turns {@code @Header} parameters into metadata and back. */
final class HeaderText {

  private HeaderText() {}

  /** {@code .add("x-tenant", tenant)}, for a chain on {@code new Headers()}. */
  static CodeBlock write(ParameterModel parameter, HeaderRole role) {
    if (role.shape() instanceof Shape.Optional optional) {
      return switch (optional.form()) {
        case OPTIONAL_INT, OPTIONAL_LONG, OPTIONAL_DOUBLE ->
            CodeBlock.of(".addIfPresent($S, $N)", role.header(), parameter.name());
        case OPTIONAL -> written("addIfPresent", optional.type(), parameter, role);
        case NULLABLE -> written("addUnlessNull", optional.type(), parameter, role);
      };
    }
    ValueType type = ((Shape.Singular) role.shape()).type();
    return TextForms.isText(type)
        ? CodeBlock.of(".add($S, $N)", role.header(), parameter.name())
        : written("add", type, parameter, role);
  }

  private static CodeBlock written(
      String method, ValueType type, ParameterModel parameter, HeaderRole role) {
    return CodeBlock.of(
        ".$L($S, $N, $L)",
        method,
        role.header(),
        parameter.name(),
        TextForms.writer(type, "header '" + role.header() + "'"));
  }

  /** {@code Headers.get(context.metadata(), "x-tenant", "UUID", WireValues::parseUuid)}. */
  static CodeBlock read(HeaderRole role) {
    if (role.shape() instanceof Shape.Optional optional) {
      return switch (optional.form()) {
        case OPTIONAL_INT -> found("findInt", role);
        case OPTIONAL_LONG -> found("findLong", role);
        case OPTIONAL_DOUBLE -> found("findDouble", role);
        case OPTIONAL -> parsed("find", optional.type(), role);
        case NULLABLE -> parsed("getOrNull", optional.type(), role);
      };
    }
    return parsed("get", ((Shape.Singular) role.shape()).type(), role);
  }

  private static CodeBlock found(String method, HeaderRole role) {
    return CodeBlock.of("$T.$L(context.metadata(), $S)", Core.HEADERS, method, role.header());
  }

  /** The type argument keeps overloads of the user's method apart. */
  private static CodeBlock parsed(String method, ValueType type, HeaderRole role) {
    return CodeBlock.of(
        "$T.<$T>$L(context.metadata(), $S, $S, $L)",
        Core.HEADERS,
        type.javaType().box(),
        method,
        role.header(),
        expected(type.javaType()),
        TextForms.parser(type));
  }

  private static String expected(TypeName type) {
    return type instanceof ClassName name ? name.simpleName() : type.toString();
  }
}
