package dev.farcall.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.farcall.processor.model.ValueType;

/** Statements that write a Java value as JSON, checking it on the way. */
final class JsonEncoding {

  private final Encoding encoding;
  private final ForeignJson foreign;

  JsonEncoding(Encoding encoding, ForeignJson foreign) {
    this.encoding = encoding;
    this.foreign = foreign;
  }

  /**
   * What {@link #write} takes: a scalar in its form on the wire, else the value itself, out of the
   * user's types.
   *
   * @param where what an error calls it
   * @param present whether it is known not to be null
   */
  CodeBlock encoded(ValueType type, CodeBlock value, String where, boolean present) {
    return Wire.base(type) instanceof ValueType.Scalar
        ? encoding.encoded(type, value, where, present)
        : Encoding.unwrapped(type, value, where, present);
  }

  /** The type of {@link #encoded}. */
  static TypeName encodedType(ValueType type) {
    ValueType base = Wire.base(type);
    return base instanceof ValueType.Scalar ? Encoding.encodedType(type) : base.javaType();
  }

  /** Whether an encoded value is not the default. */
  CodeBlock notDefault(ValueType type, String encoded, String where) {
    ValueType base = Wire.base(type);
    if (base instanceof ValueType.Enumeration enumeration) {
      return CodeBlock.of("$T.number($N) != 0", enumeration.codec(), encoded);
    }
    if (base instanceof ValueType.ForeignEnum anEnum) {
      return CodeBlock.of(
          "$L != 0", foreign.helpers().number(anEnum, CodeBlock.of("$N", encoded), where));
    }
    return Encoding.notDefault(type, encoded);
  }

  /** Writes an encoded value. */
  CodeBlock write(ValueType type, CodeBlock encoded, String where) {
    ValueType base = Wire.base(type);
    if (Wire.hasCodec(base)) {
      return CodeBlock.of("out.message($L,$W$L)", encoded, Wire.codec(base));
    }
    if (base instanceof ValueType.Enumeration enumeration) {
      return CodeBlock.of("$T.write($L,$Wout)", enumeration.codec(), encoded);
    }
    if (base instanceof ValueType.ForeignMessage message) {
      return foreign.print(message.javaType(), encoded);
    }
    if (base instanceof ValueType.ForeignEnum anEnum) {
      return foreign.name(anEnum, encoded, where);
    }
    return CodeBlock.of("out.$L($L)", Wire.jsonMethod(Wire.scalar(base)), encoded);
  }

  /** The text of a map's key. */
  CodeBlock key(ValueType type, CodeBlock value, String where) {
    ValueType base = Wire.base(type);
    CodeBlock encoded = encoded(type, value, where, false);
    if (base instanceof ValueType.Enumeration) {
      return CodeBlock.of("$L.name()", encoded);
    }
    return switch (Decoding.keyScalar(type)) {
      case STRING -> encoded;
      case UINT32 -> CodeBlock.of("$T.toUnsignedString($L)", Integer.class, encoded);
      case UINT64 -> CodeBlock.of("$T.toUnsignedString($L)", Long.class, encoded);
      default -> CodeBlock.of("$T.valueOf($L)", String.class, encoded);
    };
  }
}
