package dev.farcall.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON in one pass into an array that grows. The caller says the structure, commas are the
 * writer's business. What a value looks like is decided by the {@link JsonProfile}. Not for use by
 * two threads.
 */
public final class JsonWriter {

  /** How deep objects and arrays may nest: what our readers accept. */
  private static final int MAX_DEPTH = 100;

  private static final int INITIAL = 1024;
  private static final int MAX_ARRAY = Integer.MAX_VALUE - 8;
  private static final WriterPool<JsonWriter> POOL =
      new WriterPool<>(() -> new JsonWriter(JsonProfile.PROTO), writer -> writer.buffer.length);

  private byte[] buffer = new byte[INITIAL];
  private int position;
  private int depth;

  /** Whether a comma stands before what comes next in the object or array. */
  private boolean comma;

  /** The last member begun: errors name it. */
  private String member = "";

  private JsonProfile profile;
  private boolean defaults;
  private boolean longsAsText;

  private JsonWriter(JsonProfile profile) {
    this.profile = profile;
  }

  /** A writer of its own, for a text that is put together in several places. */
  public static JsonWriter of(JsonProfile profile) {
    JsonWriter writer = new JsonWriter(profile);
    writer.reset(profile);
    return writer;
  }

  /**
   * The JSON of a message, in UTF-8.
   *
   * @throws EncodeException if the value holds what its contract cannot say
   */
  public static <T extends @Nullable Object> byte[] encode(
      MessageCodec<T> codec, T value, JsonProfile profile) {
    JsonWriter writer = POOL.take();
    try {
      writer.reset(profile);
      writer.message(value, codec);
      return writer.toByteArray();
    } finally {
      POOL.give(writer);
    }
  }

  /**
   * The JSON that is written, in UTF-8.
   *
   * @throws EncodeException if a value cannot be written
   */
  public static byte[] encode(JsonProfile profile, Consumer<JsonWriter> content) {
    JsonWriter writer = POOL.take();
    try {
      writer.reset(profile);
      content.accept(writer);
      return writer.toByteArray();
    } finally {
      POOL.give(writer);
    }
  }

  private void reset(JsonProfile next) {
    position = 0;
    depth = 0;
    comma = false;
    member = "";
    profile = next;
    defaults = next.writesDefaults();
    longsAsText = next.writesLongsAsText();
  }

  /** What was written so far. */
  public byte[] toByteArray() {
    return Arrays.copyOf(buffer, position);
  }

  /** How values are written. */
  public JsonProfile profile() {
    return profile;
  }

  /** Whether 0, false, and what is empty are to be written. */
  public boolean defaults() {
    return defaults;
  }

  // ---- structure

  public void beginObject() {
    begin('{');
  }

  public void endObject() {
    end('}');
  }

  public void beginArray() {
    begin('[');
  }

  public void endArray() {
    end(']');
  }

  private void begin(char bracket) {
    if (depth == MAX_DEPTH) {
      throw EncodeException.placeless(
              "nests deeper than " + MAX_DEPTH + " objects and arrays (expected: less, no cycle)")
          .heldBy(member);
    }
    depth++;
    separate(1);
    buffer[position++] = (byte) bracket;
    comma = false;
  }

  private void end(char bracket) {
    depth--;
    need(1);
    buffer[position++] = (byte) bracket;
    comma = true;
  }

  /** Begins a member, whose value comes next. */
  public void name(JsonName name) {
    separate(name.room());
    name.put(buffer, position);
    position += name.length();
    member = name.name();
    comma = false;
  }

  /** Begins a member that no message declares: an entry of a map. */
  public void name(String name) {
    string(name);
    need(1);
    buffer[position++] = ':';
    comma = false;
  }

  /** Writes the comma, if there is to be one, and makes room. */
  private void separate(int room) {
    need(room + 1L);
    if (comma) {
      buffer[position++] = ',';
    }
    comma = true;
  }

  // ---- values

  /** A message, as its codec writes it. */
  public <T extends @Nullable Object> void message(T value, MessageCodec<T> codec) {
    String outer = member;
    member = "";
    try {
      codec.write(value, this);
    } catch (EncodeException e) {
      EncodeException named = e.in(codec);
      throw outer.isEmpty() ? named : named.heldBy(outer);
    }
    member = outer;
  }

  /** No value. */
  public void nothing() {
    ascii("null");
  }

  public void bool(boolean value) {
    ascii(value ? "true" : "false");
  }

  public void int32(int value) {
    integer(value);
  }

  /** The int as a number without sign. */
  public void uint32(int value) {
    integer(Integer.toUnsignedLong(value));
  }

  public void int64(long value) {
    if (longsAsText) {
      quoted(value);
    } else {
      integer(value);
    }
  }

  /** The long as a number without sign. */
  public void uint64(long value) {
    if (value >= 0) {
      int64(value);
    } else {
      String digits = Long.toUnsignedString(value);
      ascii(longsAsText ? '"' + digits + '"' : digits);
    }
  }

  private void integer(long value) {
    separate(JsonDigits.ROOM);
    position = JsonDigits.put(value, buffer, position);
  }

  private void quoted(long value) {
    separate(JsonDigits.ROOM);
    buffer[position++] = '"';
    position = JsonDigits.put(value, buffer, position);
    buffer[position++] = '"';
  }

  public void float32(float value) {
    if (Float.isFinite(value)) {
      separate(JsonDigits.ROOM);
      position = JsonDigits.put(value, buffer, position);
    } else {
      ascii('"' + Float.toString(value) + '"');
    }
  }

  public void float64(double value) {
    if (Double.isFinite(value)) {
      separate(JsonDigits.ROOM);
      position = JsonDigits.put(value, buffer, position);
    } else {
      ascii('"' + Double.toString(value) + '"');
    }
  }

  private void ascii(String text) {
    separate(text.length());
    position = JsonDigits.put(text, buffer, position);
  }

  /** Text in ASCII, without quotes and backslashes, written by the caller. */
  byte[] room(int length) {
    separate(length);
    return buffer;
  }

  int position() {
    return position;
  }

  void written(int end) {
    position = end;
  }

  /** In base64, padded. */
  public void bytes(byte[] value) {
    byte[] encoded = Base64.getEncoder().encode(value);
    separate(encoded.length + 2);
    buffer[position++] = '"';
    System.arraycopy(encoded, 0, buffer, position, encoded.length);
    position += encoded.length;
    buffer[position++] = '"';
  }

  /** The bytes from the buffer's position to its limit; the buffer is left as it is. */
  public void bytes(ByteBuffer value) {
    byte[] copy = new byte[value.remaining()];
    value.get(value.position(), copy);
    bytes(copy);
  }

  /** One JSON value that is written already, in UTF-8; it is not checked. */
  public void raw(byte[] json) {
    separate(json.length);
    System.arraycopy(json, 0, buffer, position, json.length);
    position += json.length;
  }

  /**
   * Text.
   *
   * @throws EncodeException if it has a surrogate without its pair, which UTF-8 cannot say
   */
  public void string(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    separate(utf8.length + 2);
    buffer[position++] = '"';
    int plain = JsonText.copyPlain(utf8, buffer, position);
    position += plain;
    if (plain < utf8.length) {
      escaped(value, utf8, plain);
    }
    buffer[position++] = '"';
  }

  private void escaped(String value, byte[] utf8, int from) {
    if (Surrogates.mayBeReplaced(utf8)) {
      int at = Surrogates.firstUnpaired(value);
      if (at >= 0) {
        throw EncodeException.placeless(
                "has a lone surrogate at index " + at + " (expected: well-formed Unicode text)")
            .heldBy(member);
      }
    }
    need(6L * (utf8.length - from) + 1);
    for (int i = from; i < utf8.length; i++) {
      position = JsonText.put(utf8[i], buffer, position);
    }
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
