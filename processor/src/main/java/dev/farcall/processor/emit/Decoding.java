package dev.farcall.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.farcall.processor.model.JavaScalar;
import dev.farcall.processor.model.ProtoScalar;
import dev.farcall.processor.model.ValueType;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Expressions that read a Java value. */
final class Decoding {

  private final ForeignHelpers foreign;

  Decoding(ForeignHelpers foreign) {
    this.foreign = foreign;
  }

  /** Reads the value that is next: a scalar, an element of a list. */
  CodeBlock next(ValueType type) {
    ValueType base = Wire.base(type);
    if (Wire.hasCodec(base)) {
      return wrapped(type, CodeBlock.of("in.element($L)", Wire.codec(base)));
    }
    return wrapped(type, scalar(base, CodeBlock.of("in.$L()", Wire.method(Wire.scalar(base)))));
  }

  /** Reads the message that a variable remembers. */
  CodeBlock remembered(ValueType type, CodeBlock slice) {
    ValueType base = Wire.base(type);
    return wrapped(
        type,
        base instanceof ValueType.ForeignMessage message
            ? foreign.parse(message.javaType(), CodeBlock.of("in.sliceBytes($L)", slice))
            : CodeBlock.of("in.message($L,$W$L)", slice, Wire.codec(base)));
  }

  /** What is read where nothing was written, or null if that is an error. */
  @Nullable CodeBlock absent(ValueType type) {
    ValueType base = Wire.base(type);
    CodeBlock value;
    if (base instanceof ValueType.Scalar scalar) {
      value = zero(scalar);
    } else if (base instanceof ValueType.Enumeration enumeration) {
      value = enumeration.natural() ? CodeBlock.of("$T.of(0)", enumeration.codec()) : null;
    } else if (base instanceof ValueType.ForeignEnum foreignEnum) {
      value = foreign.constant(foreignEnum, CodeBlock.of("0"));
    } else if (base instanceof ValueType.ForeignMessage message) {
      value = CodeBlock.of("$T.getDefaultInstance()", message.javaType());
    } else {
      value = CodeBlock.of("in.empty($L)", Wire.codec(base));
    }
    return value == null ? null : wrapped(type, value);
  }

  private static @Nullable CodeBlock zero(ValueType.Scalar scalar) {
    return switch (scalar.java()) {
      case BOOLEAN -> CodeBlock.of("false");
      case BYTE, SHORT -> CodeBlock.of("($T) 0", scalar.javaType().unbox());
      case INT -> CodeBlock.of("0");
      case LONG -> CodeBlock.of("0L");
      case FLOAT -> CodeBlock.of("0f");
      case DOUBLE -> CodeBlock.of("0.0");
      case STRING -> CodeBlock.of("$S", "");
      case BYTE_ARRAY -> CodeBlock.of("new byte[0]");
      case BYTE_BUFFER -> CodeBlock.of("$T.allocate(0).asReadOnlyBuffer()", ByteBuffer.class);
      case BYTE_STRING -> CodeBlock.of("$T.EMPTY", scalar.javaType());
      default -> null;
    };
  }

  /** Around the value that travels, the user's types. */
  static CodeBlock wrapped(ValueType type, CodeBlock value) {
    if (type instanceof ValueType.Wrapped wrapper) {
      return CodeBlock.of("new $T($L)", wrapper.javaType(), wrapped(wrapper.inner(), value));
    }
    if (type instanceof ValueType.Adapted adapted) {
      return CodeBlock.of("$T.fromWire($L)", adapted.adapter(), wrapped(adapted.inner(), value));
    }
    return value;
  }

  /** What is made of a scalar, an enum's number or a foreign message's bytes. */
  CodeBlock scalar(ValueType base, CodeBlock read) {
    if (base instanceof ValueType.Enumeration enumeration) {
      return CodeBlock.of("$T.of($L)", enumeration.codec(), read);
    }
    if (base instanceof ValueType.ForeignEnum foreignEnum) {
      return foreign.constant(foreignEnum, read);
    }
    if (base instanceof ValueType.ForeignMessage message) {
      return foreign.parse(message.javaType(), read);
    }
    ValueType.Scalar scalar = (ValueType.Scalar) base;
    return switch (scalar.java()) {
      case BOOLEAN, INT, LONG, FLOAT, DOUBLE, STRING, BYTE_ARRAY -> read;
      case BYTE_BUFFER -> CodeBlock.of("in.byteBuffer()");
      case BYTE_STRING -> CodeBlock.of("$T.copyFrom($L)", scalar.javaType(), read);
      case BYTE -> CodeBlock.of("$T.toByte($L)", Wire.VALUES, read);
      case SHORT -> CodeBlock.of("$T.toShort($L)", Wire.VALUES, read);
      case BIG_DECIMAL -> CodeBlock.of("$T.decimal($L)", Wire.WIRE_NUMBERS, read);
      case BIG_INTEGER -> CodeBlock.of("$T.integer($L)", Wire.WIRE_NUMBERS, read);
      case UUID, URI, LOCALE, CURRENCY ->
          CodeBlock.of("$T.$L($L)", Wire.TEXTS, parser(scalar.java()), read);
      default -> CodeBlock.of("$T.$L($L)", Wire.TIMES, parser(scalar.java()), read);
    };
  }

  /** {@code localDate} of {@code LOCAL_DATE}. */
  private static String parser(JavaScalar scalar) {
    return Names.defaultJsonName(scalar.name().toLowerCase(java.util.Locale.ROOT));
  }

  /** The type of a variable that is null until the value is read. */
  static TypeName boxed(ValueType type) {
    return type.javaType().box();
  }

  /** The key of a map: an enum by its name. */
  CodeBlock nextKey(ValueType type) {
    return Wire.base(type) instanceof ValueType.Enumeration enumeration
        ? wrapped(type, CodeBlock.of("$T.named(in.string())", enumeration.codec()))
        : next(type);
  }

  /** The scalar a key travels as. */
  static ProtoScalar keyScalar(ValueType type) {
    return Wire.base(type) instanceof ValueType.Enumeration
        ? ProtoScalar.STRING
        : Wire.scalar(type);
  }
}
