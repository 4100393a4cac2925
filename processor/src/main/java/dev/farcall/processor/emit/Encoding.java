package dev.farcall.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.farcall.processor.model.ProtoScalar;
import dev.farcall.processor.model.ValueType;
import java.nio.ByteBuffer;

/** Expressions that turn a Java value into what the writer takes, checking it on the way. */
final class Encoding {

  private final ForeignHelpers foreign;

  Encoding(ForeignHelpers foreign) {
    this.foreign = foreign;
  }

  /**
   * What the writer takes.
   *
   * @param value the Java value
   * @param where what an error calls it
   * @param present whether it is known not to be null
   */
  CodeBlock encoded(ValueType type, CodeBlock value, String where, boolean present) {
    if (type instanceof ValueType.Wrapped wrapped) {
      CodeBlock inner =
          CodeBlock.of("$L.$N()", checked(type, value, where, present), wrapped.accessor());
      return encoded(wrapped.inner(), inner, where, false);
    }
    if (type instanceof ValueType.Adapted adapted) {
      CodeBlock inner =
          CodeBlock.of("$T.toWire($L)", adapted.adapter(), checked(type, value, where, present));
      return encoded(adapted.inner(), inner, where, false);
    }
    if (type instanceof ValueType.Scalar scalar) {
      return scalar(scalar, value, where, present);
    }
    CodeBlock some = checked(type, value, where, present);
    if (type instanceof ValueType.Enumeration enumeration) {
      return CodeBlock.of("$T.number($L)", enumeration.codec(), some);
    }
    if (type instanceof ValueType.ForeignEnum foreignEnum) {
      return foreign.number(foreignEnum, some, where);
    }
    return type instanceof ValueType.ForeignMessage ? CodeBlock.of("$L.toByteArray()", some) : some;
  }

  /** The value that travels, out of the user's types around it. */
  static CodeBlock unwrapped(ValueType type, CodeBlock value, String where, boolean present) {
    CodeBlock some = checked(type, value, where, present);
    if (type instanceof ValueType.Wrapped wrapped) {
      CodeBlock inner = CodeBlock.of("$L.$N()", some, wrapped.accessor());
      return unwrapped(wrapped.inner(), inner, where, false);
    }
    if (type instanceof ValueType.Adapted adapted) {
      CodeBlock inner = CodeBlock.of("$T.toWire($L)", adapted.adapter(), some);
      return unwrapped(adapted.inner(), inner, where, false);
    }
    return some;
  }

  private static CodeBlock scalar(
      ValueType.Scalar scalar, CodeBlock value, String where, boolean present) {
    return switch (scalar.java()) {
      case BOOLEAN, BYTE, SHORT, INT, LONG, FLOAT, DOUBLE, STRING, BYTE_ARRAY, BYTE_BUFFER ->
          checked(scalar, value, where, present);
      case BYTE_STRING ->
          CodeBlock.of("$L.asReadOnlyByteBuffer()", checked(scalar, value, where, present));
      case UUID ->
          CodeBlock.of(
              "$T.$L($L,$W$S)",
              Wire.TEXTS,
              scalar.proto() == ProtoScalar.BYTES ? "bytes" : "text",
              value,
              where);
      case BIG_DECIMAL, BIG_INTEGER ->
          CodeBlock.of("$T.text($L,$W$S)", Wire.WIRE_NUMBERS, value, where);
      case URI, LOCALE, CURRENCY -> CodeBlock.of("$T.text($L,$W$S)", Wire.TEXTS, value, where);
      default -> CodeBlock.of("$T.text($L,$W$S)", Wire.TIMES, value, where);
    };
  }

  static CodeBlock checked(ValueType type, CodeBlock value, String where, boolean present) {
    return present || type.javaType().isPrimitive()
        ? value
        : CodeBlock.of("$T.notNull($L,$W$S)", Wire.VALUES, value, where);
  }

  /** The type of {@link #encoded}. */
  static TypeName encodedType(ValueType type) {
    ValueType base = Wire.base(type);
    if (Wire.hasCodec(base)) {
      return base.javaType();
    }
    return switch (Wire.scalar(base)) {
      case BOOL -> TypeName.BOOLEAN;
      case INT32, UINT32, SINT32, SFIXED32 -> TypeName.INT;
      case INT64, UINT64, SINT64, SFIXED64 -> TypeName.LONG;
      case FLOAT -> TypeName.FLOAT;
      case DOUBLE -> TypeName.DOUBLE;
      case STRING -> ClassName.get(String.class);
      case BYTES -> isBuffer(base) ? ClassName.get(ByteBuffer.class) : ArrayTypeName.of(byte.class);
    };
  }

  private static boolean isBuffer(ValueType base) {
    return base instanceof ValueType.Scalar scalar
        && switch (scalar.java()) {
          case BYTE_BUFFER, BYTE_STRING -> true;
          default -> false;
        };
  }

  /** Whether an encoded value is to be written where the default is not. */
  static CodeBlock notDefault(ValueType type, String encoded) {
    return switch (Wire.scalar(type)) {
      case BOOL -> CodeBlock.of("$N", encoded);
      case FLOAT -> CodeBlock.of("$T.floatToRawIntBits($N) != 0", Float.class, encoded);
      case DOUBLE -> CodeBlock.of("$T.doubleToRawLongBits($N) != 0", Double.class, encoded);
      case STRING -> CodeBlock.of("!$N.isEmpty()", encoded);
      case BYTES ->
          isBuffer(Wire.base(type))
              ? CodeBlock.of("$N.hasRemaining()", encoded)
              : CodeBlock.of("$N.length != 0", encoded);
      default -> CodeBlock.of("$N != 0", encoded);
    };
  }

  /** Writes an encoded value with its tag. */
  static CodeBlock write(ValueType type, int number, CodeBlock encoded) {
    ValueType base = Wire.base(type);
    return Wire.hasCodec(base)
        ? CodeBlock.of(
            "out.message($L,$W$L,$W$L)", Wire.lengthDelimitedTag(number), encoded, Wire.codec(base))
        : CodeBlock.of(
            "out.$L($L,$W$L)", Wire.method(Wire.scalar(type)), Wire.tag(number, type), encoded);
  }

  /** Writes an encoded value into a packed list. */
  static CodeBlock writePacked(ValueType type, CodeBlock encoded) {
    String method = Wire.method(Wire.scalar(type));
    return CodeBlock.of(
        "out.raw$L($L)", Character.toUpperCase(method.charAt(0)) + method.substring(1), encoded);
  }
}
