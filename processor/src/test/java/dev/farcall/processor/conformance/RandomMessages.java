package dev.farcall.processor.conformance;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.List;
import java.util.Random;

/**
 * Writes valid messages of a type in all the ways a peer may write them: fields in any order and
 * several times, numbers packed or one by one, varints longer than needed, unknown fields between.
 */
final class RandomMessages {

  private static final long[] NUMBERS = {
    0,
    1,
    -1,
    2,
    127,
    128,
    300,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    1L << 33,
    Long.MAX_VALUE,
    Long.MIN_VALUE
  };

  private static final String[] TEXTS = {
    "",
    "a",
    "Hello world!",
    "\u00e9\u8C37\uD83D\uDE01",
    "\u0000\uFFFD",
    "x".repeat(127),
    "y".repeat(200)
  };

  private final Random random;

  RandomMessages(Random random) {
    this.random = random;
  }

  ByteString next(Descriptor type) {
    return message(type, 3);
  }

  private ByteString message(Descriptor type, int depth) {
    List<FieldDescriptor> fields = type.getFields();
    ByteString out = ByteString.EMPTY;
    for (int i = random.nextInt(8); i > 0 && !fields.isEmpty(); i--) {
      out = out.concat(field(fields.get(random.nextInt(fields.size())), depth));
      if (random.nextInt(8) == 0) {
        out = out.concat(unknown());
      }
    }
    return out;
  }

  private ByteString field(FieldDescriptor field, int depth) {
    int number = field.getNumber();
    if (field.isMapField()) {
      return Wire.field(
          number, depth == 0 ? ByteString.EMPTY : entry(field.getMessageType(), depth));
    }
    if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
      ByteString content =
          depth == 0 ? ByteString.EMPTY : message(field.getMessageType(), depth - 1);
      return Wire.field(number, content);
    }
    FieldType type = type(field);
    ByteString tag = Wire.tag(number, type.wireType);
    ByteString out = ByteString.EMPTY;
    boolean packed = field.isPackable() && random.nextBoolean();
    for (int i = field.isRepeated() ? random.nextInt(4) : 1; i > 0; i--) {
      ByteString value = value(field, type);
      out = out.concat(packed ? value : tag.concat(value));
    }
    return packed ? Wire.field(number, out) : out;
  }

  private ByteString entry(Descriptor entry, int depth) {
    ByteString key = field(entry.findFieldByNumber(1), 0);
    ByteString value = field(entry.findFieldByNumber(2), depth - 1);
    return switch (random.nextInt(8)) {
      case 0 -> ByteString.EMPTY;
      case 1 -> key;
      case 2 -> value;
      case 3 -> value.concat(key);
      case 4 -> Wire.cat(key, value, value);
      case 5 -> Wire.cat(key, unknown(), value);
      default -> key.concat(value);
    };
  }

  private ByteString value(FieldDescriptor field, FieldType type) {
    return switch (type.wireType) {
      case Wire.VARINT -> {
        long number = NUMBERS[random.nextInt(NUMBERS.length)];
        if (type == FieldType.ENUM) {
          List<EnumValueDescriptor> values = field.getEnumType().getValues();
          number = values.get(random.nextInt(values.size())).getNumber();
        }
        yield number >= 0 && random.nextInt(16) == 0
            ? Wire.longVarint(number, 1)
            : Wire.varint(number);
      }
      case Wire.I32 -> Wire.fixed32((int) NUMBERS[random.nextInt(NUMBERS.length)]);
      case Wire.I64 -> Wire.fixed64(NUMBERS[random.nextInt(NUMBERS.length)]);
      default -> Wire.delimited(TEXTS[random.nextInt(TEXTS.length)]);
    };
  }

  private ByteString unknown() {
    int number = 600 + random.nextInt(1000);
    return switch (random.nextInt(4)) {
      case 0 -> Wire.varintField(number, random.nextLong());
      case 1 -> Wire.field(number, Wire.ascii("unknown"));
      case 2 -> Wire.tag(number, Wire.I32).concat(Wire.fixed32(random.nextInt()));
      default -> Wire.group(number, Wire.varintField(1, 1));
    };
  }

  private static FieldType type(FieldDescriptor field) {
    return FieldType.valueOf(field.getType().name());
  }
}
