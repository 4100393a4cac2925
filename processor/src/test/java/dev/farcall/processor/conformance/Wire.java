package dev.farcall.processor.conformance;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Builds bytes freely, invalid ones too, which an encoder would refuse to do. */
final class Wire {

  static final int VARINT = 0;
  static final int I64 = 1;
  static final int LEN = 2;
  static final int START_GROUP = 3;
  static final int END_GROUP = 4;
  static final int I32 = 5;

  private Wire() {}

  static ByteString cat(ByteString... parts) {
    ByteString all = ByteString.EMPTY;
    for (ByteString part : parts) {
      all = all.concat(part);
    }
    return all;
  }

  static ByteString bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return ByteString.copyFrom(bytes);
  }

  static ByteString ascii(String text) {
    return ByteString.copyFrom(text, StandardCharsets.US_ASCII);
  }

  static ByteString repeat(ByteString part, int count) {
    byte[] once = part.toByteArray();
    byte[] all = new byte[once.length * count];
    for (int i = 0; i < count; i++) {
      System.arraycopy(once, 0, all, i * once.length, once.length);
    }
    return ByteString.copyFrom(all);
  }

  static ByteString varint(long value) {
    return longVarint(value, 0);
  }

  /** A varint that is a number of bytes longer than it needs to be. */
  static ByteString longVarint(long value, int extra) {
    ByteBuffer out = ByteBuffer.allocate(32);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.put((byte) (rest | 0x80));
      rest >>>= 7;
    }
    out.put((byte) (extra > 0 ? rest | 0x80 : rest));
    for (int i = extra; i > 0; i--) {
      out.put((byte) (i > 1 ? 0x80 : 0));
    }
    return ByteString.copyFrom(out.flip());
  }

  static ByteString zigzag32(int value) {
    return varint(Integer.toUnsignedLong((value << 1) ^ (value >> 31)));
  }

  static ByteString zigzag64(long value) {
    return varint((value << 1) ^ (value >> 63));
  }

  static ByteString fixed32(int value) {
    return ByteString.copyFrom(
        ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).flip());
  }

  static ByteString fixed64(long value) {
    return ByteString.copyFrom(
        ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).flip());
  }

  static ByteString float32(float value) {
    return fixed32(Float.floatToRawIntBits(value));
  }

  static ByteString float64(double value) {
    return fixed64(Double.doubleToRawLongBits(value));
  }

  static ByteString delimited(ByteString content) {
    return varint(content.size()).concat(content);
  }

  static ByteString delimited(String utf8) {
    return delimited(ByteString.copyFromUtf8(utf8));
  }

  static ByteString tag(int number, int wireType) {
    return varint(Integer.toUnsignedLong(number << 3 | wireType));
  }

  /** A length-delimited field. */
  static ByteString field(int number, ByteString content) {
    return tag(number, LEN).concat(delimited(content));
  }

  static ByteString varintField(int number, long value) {
    return tag(number, VARINT).concat(varint(value));
  }

  static ByteString group(int number, ByteString content) {
    return cat(tag(number, START_GROUP), content, tag(number, END_GROUP));
  }
}
