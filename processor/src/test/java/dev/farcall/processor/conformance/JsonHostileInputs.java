package dev.farcall.processor.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** About one mebibyte of JSON each, for {@link Bulk}: much work or much memory for few bytes. */
final class JsonHostileInputs {

  private static final int SIZE = 1 << 20;

  private JsonHostileInputs() {}

  static List<String> names() {
    return List.copyOf(all().keySet());
  }

  static byte[] of(String name) {
    return all().get(name).get().getBytes(UTF_8);
  }

  private static Map<String, Supplier<String>> all() {
    Map<String, Supplier<String>> all = new LinkedHashMap<>();
    addStructure(all);
    addMaps(all);
    addNumbers(all);
    addText(all);
    return all;
  }

  private static void addStructure(Map<String, Supplier<String>> all) {
    all.put("JSON: zeros in an array", () -> member("packed", list("0")));
    all.put("JSON: zeros in a list", () -> member("boxed", list("0")));
    all.put("JSON: empty messages in a list", () -> member("items", list("{}")));
    all.put("JSON: empty strings in one message", () -> item("\"names\":" + list("\"\"")));
    all.put("JSON: nulls in a list", () -> member("boxed", list("null")));
    all.put("JSON: one member again and again", () -> object(i -> "\"text\":\"\""));
    all.put("JSON: one member, absent again and again", () -> object(i -> "\"text\":null"));
    all.put("JSON: unknown members", () -> object(i -> "\"u" + i + "\":1"));
    all.put("JSON: unknown members without a name", () -> object(i -> "\"\":[]"));
    all.put("JSON: unknown empty arrays", () -> member("unknown", list("[]")));
    all.put("JSON: 101 levels of messages", () -> nested("{\"next\":", "{}", "}", 101));
    all.put("JSON: as many messages as fit", () -> "{\"next\":".repeat(SIZE / 8));
    all.put("JSON: as many arrays as fit", () -> "[".repeat(SIZE));
    all.put("JSON: unknown arrays as many as fit", () -> "{\"u\":" + "[".repeat(SIZE));
    all.put("JSON: unknown objects as many as fit", () -> "{\"u\":".repeat(SIZE / 5));
    all.put("JSON: spaces", () -> " ".repeat(SIZE));
    all.put("JSON: spaces in a message", () -> "{" + " \n".repeat(SIZE / 2) + "}");
    all.put("JSON: commas", () -> "{" + ",".repeat(SIZE) + "}");
  }

  private static void addMaps(Map<String, Supplier<String>> all) {
    all.put(
        "JSON: a map of different numbers",
        () -> member("numbers", object(i -> "\"" + i + "\":0")));
    all.put("JSON: a map of one key", () -> member("numbers", object(i -> "\"7\":0")));
    all.put(
        "JSON: a map of one key in many spellings",
        () -> member("numbers", object(i -> "\"7e" + "0".repeat(i % 300) + "\":0")));
    all.put(
        "JSON: a map of numbers to messages",
        () -> member("itemsByNumber", object(i -> "\"" + i + "\":{}")));
    all.put(
        "JSON: a map of texts with one hash code",
        () -> member("texts", object(i -> "\"" + colliding(i) + "\":\"\"")));
    all.put(
        "JSON: unknown members with one hash code",
        () -> object(i -> "\"" + colliding(i) + "\":0"));
  }

  private static void addNumbers(Map<String, Supplier<String>> all) {
    String digits = "9".repeat(SIZE);
    all.put("JSON: an integer of a million digits", () -> member("integer", digits));
    all.put("JSON: the same as text", () -> member("integer", '"' + digits + '"'));
    all.put("JSON: a decimal of a million digits", () -> member("decimal", "0." + digits));
    all.put("JSON: a decimal with a large exponent", () -> member("decimal", "1e999999999"));
    all.put("JSON: an int of a million digits", () -> member("packed", "[" + digits + "]"));
    all.put(
        "JSON: an int of a million zeros", () -> member("packed", "[0." + "0".repeat(SIZE) + "]"));
    all.put(
        "JSON: an int with an exponent of a million digits",
        () -> member("packed", "[1e" + digits + "]"));
    all.put("JSON: ints with large exponents", () -> member("packed", list("1e9999")));
    all.put(
        "JSON: ints of many digits",
        () -> member("boxed", list("1" + "0".repeat(4000) + "e-4000")));
    all.put("JSON: a key of a million digits", () -> member("numbers", "{\"" + digits + "\":0}"));
    all.put("JSON: an unknown number of a million digits", () -> member("u", digits));
  }

  private static void addText(Map<String, Supplier<String>> all) {
    all.put("JSON: text of escapes", () -> member("text", '"' + "\\u0041".repeat(SIZE / 6) + '"'));
    all.put("JSON: text of line breaks", () -> member("text", '"' + "\\n".repeat(SIZE / 2) + '"'));
    all.put(
        "JSON: text of lone surrogates",
        () -> member("text", '"' + "\\uD800".repeat(SIZE / 6) + '"'));
    all.put(
        "JSON: text not ASCII in turn with escapes",
        () -> member("text", '"' + "\u00e9\\n".repeat(SIZE / 4) + '"'));
    all.put("JSON: text without an end", () -> "{\"text\":\"" + "a".repeat(SIZE));
    all.put(
        "JSON: text of backslashes without an end", () -> "{\"text\":\"" + "\\\\".repeat(SIZE / 2));
    all.put("JSON: a name of a mebibyte", () -> "{\"" + "a".repeat(SIZE) + "\":0}");
    all.put("JSON: a name of escapes", () -> "{\"" + "\\u0061".repeat(SIZE / 6) + "\":0}");
    all.put("JSON: base64 that ends badly", () -> member("bytes", '"' + "A".repeat(SIZE) + "!\""));
  }

  private static String member(String name, String value) {
    return "{\"" + name + "\":" + value + "}";
  }

  private static String item(String member) {
    return "{\"single\":{" + member + "}}";
  }

  private static String list(String element) {
    int count = SIZE / (element.length() + 1);
    return "[" + (element + ",").repeat(count - 1) + element + "]";
  }

  private static String object(IntFunction<String> member) {
    StringBuilder out = new StringBuilder("{");
    for (int i = 0; out.length() < SIZE; i++) {
      out.append(i == 0 ? "" : ",").append(member.apply(i));
    }
    return out.append('}').toString();
  }

  private static String nested(String begin, String innermost, String end, int levels) {
    return begin.repeat(levels) + innermost + end.repeat(levels);
  }

  /** Text of 20 letters; all have the same {@code hashCode}, as "Aa" and "BB" have. */
  private static String colliding(int i) {
    StringBuilder text = new StringBuilder();
    for (int bit = 0; bit < 20; bit++) {
      text.append((i >> bit & 1) == 0 ? "Aa" : "BB");
    }
    return text.toString();
  }
}
