package dev.farcall.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A cursor over JSON (RFC 8259), strict: no comments, no trailing commas or text, no name twice, no
 * text that is not Unicode. Nothing is allocated for what is not there, and nesting is bounded also
 * in what is skipped. {@code null} as the value of a member means that it is absent. Not for use by
 * two threads.
 */
public final class JsonReader extends JsonScanner {

  /** What {@link #field} returns at the end of the object. */
  public static final int END = -1;

  /** What {@link #anyField} returns for a name that is not known. */
  public static final int UNKNOWN = -2;

  private final JsonProfile profile;
  private int elements;

  /** Which members of the message being read were there, the first 64. */
  private long seen;

  /** Those after them, or null while there were none. */
  private long @Nullable [] seenMore;

  /** Whether the message being read is at its end, so that no member of it is to blame. */
  private boolean ended;

  private JsonReader(byte[] bytes, int from, int limit, JsonProfile profile, DecodeLimits limits) {
    super(bytes, from, limit, limits);
    this.profile = profile;
  }

  /**
   * A reader of one JSON text, for what is read in several places: hand what is thrown to {@link
   * #located}, and call {@link #end} when all is read.
   *
   * @throws DecodeException if it is longer than the limit
   */
  public static JsonReader of(byte[] bytes, JsonProfile profile, DecodeLimits limits) {
    if (bytes.length > limits.maxBytes()) {
      throw DecodeException.limit(
          "message has " + bytes.length + " bytes (expected: at most " + limits.maxBytes() + ")");
    }
    return new JsonReader(bytes, 0, bytes.length, profile, limits);
  }

  /** A reader of one token. */
  static JsonReader of(byte[] bytes, int from, int to) {
    return new JsonReader(bytes, from, to, JsonProfile.PROTO, DecodeLimits.DEFAULT);
  }

  /**
   * Reads a whole message.
   *
   * @throws DecodeException if the text is not such a message; names the place
   */
  public static <T extends @Nullable Object> T decode(
      MessageCodec<T> codec, byte[] bytes, JsonProfile profile, DecodeLimits limits) {
    JsonReader in = of(bytes, profile, limits);
    try {
      T value = in.message(codec);
      in.end();
      return value;
    } catch (RuntimeException e) {
      throw in.located(e);
    }
  }

  /**
   * Reads a whole text.
   *
   * @throws DecodeException if the text is not what is read; names the place
   */
  public static <T extends @Nullable Object> T decode(
      byte[] bytes, JsonProfile profile, DecodeLimits limits, Function<JsonReader, T> content) {
    JsonReader in = of(bytes, profile, limits);
    try {
      T value = content.apply(in);
      in.end();
      return value;
    } catch (RuntimeException e) {
      throw in.located(e);
    }
  }

  /** What was thrown while reading, with the path to where that was. */
  public DecodeException located(RuntimeException thrown) {
    return DecodeException.leaving(thrown, position).locate(bytes);
  }

  /**
   * Makes sure that nothing follows.
   *
   * @throws DecodeException if something does
   */
  public void end() {
    if (skipSpace(position) < limit) {
      throw DecodeException.malformed("text goes on after its end");
    }
  }

  /** How the text is read. */
  public JsonProfile profile() {
    return profile;
  }

  /** What the text may cost. */
  public DecodeLimits limits() {
    return limits;
  }

  // ---- objects

  /** Enters an object. */
  public void beginObject() {
    open('{', "an object");
  }

  /**
   * If the next member has this name, and no spaces in it, goes to its value. A value that is null
   * is passed over as if it were not there.
   */
  public boolean next(JsonName name) {
    int at = position;
    if (comma) {
      if (at >= limit || bytes[at] != ',') {
        return false;
      }
      at++;
    }
    if (at < limit && bytes[at] == ' ') {
      at++;
    }
    if (!name.matches(bytes, at)) {
      return false;
    }
    position = at + name.length();
    comma = true;
    mark(name.index());
    return !absent();
  }

  /**
   * Goes to the value of the next member that is there and known, whatever its place. Members that
   * are not known are passed over or refused, as the profile says.
   *
   * @return its index, or {@link #END}
   */
  public int field(JsonNames names) {
    for (int field = anyField(names); ; field = anyField(names)) {
      if (field != UNKNOWN) {
        return field;
      }
      if (profile.refusesUnknown()) {
        throw DecodeException.invalid("is not known");
      }
      skip();
    }
  }

  /** As {@link #field}, but tells of names that are not known, whose value is to be skipped. */
  public int anyField(JsonNames names) {
    while (nextName()) {
      int index = name(names);
      colon();
      if (index == JsonNames.UNKNOWN) {
        return UNKNOWN;
      }
      mark(index);
      if (!absent()) {
        return index;
      }
    }
    ended = true;
    return END;
  }

  private int name(JsonNames names) {
    int from = position + 1;
    int end = JsonText.firstSpecial(bytes, from, limit);
    if (end < limit && bytes[end] == '"') {
      position = end + 1;
      return names.find(bytes, from, end);
    }
    byte[] name = string().getBytes(UTF_8);
    return names.find(name, 0, name.length);
  }

  /**
   * Enters the next entry of a map.
   *
   * @return its name, or null at the end
   */
  public @Nullable String key() {
    if (!nextName()) {
      return null;
    }
    count();
    String key = string();
    colon();
    refuseNull();
    return key;
  }

  private void mark(int index) {
    long bit = 1L << index;
    if (index < Long.SIZE) {
      if ((seen & bit) != 0) {
        throw twice();
      }
      seen |= bit;
    } else {
      markMore(index / Long.SIZE - 1, bit);
    }
  }

  private void markMore(int word, long bit) {
    long[] more = seenMore == null ? new long[4] : seenMore;
    if (word >= more.length) {
      more = Arrays.copyOf(more, word + 1);
    }
    seenMore = more;
    if ((more[word] & bit) != 0) {
      throw twice();
    }
    more[word] |= bit;
  }

  /** A name that stands twice in one object, or two names of one member. */
  public static DecodeException twice() {
    return DecodeException.invalid("is there twice (expected: once)");
  }

  private boolean absent() {
    int at = position;
    if (at < limit && bytes[at] <= ' ') {
      at = skipSpace(at);
      position = at;
    }
    if (at < limit && bytes[at] == 'n') {
      literal("null");
      return true;
    }
    return false;
  }

  // ---- arrays

  /** Enters an array. */
  public void beginArray() {
    open('[', "an array");
  }

  /** Goes to the next element, or leaves the array. */
  public boolean more() {
    if (!nextElement()) {
      return false;
    }
    count();
    refuseNull();
    return true;
  }

  private void refuseNull() {
    if (bytes[start()] == 'n') {
      throw DecodeException.invalid("is null (expected: a value)");
    }
  }

  private void count() {
    if (++elements > limits.maxElements()) {
      throw DecodeException.limit(
          "message has more than " + limits.maxElements() + " elements (expected: at most that)");
    }
  }

  // ---- values

  /** A message, as its codec reads it. */
  public <T extends @Nullable Object> T message(MessageCodec<T> codec) {
    int start = position;
    long outerSeen = seen;
    long[] outerMore = seenMore;
    seen = 0;
    seenMore = null;
    ended = false;
    T value;
    try {
      value = codec.read(this);
    } catch (RuntimeException e) {
      throw DecodeException.leaving(e, ended ? start : position);
    }
    seen = outerSeen;
    seenMore = outerMore;
    ended = false;
    return value;
  }

  /** Whether the next value is a number; otherwise it may be text. */
  public boolean isNumber() {
    byte b = bytes[start()];
    return b == '-' || JsonNumbers.isDigit(b);
  }

  public boolean bool() {
    byte b = bytes[start()];
    if (b == 't') {
      literal("true");
      return true;
    }
    if (b == 'f') {
      literal("false");
      return false;
    }
    throw expected("true or false");
  }

  /** An integer of 32 bits, as a number or as text. */
  public int int32() {
    long value = int64();
    if (value != (int) value) {
      throw JsonNumbers.outOfRange(Long.toString(value), "-2147483648 to 2147483647");
    }
    return (int) value;
  }

  /** An integer of 32 bits without sign, as an int of the same bits. */
  public int uint32() {
    long value = int64();
    if (value != (value & 0xFFFF_FFFFL)) {
      throw JsonNumbers.outOfRange(Long.toString(value), "0 to 4294967295");
    }
    return (int) value;
  }

  /** An integer of 64 bits, as a number or as text. */
  public long int64() {
    return integer(false);
  }

  /** An integer of 64 bits without sign, as a long of the same bits. */
  public long uint64() {
    return integer(true);
  }

  private long integer(boolean unsigned) {
    int at = start();
    boolean quoted = bytes[at] == '"';
    int first = quoted ? at + 1 : at;
    boolean negative = first < limit && bytes[first] == '-';
    if (negative) {
      first++;
    }
    int end = Math.min(limit, first + 18);
    long value = 0;
    int digit = first;
    while (digit < end && JsonNumbers.isDigit(bytes[digit])) {
      value = 10 * value + (bytes[digit++] - '0');
    }
    if (digit == first || digit == limit || (bytes[first] == '0' && digit > first + 1)) {
      return JsonNumbers.integer(number(), unsigned);
    }
    byte after = bytes[digit];
    boolean done =
        quoted
            ? after == '"'
            : after != '.' && (after | 0x20) != 'e' && !JsonNumbers.isDigit(after);
    if (!done || (negative && unsigned)) {
      return JsonNumbers.integer(number(), unsigned);
    }
    position = quoted ? digit + 1 : digit;
    return negative ? -value : value;
  }

  /** A number, or text that spells one or {@code NaN}, {@code Infinity}, {@code -Infinity}. */
  public double float64() {
    int at = start();
    double value = bytes[at] == '"' ? Double.NaN : JsonDecimals.read(this, at);
    if (!Double.isNaN(value)) {
      return value;
    }
    String number = numberOr("NaN", "Infinity", "-Infinity");
    return switch (number) {
      case "NaN" -> Double.NaN;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> JsonNumbers.float64(number);
    };
  }

  /** A number, or text that spells one or {@code NaN}, {@code Infinity}, {@code -Infinity}. */
  public float float32() {
    String number = numberOr("NaN", "Infinity", "-Infinity");
    return switch (number) {
      case "NaN" -> Float.NaN;
      case "Infinity" -> Float.POSITIVE_INFINITY;
      case "-Infinity" -> Float.NEGATIVE_INFINITY;
      default -> JsonNumbers.float32(number);
    };
  }

  /** Base64 in either alphabet, padded or not. */
  public byte[] bytes() {
    return JsonBytes.decode(string());
  }

  /** A read-only buffer over an array of its own. */
  public ByteBuffer byteBuffer() {
    return ByteBuffer.wrap(bytes()).asReadOnlyBuffer();
  }

  /** The bytes of the next value, whatever it is, which is valid JSON. */
  public byte[] raw() {
    int from = start();
    skip();
    return Arrays.copyOfRange(bytes, from, position);
  }
}
