package dev.farcall.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes protobuf in one pass, front to back, into an array that grows. The length of a message is
 * not known before its fields are written: one byte is kept free for it, and the few messages of
 * 128 bytes and more are moved up when they end. Measured against computing sizes first, see the
 * benchmarks.
 *
 * <p>The methods named for a type always write; the caller leaves out what is a default. A tag is
 * the whole value on the wire, {@code number << 3 | wireType}. Not for use by two threads.
 */
public final class ProtobufWriter {

  /** How deep messages and map entries may nest: what readers everywhere accept. */
  private static final int MAX_DEPTH = 100;

  private static final int INITIAL = 1024;
  private static final WriterPool<ProtobufWriter> POOL =
      new WriterPool<>(() -> new ProtobufWriter(INITIAL), writer -> writer.buffer.length);
  private static final int MAX_ARRAY = Integer.MAX_VALUE - 8;
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] buffer;
  private int position;
  private int depth;

  /** The tag of the map whose entry is being written, or 0: errors name the map. */
  private int map;

  ProtobufWriter(int capacity) {
    buffer = new byte[capacity];
  }

  /**
   * The bytes of a message.
   *
   * @throws EncodeException if the value holds what its contract cannot say
   */
  public static <T extends @Nullable Object> byte[] encode(MessageCodec<T> codec, T value) {
    ProtobufWriter writer = POOL.take();
    try {
      writer.root(codec, value);
      return Arrays.copyOf(writer.buffer, writer.position);
    } finally {
      POOL.give(writer);
    }
  }

  /**
   * Makes sure that a value could be encoded, without giving the bytes.
   *
   * @throws EncodeException if the value holds what its contract cannot say
   */
  public static <T extends @Nullable Object> void check(MessageCodec<T> codec, T value) {
    ProtobufWriter writer = POOL.take();
    try {
      writer.root(codec, value);
    } finally {
      POOL.give(writer);
    }
  }

  private <T extends @Nullable Object> void root(MessageCodec<T> codec, T value) {
    position = 0;
    depth = 0;
    map = 0;
    try {
      codec.write(value, this);
    } catch (EncodeException e) {
      throw e.in(codec);
    }
  }

  public void bool(int tag, boolean value) {
    need(6);
    tag(tag);
    buffer[position++] = (byte) (value ? 1 : 0);
  }

  public void int32(int tag, int value) {
    need(15);
    tag(tag);
    varint((long) value);
  }

  public void int64(int tag, long value) {
    need(15);
    tag(tag);
    varint(value);
  }

  public void uint32(int tag, int value) {
    need(10);
    tag(tag);
    varint(value);
  }

  public void uint64(int tag, long value) {
    int64(tag, value);
  }

  public void sint32(int tag, int value) {
    uint32(tag, value << 1 ^ value >> 31);
  }

  public void sint64(int tag, long value) {
    int64(tag, value << 1 ^ value >> 63);
  }

  public void sfixed32(int tag, int value) {
    need(9);
    tag(tag);
    fixed(value);
  }

  public void sfixed64(int tag, long value) {
    need(13);
    tag(tag);
    fixed(value);
  }

  public void float32(int tag, float value) {
    sfixed32(tag, Float.floatToRawIntBits(value));
  }

  public void float64(int tag, double value) {
    sfixed64(tag, Double.doubleToRawLongBits(value));
  }

  /**
   * Text as UTF-8.
   *
   * @throws EncodeException if it has a surrogate without its pair, which UTF-8 cannot say
   */
  public void string(int tag, String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    if (Surrogates.mayBeReplaced(utf8)) {
      int at = Surrogates.firstUnpaired(value);
      if (at >= 0) {
        throw inField(
            tag, "has a lone surrogate at index " + at + " (expected: well-formed Unicode text)");
      }
    }
    bytes(tag, utf8);
  }

  public void bytes(int tag, byte[] value) {
    int length = value.length;
    need(10L + length);
    tag(tag);
    varint(length);
    System.arraycopy(value, 0, buffer, position, length);
    position += length;
  }

  /** The bytes from the buffer's position to its limit; the buffer is left as it is. */
  public void bytes(int tag, ByteBuffer value) {
    int length = value.remaining();
    need(10L + length);
    tag(tag);
    varint(length);
    value.get(value.position(), buffer, position, length);
    position += length;
  }

  /** A message: its length, its fields. */
  public <T extends @Nullable Object> void message(int tag, T value, MessageCodec<T> codec) {
    int outerMap = map;
    int start = begin(tag);
    descend(tag);
    map = 0;
    try {
      codec.write(value, this);
    } catch (EncodeException e) {
      throw e.in(codec).heldBy((outerMap == 0 ? tag : outerMap) >>> 3);
    }
    map = outerMap;
    depth--;
    end(start);
  }

  private EncodeException inField(int tag, String problem) {
    return EncodeException.inField((map == 0 ? tag : map) >>> 3, problem);
  }

  private void descend(int tag) {
    if (depth == MAX_DEPTH) {
      throw inField(
          tag, "nests deeper than " + MAX_DEPTH + " messages (expected: less, and no cycle)");
    }
    depth++;
  }

  /** Begins an entry of a map: a message with field 1, the key, and field 2, the value. */
  public int enter(int tag) {
    int start = begin(tag);
    descend(tag);
    map = tag;
    return start;
  }

  /** Ends what {@link #enter} began. */
  public void leave(int start) {
    map = 0;
    depth--;
    end(start);
  }

  /** Begins a length-delimited region; what is returned belongs to {@link #end}. */
  public int begin(int tag) {
    need(6);
    tag(tag);
    return ++position;
  }

  /** Ends what {@link #begin} began: writes its length before it. */
  public void end(int start) {
    int length = position - start;
    if (length < 0x80) {
      buffer[start - 1] = (byte) length;
      return;
    }
    int extra = (38 - Integer.numberOfLeadingZeros(length)) / 7 - 1;
    need(extra);
    System.arraycopy(buffer, start, buffer, start + extra, length);
    position = start - 1;
    varint(length);
    position += length;
  }

  /** Fields that are already protobuf: those of a message another library encoded. */
  public void fields(byte[] encoded) {
    need(encoded.length);
    System.arraycopy(encoded, 0, buffer, position, encoded.length);
    position += encoded.length;
  }

  public void rawBool(boolean value) {
    need(1);
    buffer[position++] = (byte) (value ? 1 : 0);
  }

  public void rawInt32(int value) {
    rawInt64(value);
  }

  public void rawInt64(long value) {
    need(10);
    varint(value);
  }

  public void rawUint32(int value) {
    need(5);
    varint(value);
  }

  public void rawUint64(long value) {
    rawInt64(value);
  }

  public void rawSint32(int value) {
    rawUint32(value << 1 ^ value >> 31);
  }

  public void rawSint64(long value) {
    rawInt64(value << 1 ^ value >> 63);
  }

  public void rawSfixed32(int value) {
    need(4);
    fixed(value);
  }

  public void rawSfixed64(long value) {
    need(8);
    fixed(value);
  }

  public void rawFloat32(float value) {
    rawSfixed32(Float.floatToRawIntBits(value));
  }

  public void rawFloat64(double value) {
    rawSfixed64(Double.doubleToRawLongBits(value));
  }

  private void tag(int tag) {
    if ((tag & ~0x7F) == 0) {
      buffer[position++] = (byte) tag;
    } else {
      varint(tag);
    }
  }

  private void varint(int value) {
    byte[] to = buffer;
    int at = position;
    int rest = value;
    while ((rest & ~0x7F) != 0) {
      to[at++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    to[at++] = (byte) rest;
    position = at;
  }

  private void varint(long value) {
    byte[] to = buffer;
    int at = position;
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      to[at++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    to[at++] = (byte) rest;
    position = at;
  }

  private void fixed(int value) {
    INTS.set(buffer, position, value);
    position += 4;
  }

  private void fixed(long value) {
    LONGS.set(buffer, position, value);
    position += 8;
  }

  private void need(long bytes) {
    if (bytes > buffer.length - position) {
      grow(position + bytes);
    }
  }

  private void grow(long capacity) {
    if (capacity > MAX_ARRAY) {
      throw new EncodeException("message is larger than 2 GiB (expected: less)");
    }
    buffer =
        Arrays.copyOf(buffer, (int) Math.min(Math.max(2L * buffer.length, capacity), MAX_ARRAY));
  }
}
