package dev.farcall.route;

import dev.farcall.wire.DecodeException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names and values of a query, decoded, in the order in which they were sent. */
final class QueryString {

  /** A URL has room for more, at most a byte each; none in good faith has as many. */
  private static final int MAX_VALUES = 1024;

  private final List<String> names = new ArrayList<>();
  private final List<String> values = new ArrayList<>();

  private QueryString() {}

  /**
   * Parses what stands behind the question mark. Empty pairs are skipped; a name alone has the
   * empty value.
   *
   * @throws DecodeException if it is malformed or has more than 1,024 values
   */
  static QueryString parse(@Nullable String raw) {
    QueryString query = new QueryString();
    int from = 0;
    while (raw != null && from < raw.length()) {
      int ampersand = raw.indexOf('&', from);
      int to = ampersand < 0 ? raw.length() : ampersand;
      if (from < to) {
        query.add(raw, from, to);
      }
      from = to + 1;
    }
    return query;
  }

  private void add(String raw, int from, int to) {
    if (names.size() == MAX_VALUES) {
      throw DecodeException.malformed(
          "the query has more than " + MAX_VALUES + " values (expected: at most that)");
    }
    int equals = raw.indexOf('=', from);
    int end = equals < 0 || equals > to ? to : equals;
    names.add(Escapes.decode(raw, from, end, true));
    values.add(end == to ? "" : Escapes.decode(raw, end + 1, to, true));
  }

  /** The one value of a name, or null if there is none. */
  @Nullable String value(String name) {
    String found = null;
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equals(name)) {
        if (found != null) {
          throw DecodeException.invalid(name, "occurs more than once (expected: one value)");
        }
        found = values.get(i);
      }
    }
    return found;
  }

  /** All values of a name. */
  List<String> values(String name) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equals(name)) {
        found.add(values.get(i));
      }
    }
    return found;
  }

  /** Whether any name begins so. */
  boolean hasPrefix(String prefix) {
    return names.stream().anyMatch(name -> name.startsWith(prefix));
  }
}
