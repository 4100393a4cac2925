package dev.farcall.route;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A path with variables, as in {@code /v1/orders/{id}:cancel}: the part of {@code
 * google/api/http.proto}'s templates in which a variable is one segment, {@code {id}}, or, as the
 * last, all that are left, {@code {path=**}}. Parsed once; immutable.
 */
public final class PathTemplate {

  private static final Pattern VARIABLE = Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_]*)(=\\*\\*)?}");
  private static final Pattern LITERAL = Pattern.compile("[-_.~0-9A-Za-z!$&'()+,;=@]+");
  private static final Pattern SUFFIX = Pattern.compile("[-_.~0-9A-Za-z]+");

  private final String text;
  private final List<Segment> segments;
  private final String suffix;
  private final List<String> variables;

  private PathTemplate(String text, List<Segment> segments, String suffix) {
    this.text = text;
    this.segments = List.copyOf(segments);
    this.suffix = suffix;
    this.variables =
        segments.stream().filter(Segment::isVariable).map(segment -> segment.text).toList();
  }

  /**
   * One part of a path.
   *
   * @param text the literal, or the variable's name
   */
  record Segment(String text, boolean isVariable, boolean isRest) {}

  /**
   * Parses a template.
   *
   * @throws IllegalArgumentException if it is none; the message says what was found and expected
   */
  public static PathTemplate parse(String text) {
    if (!text.startsWith("/")) {
      throw malformed(text, "it does not begin with '/'");
    }
    String path = text;
    String suffix = "";
    int colon = text.indexOf(':', text.lastIndexOf('/') + 1);
    if (colon >= 0) {
      path = text.substring(0, colon);
      suffix = text.substring(colon + 1);
      if (!SUFFIX.matcher(suffix).matches()) {
        throw malformed(text, "':' is not followed by letters and digits alone");
      }
    }
    String[] parts = path.substring(1).split("/", -1);
    List<Segment> segments = new ArrayList<>(parts.length);
    for (int i = 0; i < parts.length; i++) {
      segments.add(segment(text, parts[i], i == parts.length - 1, segments));
    }
    return new PathTemplate(text, segments, suffix);
  }

  private static Segment segment(String text, String part, boolean last, List<Segment> before) {
    if (part.isEmpty()) {
      throw malformed(text, "a segment is empty");
    }
    if (part.equals(".") || part.equals("..")) {
      throw malformed(text, "segment '" + part + "' leads elsewhere");
    }
    if (!part.startsWith("{")) {
      if (!LITERAL.matcher(part).matches()) {
        throw malformed(text, "segment '" + part + "' is neither a literal nor a variable");
      }
      return new Segment(part, false, false);
    }
    var matcher = VARIABLE.matcher(part);
    if (!matcher.matches()) {
      throw malformed(text, "'" + part + "' is no variable as {name} or {name=**}");
    }
    String name = matcher.group(1);
    boolean rest = matcher.group(2) != null;
    if (rest && !last) {
      throw malformed(text, "'" + part + "' is not the last segment");
    }
    if (before.stream().anyMatch(other -> other.isVariable() && other.text().equals(name))) {
      throw malformed(text, "variable '" + name + "' occurs twice");
    }
    return new Segment(name, true, rest);
  }

  private static IllegalArgumentException malformed(String text, String found) {
    return new IllegalArgumentException(
        "path '"
            + text
            + "': "
            + found
            + " (expected: literals and variables, as in /v1/orders/{id}:cancel)");
  }

  List<Segment> segments() {
    return segments;
  }

  /** The literal after the last segment's colon; empty if there is none. */
  String suffix() {
    return suffix;
  }

  /** The names of its variables, in the order of the path. */
  public List<String> variables() {
    return variables;
  }

  /**
   * The template without the names of its variables, as in {@code /v1/orders/{}:cancel}: two of one
   * shape cannot be told apart.
   */
  public String shape() {
    StringBuilder shape = new StringBuilder();
    for (Segment segment : segments) {
      shape.append('/');
      shape.append(segment.isRest ? "{=**}" : segment.isVariable ? "{}" : segment.text);
    }
    return suffix.isEmpty() ? shape.toString() : shape.append(':').append(suffix).toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PathTemplate template && template.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
