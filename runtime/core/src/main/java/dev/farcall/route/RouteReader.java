package dev.farcall.route;

import dev.farcall.wire.DecodeException;
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
  private @Nullable QueryString query;

  /**
   * Reads a request.
   *
   * @param path the values of the template's variables, decoded, as {@link RouteTable.Found} has
   *     them
   * @param query as it was sent, percent-encoded, without question mark; null if there is none
   */
  public RouteReader(String[] path, @Nullable String query) {
    this.path = path;
    this.rawQuery = query;
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
