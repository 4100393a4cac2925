package dev.farcall.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.farcall.processor.model.JavaScalar;
import dev.farcall.processor.model.ProtoScalar;
import dev.farcall.processor.model.ValueType;
import java.util.Locale;

/**
 * Expressions that turn a value into text and back, as it stands in a header, a path and a query:
 * what JSON has, without quotes.
 */
final class TextForms {

  private static final ClassName SCALARS = ClassName.get("dev.farcall.wire", "WireScalars");

  private TextForms() {}

  /** Whether the value is text itself. */
  static boolean isText(ValueType type) {
    return type instanceof ValueType.Scalar scalar && scalar.java() == JavaScalar.STRING;
  }

  /**
   * The text of a value.
   *
   * @param where what an error calls it
   * @param present whether it is known not to be null
   */
  static CodeBlock text(ValueType type, CodeBlock value, String where, boolean present) {
    if (type instanceof ValueType.Wrapped wrapped) {
      CodeBlock some = Encoding.checked(type, value, where, present);
      CodeBlock inner = CodeBlock.of("$L.$N()", some, wrapped.accessor());
      return text(wrapped.inner(), inner, where, false);
    }
    if (type instanceof ValueType.Adapted adapted) {
      CodeBlock some = Encoding.checked(type, value, where, present);
      CodeBlock inner = CodeBlock.of("$T.toWire($L)", adapted.adapter(), some);
      return text(adapted.inner(), inner, where, false);
    }
    if (type instanceof ValueType.Enumeration) {
      return CodeBlock.of("$L.name()", Encoding.checked(type, value, where, present));
    }
    if (!(type instanceof ValueType.Scalar scalar)) {
      return CodeBlock.of("$T.text($L,$W$S)", Wire.TIMES, value, where);
    }
    return switch (scalar.java()) {
      case STRING -> Encoding.checked(type, value, where, present);
      case BOOLEAN, BYTE, SHORT, FLOAT, DOUBLE -> valueOf(scalar, value, where, present);
      case INT, LONG ->
          isUnsigned(scalar)
              ? CodeBlock.of(
                  "$T.toUnsignedString($L)",
                  scalar.javaType().box(),
                  Encoding.checked(type, value, where, present))
              : valueOf(scalar, value, where, present);
      default -> CodeBlock.of("$T.text($L,$W$S)", owner(scalar), value, where);
    };
  }

  private static CodeBlock valueOf(
      ValueType.Scalar scalar, CodeBlock value, String where, boolean present) {
    CodeBlock some = Encoding.checked(scalar, value, where, present);
    return CodeBlock.of("$T.valueOf($L)", String.class, some);
  }

  /** {@link #text} as a function: a method reference where one does. */
  static CodeBlock writer(ValueType type, String where) {
    CodeBlock text = text(type, CodeBlock.of("value"), where, true);
    if (isText(type) || text.equals(CodeBlock.of("$T.valueOf(value)", String.class))) {
      return CodeBlock.of("$T::valueOf", String.class);
    }
    return text.equals(CodeBlock.of("value.name()"))
        ? CodeBlock.of("$T::name", type.javaType())
        : CodeBlock.of("value -> $L", text);
  }

  /** The value of a text, as a function that throws on any other. */
  static CodeBlock parser(ValueType type) {
    if (isText(type)) {
      return CodeBlock.of("text -> text");
    }
    if (type instanceof ValueType.Wrapped wrapped && isText(wrapped.inner())) {
      return CodeBlock.of("$T::new", wrapped.javaType());
    }
    if (type instanceof ValueType.Adapted adapted && isText(adapted.inner())) {
      return CodeBlock.of("$T::fromWire", adapted.adapter());
    }
    if (type instanceof ValueType.Wrapped || type instanceof ValueType.Adapted) {
      return CodeBlock.of("text -> $L", value(type));
    }
    return CodeBlock.of("$T::$L", owner(type), method(type));
  }

  private static CodeBlock value(ValueType type) {
    if (type instanceof ValueType.Wrapped wrapped) {
      return CodeBlock.of("new $T($L)", wrapped.javaType(), value(wrapped.inner()));
    }
    if (type instanceof ValueType.Adapted adapted) {
      return CodeBlock.of("$T.fromWire($L)", adapted.adapter(), value(adapted.inner()));
    }
    return isText(type)
        ? CodeBlock.of("text")
        : CodeBlock.of("$T.$L(text)", owner(type), method(type));
  }

  /** The class that reads it. */
  private static ClassName owner(ValueType type) {
    if (type instanceof ValueType.Enumeration enumeration) {
      return enumeration.codec();
    }
    if (!(type instanceof ValueType.Scalar scalar)) {
      return Wire.TIMES;
    }
    return switch (scalar.java()) {
      case BOOLEAN, BYTE, SHORT, INT, LONG, FLOAT, DOUBLE -> SCALARS;
      case BIG_DECIMAL, BIG_INTEGER -> Wire.WIRE_NUMBERS;
      case UUID, URI, LOCALE, CURRENCY -> Wire.TEXTS;
      case STRING, BYTE_ARRAY, BYTE_BUFFER, BYTE_STRING ->
          throw new IllegalArgumentException(
              "text of " + scalar.java() + " (expected: a number, a time or the like)");
      default -> Wire.TIMES;
    };
  }

  /** Its method that does. */
  private static String method(ValueType type) {
    if (type instanceof ValueType.Enumeration) {
      return "named";
    }
    if (type instanceof ValueType.Timestamp) {
      return "instant";
    }
    if (!(type instanceof ValueType.Scalar scalar)) {
      return "duration";
    }
    return switch (scalar.java()) {
      case BOOLEAN -> "bool";
      case BYTE -> "int8";
      case SHORT -> "int16";
      case INT -> isUnsigned(scalar) ? "uint32" : "int32";
      case LONG -> isUnsigned(scalar) ? "uint64" : "int64";
      case FLOAT -> "float32";
      case DOUBLE -> "float64";
      case BIG_DECIMAL -> "decimal";
      case BIG_INTEGER -> "integer";
      default -> Names.defaultJsonName(scalar.java().name().toLowerCase(Locale.ROOT));
    };
  }

  private static boolean isUnsigned(ValueType.Scalar scalar) {
    return scalar.proto() == ProtoScalar.UINT32 || scalar.proto() == ProtoScalar.UINT64;
  }
}
