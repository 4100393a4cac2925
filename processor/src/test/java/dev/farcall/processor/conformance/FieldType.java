package dev.farcall.processor.conformance;

import static dev.farcall.processor.conformance.Wire.delimited;
import static dev.farcall.processor.conformance.Wire.fixed32;
import static dev.farcall.processor.conformance.Wire.fixed64;
import static dev.farcall.processor.conformance.Wire.float32;
import static dev.farcall.processor.conformance.Wire.float64;
import static dev.farcall.processor.conformance.Wire.longVarint;
import static dev.farcall.processor.conformance.Wire.varint;
import static dev.farcall.processor.conformance.Wire.varintField;
import static dev.farcall.processor.conformance.Wire.zigzag32;
import static dev.farcall.processor.conformance.Wire.zigzag64;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import java.util.List;

/**
 * The protobuf types of the suite, named as its cases name them, in the order of the descriptor's
 * numbers, each with its values. A value's position is part of a case's name.
 */
enum FieldType {
  DOUBLE(Type.TYPE_DOUBLE, Wire.I64, float64(0), float64(1)) {
    @Override
    List<Value> examples() {
      return same(float64(0), float64(0.1), float64(Double.MAX_VALUE), float64(Double.MIN_NORMAL));
    }
  },
  FLOAT(Type.TYPE_FLOAT, Wire.I32, float32(0), float32(1)) {
    @Override
    List<Value> examples() {
      return same(
          float32(0),
          float32(0.1f),
          float32(1.00000075e-36f),
          float32(3.402823e+38f),
          float32(Float.MIN_NORMAL));
    }
  },
  INT64(Type.TYPE_INT64, Wire.VARINT, varint(0), varint(1)) {
    @Override
    List<Value> examples() {
      return same(varint(0), varint(12345), varint(Long.MAX_VALUE), varint(Long.MIN_VALUE));
    }
  },
  UINT64(Type.TYPE_UINT64, Wire.VARINT, varint(0), varint(1)) {
    @Override
    List<Value> examples() {
      return same(varint(0), varint(12345), varint(-1));
    }
  },
  INT32(Type.TYPE_INT32, Wire.VARINT, varint(0), varint(1)) {
    @Override
    List<Value> examples() {
      return List.of(
          value(varint(0), varint(0)),
          value(varint(12345), varint(12345)),
          value(longVarint(12345, 2), varint(12345)),
          value(longVarint(12345, 7), varint(12345)),
          value(varint(Integer.MAX_VALUE), varint(Integer.MAX_VALUE)),
          value(varint(Integer.MIN_VALUE), varint(Integer.MIN_VALUE)),
          value(varint(1L << 33), varint(0)),
          value(varint((1L << 33) - 1), varint(-1)),
          value(varint(Long.MAX_VALUE), varint(-1)),
          value(varint(Long.MIN_VALUE + 1), varint(1)));
    }
  },
  FIXED64(Type.TYPE_FIXED64, Wire.I64, fixed64(0), fixed64(1)) {
    @Override
    List<Value> examples() {
      return same(fixed64(0), fixed64(12345), fixed64(-1));
    }
  },
  FIXED32(Type.TYPE_FIXED32, Wire.I32, fixed32(0), fixed32(1)) {
    @Override
    List<Value> examples() {
      return same(fixed32(0), fixed32(12345), fixed32(-1));
    }
  },
  BOOL(Type.TYPE_BOOL, Wire.VARINT, varint(0), varint(1)) {
    @Override
    List<Value> examples() {
      return List.of(
          value(varint(0), varint(0)),
          value(varint(1), varint(1)),
          value(varint(-1), varint(1)),
          value(varint(12345678), varint(1)),
          value(varint(1L << 33), varint(1)),
          value(varint(Long.MAX_VALUE), varint(1)),
          value(varint(Long.MIN_VALUE), varint(1)));
    }
  },
  STRING(Type.TYPE_STRING, Wire.LEN, delimited(""), delimited("a")) {
    @Override
    List<Value> examples() {
      return same(
          delimited(""),
          delimited("Hello world!"),
          delimited("'\"?\\\u0007\b\f\n\r\t\u000b"),
          delimited("\u8C37\u6B4C"),
          delimited("\uD83D\uDE01"));
    }
  },
  MESSAGE(Type.TYPE_MESSAGE, Wire.LEN, delimited(""), delimited(varintField(1, 1234))) {
    @Override
    List<Value> examples() {
      return same(delimited(""), delimited(varintField(1, 1234)));
    }
  },
  BYTES(Type.TYPE_BYTES, Wire.LEN, delimited(""), delimited("a")) {
    @Override
    List<Value> examples() {
      return same(
          delimited(""),
          delimited("Hello world!"),
          delimited(Wire.bytes(1, 2)),
          delimited(Wire.bytes(0xfb)));
    }
  },
  UINT32(Type.TYPE_UINT32, Wire.VARINT, varint(0), varint(1)) {
    @Override
    List<Value> examples() {
      long max = 0xFFFF_FFFFL;
      return List.of(
          value(varint(0), varint(0)),
          value(varint(12345), varint(12345)),
          value(longVarint(12345, 2), varint(12345)),
          value(longVarint(12345, 7), varint(12345)),
          value(varint(max), varint(max)),
          value(varint(1L << 33), varint(0)),
          value(varint((1L << 33) + 1), varint(1)),
          value(varint((1L << 33) - 1), varint(max)),
          value(varint(Long.MAX_VALUE), varint(max)),
          value(varint(Long.MIN_VALUE + 1), varint(1)));
    }
  },
  ENUM(Type.TYPE_ENUM, Wire.VARINT, varint(0), varint(1)) {
    @Override
    List<Value> examples() {
      return List.of(
          value(varint(0), varint(0)),
          value(varint(1), varint(1)),
          value(varint(2), varint(2)),
          value(varint(-1), varint(-1)),
          value(varint(Long.MAX_VALUE), varint(-1)),
          value(varint(Long.MIN_VALUE + 1), varint(1)));
    }
  },
  SFIXED32(Type.TYPE_SFIXED32, Wire.I32, fixed32(0), fixed32(1)) {
    @Override
    List<Value> examples() {
      return same(
          fixed32(0), fixed32(12345), fixed32(Integer.MAX_VALUE), fixed32(Integer.MIN_VALUE));
    }
  },
  SFIXED64(Type.TYPE_SFIXED64, Wire.I64, fixed64(0), fixed64(1)) {
    @Override
    List<Value> examples() {
      return same(fixed64(0), fixed64(12345), fixed64(Long.MAX_VALUE), fixed64(Long.MIN_VALUE));
    }
  },
  SINT32(Type.TYPE_SINT32, Wire.VARINT, zigzag32(0), zigzag32(1)) {
    @Override
    List<Value> examples() {
      return List.of(
          value(zigzag32(0), zigzag32(0)),
          value(zigzag32(12345), zigzag32(12345)),
          value(zigzag32(Integer.MAX_VALUE), zigzag32(Integer.MAX_VALUE)),
          value(zigzag32(Integer.MIN_VALUE), zigzag32(Integer.MIN_VALUE)),
          value(zigzag64(Integer.MAX_VALUE + 2L), zigzag32(1)));
    }
  },
  SINT64(Type.TYPE_SINT64, Wire.VARINT, zigzag64(0), zigzag64(1)) {
    @Override
    List<Value> examples() {
      return same(zigzag64(0), zigzag64(12345), zigzag64(Long.MAX_VALUE), zigzag64(Long.MIN_VALUE));
    }
  };

  final Type descriptorType;
  final int wireType;

  /** The type's default, without a tag. */
  final ByteString zero;

  /** One, {@code "a"} or a message with field 1, without a tag. */
  final ByteString one;

  FieldType(Type descriptorType, int wireType, ByteString zero, ByteString one) {
    this.descriptorType = descriptorType;
    this.wireType = wireType;
    this.zero = zero;
    this.one = one;
  }

  /** A value as it is sent, and as it must be written again; both without a tag. */
  record Value(ByteString input, ByteString expected) {}

  abstract List<Value> examples();

  boolean packable() {
    return wireType != Wire.LEN;
  }

  /** Whether these bytes are a value that a field without presence does not write. */
  boolean isDefault(ByteString value) {
    return this != MESSAGE && value.equals(zero);
  }

  private static Value value(ByteString input, ByteString expected) {
    return new Value(input, expected);
  }

  private static List<Value> same(ByteString... values) {
    return List.of(values).stream().map(value -> new Value(value, value)).toList();
  }
}
