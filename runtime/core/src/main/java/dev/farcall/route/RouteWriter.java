package dev.farcall.route;

import dev.farcall.wire.EncodeException;
import java.util.List;

/**
 * Collects what a call sends: the path's values, in the template's order, then the query's, and the
 * body. For one call.
 */
public final class RouteWriter {

  private final PathTemplate template;
  private final StringBuilder target = new StringBuilder();
  private int segment;
  private char separator = '?';

  /** Begins with the path of a template. */
  public RouteWriter(PathTemplate template) {
    this.template = template;
    literals();
  }

  /**
   * Puts in the next variable's value.
   *
   * @throws EncodeException if it is empty, {@code .} or {@code ..}, or for {@code {path=**}} has
   *     such a segment: it would lead elsewhere
   */
  public void path(String value) {
    PathTemplate.Segment variable = template.segments().get(segment++);
    target.append('/');
    if (variable.isRest()) {
      rest(variable.text(), value);
    } else {
      segment(variable.text(), value);
    }
    literals();
  }

  /** Adds a name and a value to the query; a name may have several. */
  public void query(String name, String value) {
    target.append(separator);
    separator = '&';
    Escapes.append(target, name, name);
    target.append('=');
    Escapes.append(target, value, name);
  }

  /** The path and the query, percent-encoded: what stands in the line of the request. */
  public String target() {
    return target.toString();
  }

  private void rest(String variable, String value) {
    int from = 0;
    for (int slash = value.indexOf('/'); slash >= 0; slash = value.indexOf('/', from)) {
      segment(variable, value.substring(from, slash));
      target.append('/');
      from = slash + 1;
    }
    segment(variable, value.substring(from));
  }

  private void segment(String variable, String value) {
    if (value.isEmpty() || value.equals(".") || value.equals("..")) {
      throw EncodeException.outOfRange(
          "path variable '" + variable + "'",
          "is '" + value + "' (expected: neither empty nor '.' nor '..', which lead elsewhere)");
    }
    Escapes.append(target, value, variable);
  }

  private void literals() {
    List<PathTemplate.Segment> segments = template.segments();
    while (segment < segments.size() && !segments.get(segment).isVariable()) {
      target.append('/').append(segments.get(segment++).text());
    }
    if (segment == segments.size() && !template.suffix().isEmpty()) {
      target.append(':').append(template.suffix());
    }
  }
}
