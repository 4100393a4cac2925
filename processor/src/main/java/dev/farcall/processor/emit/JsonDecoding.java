package dev.farcall.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.farcall.processor.model.ValueType;
import org.jspecify.annotations.Nullable;

/** Expressions that read a Java value from JSON. */
final class JsonDecoding {

  private final Decoding decoding;
  private final ForeignJson foreign;

  JsonDecoding(Decoding decoding, ForeignJson foreign) {
    this.decoding = decoding;
    this.foreign = foreign;
  }

  /** Reads the value that is next. */
  CodeBlock next(ValueType type) {
    return Decoding.wrapped(type, base(Wire.base(type)));
  }

  private CodeBlock base(ValueType base) {
    if (Wire.hasCodec(base)) {
      return CodeBlock.of("in.message($L)", Wire.codec(base));
    }
    if (base instanceof ValueType.Enumeration enumeration) {
      return CodeBlock.of("$T.read(in)", enumeration.codec());
    }
    if (base instanceof ValueType.ForeignMessage message) {
      return foreign.parse(message.javaType());
    }
    if (base instanceof ValueType.ForeignEnum anEnum) {
      return foreign.constant(anEnum);
    }
    return decoding.scalar(base, CodeBlock.of("in.$L()", method((ValueType.Scalar) base)));
  }

  private static String method(ValueType.Scalar scalar) {
    return switch (scalar.java()) {
      case BIG_DECIMAL, BIG_INTEGER -> "number"; // may come as text or as a number
      default -> Wire.jsonMethod(scalar.proto());
    };
  }

  /** What {@code key}, the text of a map's key, stands for. */
  CodeBlock key(ValueType type) {
    ValueType base = Wire.base(type);
    CodeBlock text = CodeBlock.of("key");
    if (base instanceof ValueType.Enumeration enumeration) {
      return Decoding.wrapped(type, CodeBlock.of("$T.named($L)", enumeration.codec(), text));
    }
    CodeBlock value =
        switch (Decoding.keyScalar(type)) {
          case STRING -> text;
          default -> CodeBlock.of("$T.$L($L)", Wire.KEYS, Wire.jsonMethod(Wire.scalar(base)), text);
        };
    return Decoding.wrapped(type, decoding.scalar(base, value));
  }

  /** What is read where there is nothing, or null if that is an error. */
  @Nullable CodeBlock absent(ValueType type) {
    return Wire.hasCodec(Wire.base(type)) ? null : decoding.absent(type);
  }
}
