package dev.farcall.processor.emit;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * JSON as a person reads it: indented, short lists and objects of plain values on one line, names
 * in the order in which they were added, so that the same tree gives the same text.
 */
final class JsonText {

  private static final int WIDTH = 90;

  private final StringBuilder out = new StringBuilder();

  private JsonText() {}

  /**
   * The text of a tree.
   *
   * @param tree of maps with string keys, collections, strings, numbers and booleans
   */
  static String of(Object tree) {
    JsonText text = new JsonText();
    text.value(tree, 0);
    return text.out.append('\n').toString();
  }

  private void value(Object value, int depth) {
    boolean plain = isPlain(value);
    if (plain || (isFlat(value) && column() + line(value).length() <= WIDTH)) {
      out.append(line(value));
    } else if (value instanceof Map<?, ?> object) {
      object(object, depth);
    } else {
      array((Collection<?>) value, depth);
    }
  }

  private void object(Map<?, ?> object, int depth) {
    out.append('{');
    Iterator<? extends Map.Entry<?, ?>> entries = object.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<?, ?> entry = entries.next();
      newLine(depth + 1);
      out.append(quoted(entry.getKey().toString())).append(": ");
      value(entry.getValue(), depth + 1);
      out.append(entries.hasNext() ? "," : "");
    }
    newLine(depth);
    out.append('}');
  }

  private void array(Collection<?> array, int depth) {
    out.append('[');
    Iterator<?> elements = array.iterator();
    while (elements.hasNext()) {
      newLine(depth + 1);
      value(elements.next(), depth + 1);
      out.append(elements.hasNext() ? "," : "");
    }
    newLine(depth);
    out.append(']');
  }

  private void newLine(int depth) {
    out.append('\n').append("  ".repeat(depth));
  }

  private int column() {
    return out.length() - out.lastIndexOf("\n") - 1;
  }

  private static boolean isPlain(Object value) {
    return !(value instanceof Map) && !(value instanceof Collection);
  }

  private static boolean isFlat(Object value) {
    Collection<?> parts = value instanceof Map<?, ?> map ? map.values() : (Collection<?>) value;
    return parts.stream().allMatch(JsonText::isPlain);
  }

  private static String line(Object value) {
    if (value instanceof Map<?, ?> object) {
      return object.entrySet().stream()
          .map(entry -> quoted(entry.getKey().toString()) + ": " + line(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof List<?> array) {
      return array.stream().map(JsonText::line).collect(Collectors.joining(", ", "[", "]"));
    }
    return value instanceof String text ? quoted(text) : value.toString();
  }

  /** A string; control characters and lone surrogates as escapes. */
  private static String quoted(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        literal.append('\\').append(c);
      } else if (c == '\n') {
        literal.append("\\n");
      } else if (c < ' ' || c == 0x7f || c == 0x2028 || c == 0x2029 || Character.isSurrogate(c)) {
        literal.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
      } else {
        literal.append(c);
      }
    }
    return literal.append('"').toString();
  }
}
