package dev.farcall.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.farcall.processor.model.ProtoScalar;
import dev.farcall.processor.model.ValueType;

/** How a value lies on the wire, and the classes of core's {@code wire} that put it there. */
final class Wire {

  static final ClassName MESSAGE_CODEC = wire("MessageCodec");
  static final ClassName WRITER = wire("ProtobufWriter");
  static final ClassName READER = wire("ProtobufReader");
  static final ClassName JSON_WRITER = wire("JsonWriter");
  static final ClassName JSON_READER = wire("JsonReader");
  static final ClassName JSON_NAME = wire("JsonName");
  static final ClassName JSON_NAMES = wire("JsonNames");
  static final ClassName KEYS = wire("WireKeys");
  static final ClassName FIELD_NAME = wire("FieldName");
  static final ClassName NUMBERS = wire("Numbers");
  static final ClassName VALUES = wire("WireValues");
  static final ClassName TEXTS = wire("WireTexts");
  static final ClassName TIMES = wire("WireTimes");
  static final ClassName WIRE_NUMBERS = wire("WireNumbers");
  static final ClassName DECODE_EXCEPTION = wire("DecodeException");
  static final ClassName ENCODE_EXCEPTION = wire("EncodeException");
  static final ClassName TIMESTAMP_CODEC = wire("TimestampCodec");
  static final ClassName DURATION_CODEC = wire("DurationCodec");

  static final int LENGTH_DELIMITED = 2;

  private Wire() {}

  private static ClassName wire(String name) {
    return ClassName.get("dev.farcall.wire", name);
  }

  /** What travels: a wrapper's one component, the type an adapter turns a value into. */
  static ValueType base(ValueType type) {
    if (type instanceof ValueType.Wrapped wrapped) {
      return base(wrapped.inner());
    }
    return type instanceof ValueType.Adapted adapted ? base(adapted.inner()) : type;
  }

  /** Whether it travels as a message, which several occurrences of a field are merged into. */
  static boolean isMessage(ValueType type) {
    ValueType base = base(type);
    return hasCodec(base) || base instanceof ValueType.ForeignMessage;
  }

  /** Whether it is a message that a codec of ours writes. */
  static boolean hasCodec(ValueType base) {
    return base instanceof ValueType.Message
        || base instanceof ValueType.Timestamp
        || base instanceof ValueType.Duration;
  }

  /** The instance of a codec of ours. */
  static CodeBlock codec(ValueType base) {
    if (base instanceof ValueType.Timestamp) {
      return CodeBlock.of("$T.INSTANCE", TIMESTAMP_CODEC);
    }
    if (base instanceof ValueType.Duration) {
      return CodeBlock.of("$T.INSTANCE", DURATION_CODEC);
    }
    return CodeBlock.of("$T.INSTANCE", ((ValueType.Message) base).codec());
  }

  /** The scalar it travels as; an enum is an {@code int32}, a foreign message {@code bytes}. */
  static ProtoScalar scalar(ValueType type) {
    ValueType base = base(type);
    if (base instanceof ValueType.Scalar scalar) {
      return scalar.proto();
    }
    return isMessage(base) ? ProtoScalar.BYTES : ProtoScalar.INT32;
  }

  static boolean packable(ValueType type) {
    return scalar(type).packable();
  }

  static int tag(int number, ValueType type) {
    return number << 3 | scalar(type).wireType();
  }

  /** The tag of a packed list, a message, a map's entry. */
  static int lengthDelimitedTag(int number) {
    return number << 3 | LENGTH_DELIMITED;
  }

  /** The method of the JSON reader and writer. */
  static String jsonMethod(ProtoScalar scalar) {
    return switch (scalar) {
      case INT32, SINT32, SFIXED32 -> "int32";
      case INT64, SINT64, SFIXED64 -> "int64";
      default -> method(scalar);
    };
  }

  /** The method of reader and writer. */
  static String method(ProtoScalar scalar) {
    return switch (scalar) {
      case FLOAT -> "float32";
      case DOUBLE -> "float64";
      default -> scalar.keyword();
    };
  }
}
