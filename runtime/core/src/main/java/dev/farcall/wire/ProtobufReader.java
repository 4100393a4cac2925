package dev.farcall.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A cursor over the bytes of a message. Every read is checked against the innermost limit, and
 * nothing is allocated for bytes that are not there. Where a message field occurs more than once
 * its occurrences are remembered and read as one message, as the format demands; no bytes are
 * copied for that. A tag is the whole value on the wire, {@code number << 3 | wireType}. Not for
 * use by two threads.
 */
public final class ProtobufReader {

  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int VARINT = 0;
  private static final int EIGHT_BYTES = 1;
  private static final int LENGTH_DELIMITED = 2;
  private static final int START_GROUP = 3;
  private static final int END_GROUP = 4;
  private static final int FOUR_BYTES = 5;

  /** A bit for each wire type that {@link #tag} may return. */
  private static final int COMMON_WIRE_TYPES = 0b10_1111;

  private final byte[] bytes;
  private final DecodeLimits limits;
  private final Slices slices = new Slices();
  private int position;
  private int limit;
  private int elements;
  private int depth;

  /** Regions open in the current message; only outside of them does it go on in the next slice. */
  private int regions;

  /** The slices in which the current message goes on. */
  private long rest = Slices.NONE;

  /**
   * Whether the current message's fields are all read, or its tag was wrong: no field is to blame.
   */
  private boolean ended;

  private ProtobufReader(byte[] bytes, int offset, int length, DecodeLimits limits) {
    this.bytes = bytes;
    this.limits = limits;
    this.position = offset;
    this.limit = offset + length;
  }

  /** A reader of one message. */
  public static ProtobufReader of(byte[] bytes, DecodeLimits limits) {
    return of(bytes, 0, bytes.length, limits);
  }

  /**
   * A reader of one message in a part of an array.
   *
   * @throws DecodeException if it is longer than the limit
   */
  public static ProtobufReader of(byte[] bytes, int offset, int length, DecodeLimits limits) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    if (length > limits.maxBytes()) {
      throw DecodeException.limit(
          "message has " + length + " bytes (expected: at most " + limits.maxBytes() + ")");
    }
    return new ProtobufReader(bytes, offset, length, limits);
  }

  /**
   * Reads a whole message.
   *
   * @throws DecodeException if the bytes are not such a message; names the field
   */
  public static <T extends @Nullable Object> T decode(
      MessageCodec<T> codec, byte[] bytes, DecodeLimits limits) {
    return decode(codec, bytes, 0, bytes.length, limits);
  }

  /**
   * Reads a whole message from a part of an array.
   *
   * @throws DecodeException if the bytes are not such a message; names the field
   */
  public static <T extends @Nullable Object> T decode(
      MessageCodec<T> codec, byte[] bytes, int offset, int length, DecodeLimits limits) {
    ProtobufReader in = of(bytes, offset, length, limits);
    try {
      return codec.read(in);
    } catch (RuntimeException e) {
      throw in.leaving(e, offset).locate(codec, bytes, offset + length);
    }
  }

  /** Where the next byte to be read is in the array. */
  public int position() {
    return position;
  }

  // ---- tags

  /** Consumes the tag if it is next, spelt in as few bytes as can be. */
  public boolean next(int tag) {
    int at = position;
    if ((tag & ~0x7F) != 0) {
      return nextLong(tag);
    }
    if (at < limit && bytes[at] == tag) {
      position = at + 1;
      return true;
    }
    return false;
  }

  private boolean nextLong(int tag) {
    int at = position;
    int expected = tag;
    while ((expected & ~0x7F) != 0) {
      if (at >= limit || bytes[at++] != (byte) (expected | 0x80)) {
        return false;
      }
      expected >>>= 7;
    }
    if (at >= limit || bytes[at] != expected) {
      return false;
    }
    position = at + 1;
    return true;
  }

  /** Reads the next tag, or returns 0 at the end of the message or region. */
  public int tag() {
    int at = position;
    if (at < limit) {
      int tag = bytes[at];
      if (tag > 7 && (COMMON_WIRE_TYPES >>> (tag & 7) & 1) != 0) {
        position = at + 1;
        return tag;
      }
    }
    if (!hasNext()) {
      return 0;
    }
    int tag = anyTag();
    if ((tag & 7) == END_GROUP) {
      throw badTag("a group ends that did not begin");
    }
    return tag;
  }

  private boolean hasNext() {
    while (position == limit) {
      if (regions > 0) {
        return false;
      }
      if (rest == Slices.NONE) {
        ended = true;
        return false;
      }
      moveTo(rest);
      rest = slices.after(rest);
    }
    return true;
  }

  private void moveTo(long slice) {
    long first = slices.first(slice);
    position = Slices.start(first);
    limit = Slices.end(first);
  }

  private int anyTag() {
    int at = position;
    int tag = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      if (at == limit) {
        throw badTag("the message ends inside a tag");
      }
      byte b = bytes[at++];
      if (shift == 28 && (b & 0xF0) != 0) {
        break;
      }
      tag |= (b & 0x7F) << shift;
      if (b >= 0) {
        if (tag >>> 3 == 0 || (tag & 7) > FOUR_BYTES) {
          throw badTag("no field has the tag " + Integer.toUnsignedString(tag));
        }
        position = at;
        return tag;
      }
    }
    throw badTag("a tag has more than 32 bits");
  }

  private DecodeException badTag(String problem) {
    ended = true;
    return DecodeException.malformed(problem);
  }

  /** Skips an unknown field, or a known one with a wire type that is not its own. */
  public void skip(int tag) {
    switch (tag & 7) {
      case VARINT -> varint();
      case EIGHT_BYTES -> advance(Long.BYTES);
      case LENGTH_DELIMITED -> advance(length());
      case START_GROUP -> skipGroup(tag >>> 3);
      default -> advance(Integer.BYTES);
    }
  }

  /** Groups in groups are skipped in a loop: a peer decides how deep they are. */
  private void skipGroup(int number) {
    int[] open = new int[Math.min(8, limits.maxDepth())];
    int deep = 0;
    int current = number;
    while (true) {
      if (current != 0) {
        requireDepth(depth + deep);
        if (deep == open.length) {
          open = Arrays.copyOf(open, 2 * deep);
        }
        open[deep++] = current;
        current = 0;
      }
      int tag = anyTag();
      switch (tag & 7) {
        case START_GROUP -> current = tag >>> 3;
        case END_GROUP -> {
          if (open[--deep] != tag >>> 3) {
            throw DecodeException.malformed("a group ends with the number of another");
          }
          if (deep == 0) {
            return;
          }
        }
        default -> skip(tag);
      }
    }
  }

  // ---- values

  public boolean bool() {
    return varint() != 0;
  }

  /** The low 32 bits of a varint. */
  public int int32() {
    return (int) varint();
  }

  public long int64() {
    return varint();
  }

  public int uint32() {
    return (int) varint();
  }

  public long uint64() {
    return varint();
  }

  public int sint32() {
    int value = (int) varint();
    return value >>> 1 ^ -(value & 1);
  }

  public long sint64() {
    long value = varint();
    return value >>> 1 ^ -(value & 1);
  }

  public int sfixed32() {
    int at = position;
    advance(Integer.BYTES);
    return (int) INTS.get(bytes, at);
  }

  public long sfixed64() {
    int at = position;
    advance(Long.BYTES);
    return (long) LONGS.get(bytes, at);
  }

  public float float32() {
    return Float.intBitsToFloat(sfixed32());
  }

  public double float64() {
    return Double.longBitsToDouble(sfixed64());
  }

  /** Text, which must be UTF-8. */
  public String string() {
    int length = length();
    if (length == 0) {
      return "";
    }
    int start = position;
    position = start + length;
    return Utf8.decode(bytes, start, length);
  }

  /** An array of its own. */
  public byte[] bytes() {
    int length = length();
    int start = position;
    position = start + length;
    return Arrays.copyOfRange(bytes, start, position);
  }

  /** A read-only buffer over an array of its own. */
  public ByteBuffer byteBuffer() {
    return ByteBuffer.wrap(bytes()).asReadOnlyBuffer();
  }

  private long varint() {
    int at = position;
    if (at < limit) {
      byte b = bytes[at];
      if (b >= 0) {
        position = at + 1;
        return b;
      }
    }
    return longVarint();
  }

  private long longVarint() {
    byte[] from = bytes;
    int end = limit;
    int at = position;
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (at == end) {
        throw truncated();
      }
      byte b = from[at++];
      value |= (long) (b & 0x7F) << shift;
      if (b >= 0) {
        position = at;
        return value;
      }
    }
    throw DecodeException.malformed("a varint is longer than 10 bytes");
  }

  /** A length that fits into what is left. */
  private int length() {
    int at = position;
    if (at < limit) {
      int length = bytes[at];
      if (length >= 0 && length < limit - at) {
        position = at + 1;
        return length;
      }
    }
    return longLength();
  }

  /** One of more than a byte, or one that is wrong. */
  private int longLength() {
    long length = varint();
    if (length < 0 || length > limit - position) {
      throw DecodeException.malformed(
          "a length is " + length + " (expected: 0 to " + (limit - position) + ")");
    }
    return (int) length;
  }

  private void advance(int count) {
    if (count > limit - position) {
      throw truncated();
    }
    position += count;
  }

  private static DecodeException truncated() {
    return DecodeException.malformed("the message ends inside a value");
  }

  // ---- messages

  /**
   * Remembers where a message lies and skips it.
   *
   * @param previous what this returned for the field before, or 0
   * @return for {@link #message}; never 0
   */
  public long slice(long previous) {
    int length = length();
    int start = position;
    position = start + length;
    return slices.append(previous, Slices.of(start, length));
  }

  /** Reads the message that was remembered; the cursor stays where it is. */
  public <T extends @Nullable Object> T message(long slice, MessageCodec<T> codec) {
    int outerPosition = position;
    int outerLimit = limit;
    moveTo(slice);
    T value = read(slice, codec);
    position = outerPosition;
    limit = outerLimit;
    return value;
  }

  /** Reads one message here, an element of a collection. */
  public <T extends @Nullable Object> T element(MessageCodec<T> codec) {
    count();
    int length = length();
    int outerLimit = limit;
    int end = position + length;
    limit = end;
    T value = read(Slices.of(position, length), codec);
    position = end;
    limit = outerLimit;
    return value;
  }

  /** What a message reads as of which not a byte was sent: a map's value that is absent. */
  public <T extends @Nullable Object> T empty(MessageCodec<T> codec) {
    int outerLimit = limit;
    limit = position;
    T value = read(Slices.of(position, 0), codec);
    limit = outerLimit;
    return value;
  }

  private <T extends @Nullable Object> T read(long slice, MessageCodec<T> codec) {
    requireDepth(depth);
    long outerRest = rest;
    int outerRegions = regions;
    boolean outerEnded = ended;
    int mark = slices.mark();
    depth++;
    rest = slices.after(slice);
    regions = 0;
    ended = false;
    T value;
    try {
      value = codec.read(this);
    } catch (RuntimeException e) {
      throw leaving(e, slices.startOfPart(slice, position));
    }
    depth--;
    rest = outerRest;
    regions = outerRegions;
    ended = outerEnded;
    slices.release(mark);
    return value;
  }

  private DecodeException leaving(RuntimeException thrown, int start) {
    return DecodeException.leaving(thrown, start, ended ? -1 : position);
  }

  private void requireDepth(int present) {
    if (present >= limits.maxDepth()) {
      throw DecodeException.limit(
          "messages nest deeper than " + limits.maxDepth() + " (expected: less)");
    }
  }

  /** The bytes of a message that was remembered, its occurrences joined. */
  public byte[] sliceBytes(long slice) {
    return slices.copy(bytes, slice);
  }

  /** All bytes of the current message that are still to be read, which are thereby read. */
  public byte[] remaining() {
    byte[] here = Arrays.copyOfRange(bytes, position, limit);
    position = limit;
    if (rest == Slices.NONE) {
      return here;
    }
    byte[] there = slices.copy(bytes, rest);
    rest = Slices.NONE;
    byte[] all = Arrays.copyOf(here, here.length + there.length);
    System.arraycopy(there, 0, all, here.length, there.length);
    return all;
  }

  // ---- regions

  /** Enters a length-delimited region of values; what is returned belongs to {@link #pop}. */
  public int push() {
    int length = length();
    int outer = limit;
    limit = position + length;
    regions++;
    return outer;
  }

  /** Leaves the region that {@link #push} entered. */
  public void pop(int outer) {
    if (position != limit) {
      throw new IllegalStateException("a region was left before its end");
    }
    limit = outer;
    regions--;
  }

  /** Whether the region has more values. */
  public boolean more() {
    return position < limit;
  }

  /** Enters an entry of a map; what is returned belongs to {@link #leave}. */
  public int enter() {
    count();
    requireDepth(depth);
    depth++;
    return push();
  }

  /** Leaves the entry that {@link #enter} entered. */
  public void leave(int outer) {
    depth--;
    pop(outer);
  }

  /** One more element of a collection. */
  public void count() {
    if (++elements > limits.maxElements()) {
      throw DecodeException.limit(
          "message has more than " + limits.maxElements() + " elements (expected: at most that)");
    }
  }
}
