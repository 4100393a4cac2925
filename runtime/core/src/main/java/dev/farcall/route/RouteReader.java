package dev.farcall.route;

import dev.farcall.wire.DecodeException;
import dev.farcall.wire.DecodeLimits;
import dev.farcall.wire.JsonProfile;
import dev.farcall.wire.JsonReader;
import dev.farcall.wire.MessageCodec;
import dev.farcall.wire.WireScalars;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a request brings: the path's values, the query's, the body. Names that nothing asks for are
 * ignored in a query. For one call.
 */
public final class RouteReader {

  private final String[] path;
  private final @Nullable String rawQuery;
  private final byte[] body;
  private final JsonProfile profile;
  private final DecodeLimits limits;
  private @Nullable QueryString query;

  /**
   * Reads a request.
   *
   * @param path the values of the template's variables, decoded, as {@link RouteTable.Found} has
   *     them
   * @param query as it was sent, percent-encoded, without question mark; null if there is none
   * @param body JSON, as the profile says; empty if there is none
   */
  public RouteReader(
      String[] path,
      @Nullable String query,
      byte[] body,
      JsonProfile profile,
      DecodeLimits limits) {
    this.path = path;
    this.rawQuery = query;
    this.body = body;
    this.profile = profile;
    this.limits = limits;
  }

  /** The value of a variable, by its place in the template. */
  public String path(int variable) {
    return path[variable];
  }

  /**
   * The value of a variable.
   *
   * @param name what errors call it
   * @param parse reads its text
   */
  public <T> T path(int variable, String name, Function<String, T> parse) {
    return parsed(name, path[variable], parse);
  }

  /** The value of a name in the query, or null if it is absent. */
  public @Nullable String query(String name) {
    return query().value(name);
  }

  /** The value of a name in the query, or null if it is absent. */
  public <T> @Nullable T query(String name, Function<String, T> parse) {
    String text = query(name);
    return text == null ? null : parsed(name, text, parse);
  }

  /** The value of a name in the query, or what stands for its absence. */
  public <T> T query(String name, T absent, Function<String, T> parse) {
    String text = query(name);
    return text == null ? absent : parsed(name, text, parse);
  }

  /** The value of a name that must be in the query. */
  public <T> T required(String name, Function<String, T> parse) {
    String text = query(name);
    if (text == null) {
      throw DecodeException.missing(name);
    }
    return parsed(name, text, parse);
  }

  /** As {@link #query}, of an {@code int}. */
  public OptionalInt queryInt(String name) {
    Integer value = query(name, WireScalars::int32);
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }

  /** As {@link #query}, of a {@code long}. */
  public OptionalLong queryLong(String name) {
    Long value = query(name, WireScalars::int64);
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  /** As {@link #query}, of a {@code double}. */
  public OptionalDouble queryDouble(String name) {
    Double value = query(name, WireScalars::float64);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** All values of a name in the query. */
  public List<String> queries(String name) {
    return query().values(name);
  }

  /** All values of a name in the query; the list cannot be changed. */
  public <T> List<T> queries(String name, Function<String, T> parse) {
    List<T> values = new ArrayList<>();
    for (String text : queries(name)) {
      values.add(parsed(name, text, parse));
    }
    return Collections.unmodifiableList(values);
  }

  /** Whether the query has a name that begins so, as {@code filter.}: a part of a record. */
  public boolean hasQuery(String prefix) {
    return query().hasPrefix(prefix);
  }

  /** Whether there is a body. */
  public boolean hasBody() {
    return body.length > 0;
  }

  /** The message that is the body. */
  public <T extends @Nullable Object> T body(MessageCodec<T> codec) {
    requireBody();
    return JsonReader.decode(codec, body, profile, limits);
  }

  /**
   * The value that is the body and no message: a list, a number.
   *
   * @param codec of a message whose one member it is
   * @param member what the codec calls it
   */
  public <T extends @Nullable Object> T bareBody(MessageCodec<T> codec, String member) {
    requireBody();
    byte[] value = JsonReader.decode(body, profile, limits, JsonReader::raw);
    return Bare.read(codec, member, value, profile, limits);
  }

  private void requireBody() {
    if (body.length == 0) {
      throw DecodeException.malformed("the request has no body (expected: JSON)");
    }
  }

  private QueryString query() {
    if (query == null) {
      query = QueryString.parse(rawQuery);
    }
    return query;
  }

  private static <T> T parsed(String name, String text, Function<String, T> parse) {
    try {
      return parse.apply(text);
    } catch (RuntimeException thrown) {
      throw DecodeException.of(thrown).at(name);
    }
  }
}
