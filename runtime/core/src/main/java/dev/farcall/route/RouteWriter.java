package dev.farcall.route;

import dev.farcall.wire.EncodeException;
import dev.farcall.wire.JsonProfile;
import dev.farcall.wire.JsonWriter;
import dev.farcall.wire.MessageCodec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a call sends: the path's values, in the template's order, then the query's, and the
 * body. For one call.
 */
public final class RouteWriter {

  private final PathTemplate template;
  private final JsonProfile profile;
  private final StringBuilder target = new StringBuilder();
  private int segment;
  private char separator = '?';
  private byte @Nullable [] body;

  /**
   * Begins with the path of a template; its body will be JSON as {@link JsonProfile#REST} has it.
   */
  public RouteWriter(PathTemplate template) {
    this(template, JsonProfile.REST);
  }

  /** Begins with the path of a template. */
  public RouteWriter(PathTemplate template, JsonProfile profile) {
    this.template = template;
    this.profile = profile;
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

  /** Makes a message the body. */
  public <T extends @Nullable Object> void body(MessageCodec<T> codec, T value) {
    body = JsonWriter.encode(codec, value, profile);
  }

  /**
   * Makes a value the body that is no message: a list, a number. An empty {@code Optional} is no
   * body.
   *
   * @param codec of a message whose one member it is
   */
  public <T extends @Nullable Object> void bareBody(MessageCodec<T> codec, T value) {
    body = Bare.bytes(codec, value, profile);
  }

  /** The body in JSON; null if there is none. */
  public byte @Nullable [] bodyBytes() {
    return body;
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
