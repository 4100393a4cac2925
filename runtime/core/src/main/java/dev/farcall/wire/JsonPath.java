package dev.farcall.wire;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what stands at a position of a JSON text by walking over it again, so that reading need not
 * keep track. Linear in the bytes before the position; the text need not be JSON behind it.
 */
final class JsonPath {

  private static final int MAX_SHOWN = 100;

  /** Names of members, and indexes of elements as {@link Integer}. */
  private final List<Object> steps = new ArrayList<>();

  private final byte[] json;
  private int at;

  private JsonPath(byte[] json) {
    this.json = json;
  }

  static JsonPath find(byte[] json, int position) {
    JsonPath path = new JsonPath(json);
    path.walk(position);
    return path;
  }

  /** The same place in a path with dots and brackets. */
  static String pointer(String path) {
    JsonPath same = new JsonPath(new byte[0]);
    for (String name : path.isEmpty() ? new String[0] : path.split("[.\\[]")) {
      same.steps.add(name.endsWith("]") ? name.substring(0, name.length() - 1) : name);
    }
    return same.pointer();
  }

  /** One step further down. */
  void member(String name) {
    steps.add(name);
  }

  String path() {
    StringBuilder path = new StringBuilder();
    for (Object step : steps) {
      if (step instanceof Integer) {
        path.append('[').append(step).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step);
      }
    }
    return path.toString();
  }

  String pointer() {
    StringBuilder pointer = new StringBuilder();
    for (Object step : steps) {
      pointer.append('/').append(step.toString().replace("~", "~0").replace("/", "~1"));
    }
    return pointer.toString();
  }

  /** Stops at the innermost value that has the position in it or at one of its ends. */
  private void walk(int position) {
    List<@Nullable Object> open = new ArrayList<>(); // where in each object or array we are
    while (at < json.length) {
      byte b = json[at];
      boolean reached = position <= at;
      switch (b) {
        case ' ', '\t', '\n', '\r', ':' -> at++;
        case ',' -> {
          at++;
          next(open);
        }
        case '{', '[' -> {
          if (reached) {
            keep(open);
            return;
          }
          open.add(b == '[' ? 0 : null);
          at++;
        }
        case '}', ']' -> {
          at++;
          if (!open.isEmpty()) {
            open.remove(open.size() - 1);
          }
          if (position <= at) {
            keep(open);
            return;
          }
        }
        default -> {
          int from = at;
          token();
          if (!open.isEmpty() && open.get(open.size() - 1) == null) {
            open.set(open.size() - 1, shown(from, at));
          }
          if (position <= at) {
            keep(open);
            return;
          }
        }
      }
    }
    keep(open);
  }

  private static void next(List<@Nullable Object> open) {
    if (!open.isEmpty()) {
      int last = open.size() - 1;
      open.set(last, open.get(last) instanceof Integer index ? index + 1 : null);
    }
  }

  private void keep(List<@Nullable Object> open) {
    for (Object step : open) {
      if (step != null) {
        steps.add(step);
      }
    }
  }

  /** A string, a number, a word, or bytes that are nothing. */
  private void token() {
    if (json[at++] == '"') {
      while (at < json.length && json[at] != '"') {
        at += json[at] == '\\' ? 2 : 1;
      }
      at = Math.min(at + 1, json.length);
      return;
    }
    while (at < json.length && ",:{}[]\" \t\r\n".indexOf(json[at]) < 0) {
      at++;
    }
  }

  /** A name, shortened, without what would disturb a log. */
  private Object shown(int from, int to) {
    String name;
    try {
      name = JsonReader.of(json, from, to).string();
    } catch (DecodeException e) {
      name = "?";
    }
    if (name.length() > MAX_SHOWN) {
      int end = Character.isHighSurrogate(name.charAt(MAX_SHOWN - 1)) ? MAX_SHOWN - 1 : MAX_SHOWN;
      name = name.substring(0, end) + "…";
    }
    return name.chars().anyMatch(Character::isISOControl)
        ? name.replaceAll("\\p{Cntrl}", "\uFFFD")
        : name;
  }
}
