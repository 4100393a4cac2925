package dev.farcall.processor.conformance;

import static dev.farcall.processor.conformance.Wire.bytes;
import static dev.farcall.processor.conformance.Wire.cat;
import static dev.farcall.processor.conformance.Wire.field;
import static dev.farcall.processor.conformance.Wire.repeat;
import static dev.farcall.processor.conformance.Wire.tag;
import static dev.farcall.processor.conformance.Wire.varint;
import static dev.farcall.processor.conformance.Wire.varintField;

import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** About one mebibyte each, for {@link Bulk}: much work or much memory for few bytes. */
final class HostileInputs {

  private static final int SIZE = 1 << 20;

  private HostileInputs() {}

  static List<String> names() {
    return List.copyOf(all().keySet());
  }

  static byte[] of(String name) {
    return all().get(name).get().toByteArray();
  }

  private static Map<String, Supplier<ByteString>> all() {
    Map<String, Supplier<ByteString>> all = new LinkedHashMap<>();
    addCollections(all);
    addMessages(all);
    addMaps(all);
    addLengthsAndVarints(all);
    addText(all);
    return all;
  }

  private static void addCollections(Map<String, Supplier<ByteString>> all) {
    ByteString zeros = repeat(bytes(0), SIZE - 8);
    all.put("packed zeros in an array", () -> field(1, zeros));
    all.put("packed zeros in a list", () -> field(2, zeros));
    all.put("packed zeros beyond the element limit", () -> field(2, repeat(bytes(0), SIZE + 1)));
    all.put("a list of single large numbers", () -> fill(varintField(2, -1)));
    all.put("empty packed fields", () -> fill(field(1, ByteString.EMPTY)));
    all.put("single elements for an array", () -> fill(varintField(1, 1)));
    all.put("empty messages in a list", () -> fill(field(3, ByteString.EMPTY)));
    all.put("empty strings in one message", () -> field(3, fill(field(2, ByteString.EMPTY))));
  }

  private static void addMessages(Map<String, Supplier<ByteString>> all) {
    all.put("a message in pieces", () -> fill(field(4, varintField(1, 1))));
    all.put("empty pieces of a message", () -> fill(field(4, ByteString.EMPTY)));
    all.put(
        "pieces of two messages in turn",
        () -> fill(cat(field(4, varintField(1, 1)), field(5, varintField(1, 1)))));
    all.put("a list in pieces of a message", () -> fill(field(4, field(2, Wire.ascii("a")))));
    all.put("101 levels", () -> nested(101, ByteString.EMPTY));
    all.put("as many levels as fit", () -> nested(200_000, ByteString.EMPTY));
    all.put("99 levels in two pieces each", () -> inPieces(99, fill(varintField(1, 1))));
    all.put("groups in groups", () -> fill(tag(100, Wire.START_GROUP)));
    all.put("groups one by one", () -> fill(Wire.group(100, ByteString.EMPTY)));
    all.put("unknown numbers", () -> fill(varintField(500, 1)));
    all.put("unknown messages", () -> fill(field(500, bytes(8, 1))));
  }

  private static void addMaps(Map<String, Supplier<ByteString>> all) {
    all.put("a map of different numbers", () -> many(i -> field(6, varintField(1, i))));
    all.put("a map of one key", () -> fill(field(6, varintField(1, 7))));
    all.put("empty map entries", () -> fill(field(6, ByteString.EMPTY)));
    all.put("a map of numbers to messages", () -> many(i -> field(12, varintField(1, i))));
    all.put("a map of one key in one entry", () -> field(6, fill(varintField(1, 7))));
    all.put(
        "a message in pieces in one map entry", () -> field(12, fill(field(2, varintField(1, 1)))));
    all.put(
        "a map of texts with one hash code",
        () -> many(i -> field(7, field(1, ByteString.copyFromUtf8(colliding(i))))));
  }

  private static void addLengthsAndVarints(Map<String, Supplier<ByteString>> all) {
    ByteString filler = repeat(bytes(0x41), SIZE);
    for (int n = 1; n <= 12; n++) {
      int number = n;
      ByteString tag = tag(number, Wire.LEN);
      all.put(
          "length 2^31-1 of field " + number, () -> cat(tag, varint(Integer.MAX_VALUE), filler));
      all.put("length 2^32 of field " + number, () -> cat(tag, varint(1L << 32), filler));
      all.put("length -1 of field " + number, () -> cat(tag, varint(-1), filler));
    }
    all.put(
        "length 2^31-1 within a message", () -> field(5, cat(tag(8, Wire.LEN), varint(1L << 30))));
    all.put("one varint without an end", () -> cat(tag(1, Wire.VARINT), repeat(bytes(0xFF), SIZE)));
    all.put("a tag without an end", () -> repeat(bytes(0x80), SIZE));
    all.put("long packed varints", () -> field(1, fill(varint(-1))));
    all.put("a packed varint without an end", () -> field(1, repeat(bytes(0x80), SIZE - 8)));
  }

  private static void addText(Map<String, Supplier<ByteString>> all) {
    ByteString digits = repeat(bytes('9'), SIZE - 8);
    all.put(
        "text that ends badly",
        () -> field(8, cat(repeat(bytes('a'), SIZE - 8), bytes(0xE2, 0x82))));
    all.put("text of continuation bytes", () -> field(8, repeat(bytes(0x80), SIZE - 8)));
    all.put("texts one after the other", () -> fill(field(8, bytes('a'))));
    all.put("bytes one after the other", () -> fill(field(9, bytes('a'))));
    all.put("a decimal of a million digits", () -> field(10, digits));
    all.put("a decimal with a large exponent", () -> field(10, Wire.ascii("1e999999999")));
    all.put("an integer of a million digits", () -> field(11, digits));
  }

  private static ByteString fill(ByteString part) {
    return repeat(part, SIZE / part.size());
  }

  private static ByteString many(IntFunction<ByteString> part) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(SIZE);
    for (int i = 0; out.size() < SIZE; i++) {
      out.writeBytes(part.apply(i).toByteArray());
    }
    return ByteString.copyFrom(out.toByteArray());
  }

  /** Text of 20 letters; all have the same {@code hashCode}, as "Aa" and "BB" have. */
  private static String colliding(int i) {
    StringBuilder text = new StringBuilder();
    for (int bit = 0; bit < 20; bit++) {
      text.append((i >> bit & 1) == 0 ? "Aa" : "BB");
    }
    return text.toString();
  }

  private static ByteString nested(int levels, ByteString innermost) {
    byte[] reversed = new byte[levels * 5 + innermost.size()];
    int at = reversed.length - innermost.size();
    innermost.copyTo(reversed, at);
    for (int i = 0; i < levels; i++) {
      byte[] length = varint(reversed.length - at).toByteArray();
      at -= length.length;
      System.arraycopy(length, 0, reversed, at, length.length);
      reversed[--at] = 5 << 3 | Wire.LEN;
    }
    return ByteString.copyFrom(reversed, at, reversed.length - at);
  }

  private static ByteString inPieces(int levels, ByteString innermost) {
    ByteString piece = field(5, field(8, Wire.ascii("a")));
    ByteString out = innermost;
    for (int i = 0; i < levels; i++) {
      out = cat(field(5, out), piece);
    }
    return out;
  }
}
